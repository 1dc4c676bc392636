package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Post;

/** How a request ends, on Discord; time is moved by hand. */
class EndingStoriesTest {
  private static final Duration PAST_ITS_DAY = Duration.ofDays(3);

  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void ask() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    Map<String, ?> bread = Map.of("what", "Bread", "when", "tomorrow 10-12");
    street.ana.types(street.help, "needhelp", bread).answer();
    street.card(1);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void both_sides_are_asked_and_what_is_still_needed_is_on_the_board_again() {
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.forward(PAST_ITS_DAY);
    Post asked = street.ben.privateChat().awaitMessage("Did #1 happen: Bread?");
    assertThat(asked.labels()).containsExactly("It happened", "It didn't work out");
    Post question = street.ana.privateChat().awaitMessage("Did you get what you needed with #1");

    Answer answer = street.ana.presses(question, "Still needed").answer();

    assertThat(answer.text()).contains("#1 is on the board again");
    assertThat(street.card(1).text()).contains("time to be agreed", "Ana is looking for 1 person");
    assertThat(street.ben.privateChat().awaitMessage("Ana still needs #1").text())
        .contains("No harm done");
  }

  @Test
  void still_needed_can_be_typed() {
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.forward(PAST_ITS_DAY);
    street.ana.privateChat().awaitMessage("Did you get what you needed with #1");

    assertThat(street.ana.types(street.help, "again", Map.of("number", 1)).answer().text())
        .contains("#1 is on the board again");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void silence_from_both_closes_it_after_three_days() {
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.forward(PAST_ITS_DAY);
    street.ana.privateChat().awaitMessage("Did you get what you needed with #1");

    street.circle.forward(Duration.ofDays(4));

    assertThat(street.card(1).text()).contains("over").doesNotContain("Ben");
  }

  @Test
  void the_asker_to_whom_nobody_came_is_asked_and_then_told() {
    street.circle.forward(PAST_ITS_DAY);
    assertThat(street.ana.privateChat().awaitMessage("The time for #1 has passed").labels())
        .containsExactly(
            "Same time tomorrow", "In a week", "Any time", "Still needed", "Take it back");

    street.circle.forward(Duration.ofDays(2));

    assertThat(street.ana.privateChat().awaitMessage("Nobody was free this time").labels())
        .containsExactly("Still needed");
    assertThat(street.card(1).text()).contains("over");
  }

  @Test
  void after_done_the_same_is_asked_for_next_week_once() {
    Answer done = street.ana.types(street.help, "done", Map.of("number", 1)).answer();
    assertThat(street.ana.presses(done, "Same again next week").answer().text()).contains("#2");
    assertThat(street.ana.presses(done, "Same again next week").answer().text()).contains("#2");
    Map<String, ?> week = Map.of("number", 1, "when", "next week");
    assertThat(street.ana.types(street.help, "again", week).answer().text()).contains("#2");

    assertThat(street.card(2).text()).contains("Bread", "10:00–12:00", "looking for 1 person");
    assertThat(street.cards()).hasSize(2);
  }

  @Test
  void thanks_are_said_as_the_asker_wants() {
    street.ben.presses(street.card(1), "I'll help").answer();
    Answer done = street.ana.types(street.help, "done", Map.of("number", 1)).answer();
    Answer ways = street.ana.presses(done, "Say thanks").answer();
    assertThat(ways.labels()).containsExactly("Only to Ben", "In the group", "Without my name");
    Map<String, ?> words = Map.of("number", 1, "words", "@everyone *what* a day!");
    Answer asked = street.ana.types(street.help, "thanks", words).answer();

    street.ana.presses(asked, "In the group").answer();

    Post line = street.help.awaitMessage("Ana says thank you to Ben for #1");
    assertThat(line.text()).contains("\\@everyone \\*what\\* a day!");
    assertThat(street.ana.presses(ways, "Only to Ben").answer().text()).contains("already");
  }

  @Test
  void how_thanks_are_said_is_an_option_too() {
    street.ben.presses(street.card(1), "I'll help").answer();
    street.ana.types(street.help, "done", Map.of("number", 1)).answer();
    Map<String, ?> thanks = Map.of("number", 1, "words", "Phew", "how", "anonymous");

    street.ana.types(street.help, "thanks", thanks).answer();

    street.ben.privateChat().awaitMessage("Somebody whom you helped says thank you: “Phew”");
  }

  @Test
  void a_heart_of_the_asker_on_the_card_is_thanks() {
    street.ben.presses(street.card(1), "I'll help").answer();
    street.ana.types(street.help, "done", Map.of("number", 1)).answer();
    street.chi.reacts(street.card(1), "❤️");

    street.ana.reacts(street.card(1), "❤️");

    street.ben.privateChat().awaitMessage("Ana says thank you for #1.");
  }

  @Test
  void the_care_card_is_shown_to_the_helper_at_hand_and_to_nobody_else() {
    Map<String, ?> card = Map.of("text", "No peanuts");
    Answer written = street.ana.types(street.help, "settings card", card).answer();
    assertThat(written.ephemeral()).isTrue();
    assertThat(written.text()).contains("It is sealed").doesNotContain("peanuts");
    Answer shown = street.ana.types(street.help, "settings card").answer();
    assertThat(shown.text()).contains("No peanuts");
    assertThat(shown.labels()).containsExactly("Change", "Clear");
    Answer helping = street.ben.presses(street.card(1), "I'll help").answer();

    Answer details = street.ben.presses(helping, "Show details").answer();

    assertThat(details.text()).contains("No peanuts");
    assertThat(details.ephemeral()).isTrue();
    street.ana.presses(shown, "Clear").answer();
    assertThat(street.ben.presses(helping, "Show details").answer().text())
        .doesNotContain("peanuts");
    assertThat(street.help.messages()).noneMatch(post -> post.text().contains("peanuts"));
  }
}
