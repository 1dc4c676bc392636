package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;

/** "I can do part" on Discord: below More, and as an option of /claim. */
class PartStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void ask() {
    street = Street.in(folder);
    street.asks(street.ana, "Two bags");
    street.card(1);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void the_button_acts_at_once_and_the_rest_stays_open() {
    Answer more = street.ben.presses(street.card(1), "More").answer();

    assertThat(street.ben.presses(more, "I can do part").answer().text())
        .contains("You're helping with #1", "You do a part of it");

    assertThat(street.card(1).text()).contains("Ana is looking for 1 person", "Ben will do part");
    street.ana.privateChat().awaitMessage("Ben can do part of #1. The rest stays open.");
    street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.card(1).text()).contains("Ben will help").doesNotContain("part");
  }

  @Test
  void the_option_says_which_and_pings_nobody() {
    street
        .ben
        .types(street.help, "claim", Map.of("number", 1, "part", "the *milk* @everyone"))
        .answer();

    assertThat(street.card(1).text())
        .contains("Ben will do part: the \\*milk\\* ")
        .doesNotContain(" @everyone");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
    street.ben.types(street.help, "cancel", Map.of("number", 1)).answer();
    assertThat(street.card(1).text()).doesNotContain("part");
  }
}
