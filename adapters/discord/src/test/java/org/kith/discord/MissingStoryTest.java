package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.Server;

/** Ben, who has promised something, leaves the server: Discord tells the bot nothing of it. */
class MissingStoryTest {
  private static final Duration A_DAY = Duration.ofDays(1).plusMinutes(1);

  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void promise() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    street.asks(street.ana, "Feed the cat");
    street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.card(1).text()).contains("Ben will help");
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void a_day_later_the_place_is_free_again_and_the_asker_knows() {
    street.server.loses(street.ben);
    street.discord.faults().fail(1, 403, 50001, "GET", "/members/" + street.ben.id());
    street.circle.forward(A_DAY);
    assertThat(street.card(1).text()).contains("Ben will help");

    street.circle.forward(A_DAY);

    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
    street.ana.privateChat().awaitMessage("can't help with #1");
  }

  @Test
  void who_writes_to_the_bot_privately_then_is_known_to_have_left_and_sees_nothing() {
    street.server.loses(street.ben);

    String said = street.ben.typesInPrivate("board").answer().text();

    assertThat(said).doesNotContain("cat");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void who_can_not_be_written_to_for_having_no_server_in_common_is_looked_for() {
    street.server.loses(street.ben);
    street.circle.forward(Duration.ofHours(2));
    street.ana.types(street.help, "edit", Map.of("number", 1, "to", "near Elm Square")).answer();
    street.circle.settle();

    street.circle.forward(Duration.ofMinutes(1));

    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void who_is_in_the_circles_other_server_still_has_not_left() {
    Server elm = street.discord.server("Elm Street");
    Channel square = elm.channel("square");
    elm.joins(street.ben);
    String said = street.server.owner().types(street.help, "circle link").answer().text();
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    elm.owner().types(square, "circle join", Map.of("code", code)).answer();
    square.awaitMessage("is in several places now");

    street.server.loses(street.ben);
    street.circle.forward(A_DAY);
    assertThat(street.card(1).text()).contains("Ben will help");

    elm.loses(street.ben);
    street.circle.forward(A_DAY);
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }
}
