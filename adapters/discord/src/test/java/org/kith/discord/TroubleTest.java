package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Post;

/** What happens on Discord when something is wrong: with the words, the people or the platform. */
class TroubleTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move() {
    street = Street.in(folder);
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void whatever_is_typed_is_shown_as_it_is_and_pings_nobody() {
    String typed = "# **Bread** @everyone <@1> [x](https://evil.example) '; drop table request";
    street.server.owner().types(street.help, "circle set", Map.of("links", "on")).answer();
    street.asks(street.ana, typed);
    Post card = street.card(1);
    assertThat(card.text())
        .contains(
            "\\# \\*\\*Bread\\*\\* \\@everyone \\<@1\\> \\[x\\](https\\://evil.example) '; drop"
                + " table request");
    assertThat(card.json().path("mention_everyone").asBoolean()).isFalse();
    assertThat(card.json().path("mentions")).isEmpty();
  }

  @Test
  void words_beyond_all_bounds_or_made_of_nothing_get_a_sentence() {
    for (String typed : new String[] {"a".repeat(6_000), "\u200b\u200f\u0007", "\u202etxet"}) {
      assertThat(street.asks(street.ana, typed).text())
          .isNotBlank()
          .doesNotContain("Exception")
          .hasSizeLessThanOrEqualTo(2_000);
    }
    assertThat(street.ana.types(street.help, "claim", Map.of("number", 999)).answer().text())
        .contains("999");
  }

  @Test
  void a_forged_button_gets_a_sentence_and_changes_nothing() {
    street.asks(street.ana, "Bread");
    Post card = street.card(1);
    for (String forged : new String[] {"claim:-1", "nonsense", "details:1", "post:99", "share:1"}) {
      assertThat(street.chi.pressesCustomId(card, forged).answer().text())
          .isNotBlank()
          .doesNotContain("Exception");
    }
    assertThat(street.card(1).text()).isEqualTo(card.text());
  }

  @Test
  void a_card_that_somebody_deleted_rests_and_its_asker_is_asked() {
    street.asks(street.ana, "Bread");
    street.help.deletes(street.card(1));
    Post question = street.ana.privateChat().awaitMessage("Somebody deleted the card of #1");
    street.ana.presses(question, "Post it again").answer();
    assertThat(street.card(1).labels()).contains("I'll help");
  }

  @Test
  void who_closed_their_private_messages_is_told_below_the_card_without_details() {
    street.asksWithDetails(street.ana, "Bread", "Door 4711");
    street.ana.closesPrivateMessages();
    street.ben.presses(street.card(1), "I'll help").answer();
    Post line = street.help.awaitMessage("I could not write to you privately");
    assertThat(line.text()).startsWith("Ana").doesNotContain("4711").doesNotContain("<@");
  }

  @Test
  void an_answer_that_comes_too_late_reaches_the_helper_privately() {
    street.asksWithDetails(street.ana, "Bread", "Door 4711");
    Post card = street.card(1);
    try (var held = street.discord.faults().hold("POST", "/callback")) {
      var press = street.ben.presses(card, "I'll help");
      held.awaitHeld(1);
      street.clock.forward(Duration.ofSeconds(4));
      press.awaitFailure();
    }
    Post told = street.ben.privateChat().awaitMessage("You're helping with #1");
    assertThat(told.text()).doesNotContain("4711");
    assertThat(street.ben.presses(told, "Show details").answer().text()).contains("Door 4711");
  }

  @Test
  void the_same_event_twice_changes_nothing() {
    var asked = street.ana.types(street.help, "needhelp", Map.of("what", "Bread"));
    asked.answer();
    street.card(1);
    asked.redeliver();
    street.asks(street.chi, "Soup");
    street.card(2);
    assertThat(street.cards()).hasSize(2);
  }

  @Test
  void what_was_reacted_while_nobody_listened_is_settled() {
    street.asks(street.ana, "Bread");
    Post card = street.card(1);
    street.discord.await("the first reaction", () -> !street.cardNow(1).reactions().isEmpty());
    street.discord.goesAway();
    street.discord.gateway().losesSessions();
    street.ben.reacts(card, "🤝");
    street.discord.comesBack();
    street.help.awaitMessage("Ben will help");
  }

  @Test
  void an_outage_loses_no_card_and_a_restart_posts_none_twice() {
    street.discord.faults().loseAnswer(2, "POST", street.help.id() + "/messages");
    street.asks(street.ana, "Bread");
    street.circle.settle();
    // What the client gave up on is tried again by the clock.
    street.circle.forward(Duration.ofMinutes(1));
    street.card(1);
    street.restart();
    street.asks(street.chi, "Soup");
    street.card(2);
    assertThat(street.cards()).hasSize(2);
    assertThat(street.discord.commandRegistrations()).isEqualTo(1);
  }
}
