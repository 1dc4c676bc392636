package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.User;

/** On Discord a steward confirms newcomers, and a hard hour is answered privately. */
class OpenStoriesTest {
  @TempDir Path folder;
  private Street street;
  private User owner;

  @BeforeEach
  void move() {
    street = Street.in(folder);
    owner = street.server.owner();
    owner.types(street.help, "board").answer();
    street.ben.types(street.help, "board").answer();
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void whoever_is_not_confirmed_asks_and_a_steward_confirms_them() {
    owner.types(street.help, "circle set", Map.of("openness", "support")).answer();
    street.asks(street.ana, "somebody to talk to");

    Answer refused = street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(refused.text()).contains("a steward confirms people");
    assertThat(refused.ephemeral()).isTrue();
    assertThat(street.ben.presses(refused, "Ask to be confirmed").answer().text())
        .contains("privately");
    assertThat(owner.types(street.help, "circle trust", Map.of("who", street.ben)).answer().text())
        .contains("Ben is trusted");
    street.ben.privateChat().awaitMessage("has confirmed you");
    assertThat(street.ben.presses(street.card(1), "I'll help").answer().text())
        .contains("You're helping with #1");
  }

  @Test
  void what_is_done_in_person_is_not_posted_in_a_support_circle() {
    owner.types(street.help, "circle set", Map.of("openness", "support")).answer();
    assertThat(street.asks(street.ana, "two bags of shopping").text())
        .contains("that is not asked for through me");
  }

  @Test
  void people_to_call_are_named_privately() {
    Answer answer = street.ben.types(street.help, "crisis").answer();
    assertThat(answer.text()).contains("emergency number", "findahelpline.com");
    assertThat(answer.ephemeral()).isTrue();
  }
}
