package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** How a request ends, on Telegram: it is Tuesday, and needed on Saturday from ten to twelve. */
class EndingStoriesTest {
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");

  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void ask() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(group, "/circle set zone Europe/Berlin");
    all.ana.writesEphemerally(group, "/needhelp bread, Saturday 10-12");
    all.card(group, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void both_sides_are_asked_and_what_is_still_needed_is_on_the_board_again() {
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.circle.to(SATURDAY_NOON);
    assertThat(all.letter(all.ben, "Did #1 happen: bread?").labels())
        .containsExactly("It happened", "It didn't work out");
    SeenMessage question = all.letter(all.ana, "Did you get what you needed with #1");

    all.ana.presses(question, "Still needed").answer();

    all.cardSays(group, 1, "Ana is looking for 1 person");
    assertThat(all.letter(all.ben, "Ana still needs #1").text()).contains("No harm done");
  }

  @Test
  void still_needed_can_be_typed() {
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.circle.to(SATURDAY_NOON);
    all.letter(all.ana, "Did you get what you needed with #1");

    all.ana.writesEphemerally(group, "/again 1");

    all.cardSays(group, 1, "Ana is looking for 1 person");
  }

  @Test
  void silence_from_both_closes_it_after_three_days() {
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.circle.to(SATURDAY_NOON);
    all.letter(all.ana, "Did you get what you needed with #1");

    all.passes(Duration.ofDays(3));

    all.cardSays(group, 1, "#1: over");
  }

  @Test
  void the_asker_to_whom_nobody_came_is_asked_and_then_told() {
    all.circle.to(SATURDAY_NOON);
    assertThat(all.letter(all.ana, "The time for #1 has passed").labels())
        .containsExactly(
            "Same time tomorrow", "In a week", "Any time", "Still needed", "Take it back");

    all.passes(Duration.ofDays(1));

    all.cardSays(group, 1, "#1: over");
    assertThat(all.letter(all.ana, "Nobody was free this time").labels())
        .containsExactly("Still needed");
  }

  @Test
  void after_done_the_same_is_asked_for_next_week_once() {
    all.ana.writesPrivately("/done 1");
    SeenMessage done = all.letter(all.ana, "#1 is done");
    all.ana.presses(done, "Same again next week").answer();
    all.cardSays(group, 2, "Sat 31 Jan, 10:00–12:00");
    all.ana.presses(done, "Same again next week").answer();
    all.ana.writesPrivately("/again 1 next week");

    all.passes(Duration.ofMinutes(1));

    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("#3"));
  }

  @Test
  void thanks_are_said_as_the_asker_wants() {
    helpedAndDone();
    all.ana.presses(all.letter(all.ana, "#1 is done"), "Say thanks").answer();
    assertThat(all.letter(all.ana, "How shall I say thank you").labels())
        .containsExactly("Only to Ben", "In the group", "Without my name");
    all.ana.writesPrivately("/thanks 1 <b>What</b> a day!");

    all.ana.presses(all.letter(all.ana, "How shall I say it for #1?"), "In the group").answer();

    all.telegram.await(
        "the line",
        () ->
            group.botMessages().stream()
                .anyMatch(one ->
                    one.text().equals("Ana says thank you to Ben for #1: “<b>What</b> a day!”")));
  }

  @Test
  void thanks_without_a_name_say_neither_who_nor_for_what() {
    helpedAndDone();

    all.ana.writesPrivately("/thanks 1 anonymous: Phew");

    all.letter(all.ben, "Somebody whom you helped says thank you: “Phew”");
  }

  @Test
  void a_heart_of_the_asker_is_thanks_where_the_bot_is_an_administrator() {
    group.promotesBot(all.ana);
    helpedAndDone();
    all.cardSays(group, 1, "done");

    all.ana.reacts(all.card(group, 1), "❤");

    all.letter(all.ben, "Ana says thank you for #1.");
  }

  @Test
  void a_heart_finds_the_card_of_a_topic_also_when_it_is_done() {
    TelegramGroup forum = all.meetIn(all.telegram.forum("Village"));
    forum.promotesBot(all.ana);
    all.ana.writes(forum.topic("Care"), "/needhelp milk");
    all.ben.presses(all.card(forum, 1), "I'll help").answer();
    all.cardSays(forum, 1, "Ben will help");
    all.ben.presses(all.letter(all.ben, "You're helping with #1"), "Done").answer();
    all.cardSays(forum, 1, "done");

    all.ana.reacts(all.card(forum, 1), "❤");

    all.letter(all.ben, "Ana says thank you for #1.");
  }

  private void helpedAndDone() {
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");
    all.ana.writesPrivately("/done 1");
    all.letter(all.ana, "#1 is done");
  }

  @Test
  void the_care_card_is_shown_to_the_helper_at_hand_and_to_nobody_else() {
    all.ana.writesPrivately("/settings card");
    all.ana.presses(all.letter(all.ana, "nothing on it yet"), "Write it").answer();
    all.ana.writesPrivately("No peanuts, and the bell does not work: please call when you come");
    all.letter(all.ana, "It is sealed");

    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.ben.presses(all.letter(all.ben, "You're helping with #1"), "Show details").answer();

    assertThat(all.letter(all.ben, "No peanuts").isProtected()).isTrue();
    assertThat(group.messages()).noneMatch(one -> one.text().contains("peanuts"));
  }

  @Test
  void a_care_card_typed_where_everybody_reads_it_is_taken_as_told_and_said_so() {
    all.ana.writes(group, "/settings card No peanuts");

    assertThat(all.letter(all.ana, "everybody in the group could read it").text())
        .doesNotContain("peanuts");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("peanuts"));
    assertThat(all.telegram.requests("deleteMessage")).isNotEmpty();
  }
}
