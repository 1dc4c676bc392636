package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.Server;
import org.kith.testkit.discord.User;

/** Two servers were one circle, and one of them leaves it. */
class LeaveStoryTest {
  @TempDir Path folder;
  private Street street;
  private Server elm;
  private Channel square;
  private User eli;

  @BeforeEach
  void join() {
    street = Street.in(folder);
    elm = street.discord.server("Elm Street");
    square = elm.channel("square");
    eli = elm.member("Eli");
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    String said = street.server.owner().types(street.help, "circle link").answer().text();
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    elm.owner().types(square, "circle join", Map.of("code", code)).answer();
    square.awaitMessage("is in several places now");
    eli.types(square, "needhelp", Map.of("what", "Soup")).answer();
    square.awaitMessage("Soup");
    street.card(1);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void what_was_asked_there_comes_along_and_its_card_goes_elsewhere() {
    Answer question = elm.owner().types(square, "circle leave").answer();
    assertThat(question.text()).contains("can leave the circle Maple Street", "One request");

    assertThat(elm.owner().presses(question, "Leave, and they come along").answer().text())
        .contains("has left the circle Maple Street");
    street.circle.settle();

    assertThat(street.cards()).isEmpty();
    assertThat(square.messages()).anyMatch(post -> post.text().contains("Meals · #1"));
    square.awaitMessage("The circle Elm Street is here now: square");
    street.help.awaitMessage("The circle Maple Street is here now: help");
  }

  @Test
  void what_stays_is_claimed_where_it_stays_and_its_asker_is_told_and_keeps_it() {
    Map<String, ?> stay = Map.of("requests", "stay");
    assertThat(elm.owner().types(square, "circle leave", stay).answer().text())
        .contains("has left the circle Maple Street");
    street.circle.settle();
    assertThat(cards(square)).isEmpty();

    street.ben.presses(street.card(1), "I'll help").answer();

    Post told = eli.privateChat().awaitMessage("Ben will help with #1");
    assertThat(told.labels()).contains("Write");
    assertThat(eli.types(eli.privateChat(), "cancel", Map.of("number", 1)).answer().text())
        .contains("#1 is taken back");
    street.ben.privateChat().awaitMessage("#1");
  }

  private static List<Post> cards(Channel channel) {
    return channel.messages().stream().filter(post -> post.text().contains("· #")).toList();
  }
}
