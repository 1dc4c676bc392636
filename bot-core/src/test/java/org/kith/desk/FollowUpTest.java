package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.RequestState;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.testing.TestCircle;

/** What happens once the time of a request is over. It is Tuesday, 12:00 in Berlin. */
class FollowUpTest {
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void after_its_time_both_sides_are_asked_and_the_askers_yes_ends_it() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_NOON.minus(SECOND));
    assertThat(last("ben")).doesNotContain("happen");

    circle.restart();
    circle.to(SATURDAY_NOON);

    assertThat(last("ben")).startsWith("Did #1 happen: Bread?");
    assertThat(last("ana")).startsWith("Did you get what you needed with #1: Bread?");
    circle.pressesPrivately("Ana", lastMessage("ana"), "Yes, I did");
    assertThat(card()).endsWith("#1: done");
  }

  @Test
  void still_needed_puts_it_on_the_board_again_and_blames_nobody() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_NOON);

    circle.pressesPrivately("Ana", lastMessage("ana"), "Still needed");

    assertThat(card()).contains("When: time to be agreed", "Ana is looking for 1 person");
    assertThat(last("ben")).contains("Ana still needs #1", "No harm done");
    circle.pressesPrivately("Ben", lastMessage("ben"), "Help with #1");
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void a_helper_who_says_that_it_did_not_work_out_frees_the_place() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_NOON);

    String answer = text(circle.pressesPrivately("Ben", lastMessage("ben"), "It didn't work out"));

    assertThat(answer).startsWith("That's all right, no reason needed.");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void where_it_did_not_work_out_the_asker_is_asked_at_once_and_can_move_it() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_NOON);
    circle.pressesPrivately("Ben", lastMessage("ben"), "It didn't work out");

    assertThat(last("ana")).startsWith("The time for #1 has passed, and nobody has come: Bread");
    circle.pressesPrivately("Ana", lastMessage("ana"), "Same time tomorrow");

    assertThat(card()).contains("When: Sun 25 Jan, 10:00–12:00", "Ana is looking for 1 person");
  }

  @Test
  void where_one_of_two_says_so_the_other_still_has_the_word() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12, 2 people");
    circle.types("Ben", "/claim 1");
    circle.types("Chi", "/claim 1");
    circle.to(SATURDAY_NOON);
    circle.pressesPrivately("Ben", lastMessage("ben"), "It didn't work out");

    assertThat(last("ana")).startsWith("Ben can't help with #1 after all");
    circle.forward(Duration.ofDays(1).plus(Duration.ofHours(1)));
    assertThat(card()).contains("Chi will help");
  }

  @Test
  void the_askers_word_decides_over_the_helpers() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/done 1");
    assertThat(card()).endsWith("#1: done");

    circle.pressesPrivately("Ana", lastMessage("ana"), "Still needed");

    assertThat(card()).contains("When: Sat 24 Jan, 10:00–12:00", "Ana is looking for 1 person");
  }

  @Test
  void three_days_of_silence_from_both_end_it() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_NOON);
    circle.forward(Duration.ofDays(3).minus(SECOND));
    assertThat(card()).contains("Ben will help");

    circle.forward(SECOND);

    assertThat(card()).endsWith("#1: over");
    assertThat(state()).isInstanceOf(RequestState.Unconfirmed.class);
    assertThat(last("ana")).doesNotContain("off the board");
  }

  @Test
  void what_nobody_took_ends_a_day_later_and_the_asker_is_told() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(SATURDAY_NOON);
    assertThat(last("ana")).contains("The time for #1 has passed, and nobody has come: Bread");

    circle.forward(Duration.ofDays(1));

    assertThat(card()).endsWith("#1: over");
    assertThat(last("ana")).contains("I have taken #1 off the board: Bread. Nobody was free");
    assertThat(state()).isInstanceOf(RequestState.Unmet.class);
    circle.pressesPrivately("Ana", lastMessage("ana"), "Still needed");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void an_asker_who_can_not_be_written_to_finds_it_behind_the_line_below_the_card() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.paper.closes("ana", true);
    circle.to(SATURDAY_NOON);
    circle.forward(Duration.ofDays(1));

    Message line = circle.paper.in(TestCircle.PLACE).getLast().message();
    assertThat(line.text().plain()).contains("Ana, there is news of #1");
    Message behind = TestCircle.message(circle.presses("Ana", line, "Show me"));
    circle.presses("Ana", behind, "Still needed");

    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void without_a_date_it_is_asked_about_after_fourteen_days() {
    circle.types("Ana", "/needhelp Bread");
    circle.forward(Duration.ofDays(14).minus(SECOND));
    assertThat(last("ana")).doesNotContain("two weeks");

    circle.forward(SECOND);

    assertThat(last("ana")).contains("#1 has been on the board for two weeks");
  }

  @Test
  void what_was_for_a_moment_is_asked_about_two_hours_later() {
    circle.types("Ana", "/needhelp Bread, Saturday 10:00");
    circle.to(SATURDAY_NOON.minus(SECOND));
    assertThat(last("ana")).doesNotContain("has passed");

    circle.to(SATURDAY_NOON);

    assertThat(last("ana")).contains("The time for #1 has passed");
  }

  @Test
  void nobody_is_asked_at_night() {
    circle.types("Ana", "/needhelp Sit with me, Saturday 20:00-23:00");
    circle.to(Instant.parse("2026-01-25T06:59:59Z"));
    assertThat(last("ana")).doesNotContain("has passed");

    circle.forward(SECOND);

    assertThat(last("ana")).contains("The time for #1 has passed");
  }

  @Test
  void what_is_done_or_taken_back_is_not_asked_about() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Milk, Saturday 10-12");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/cancel 2");
    circle.settle();
    int told = circle.paper.to("ana").size();

    circle.to(SATURDAY_NOON.plus(Duration.ofDays(2)));

    assertThat(circle.paper.to("ana")).hasSize(told);
  }

  @Test
  void nobody_but_the_asker_says_that_it_is_still_needed() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");

    assertThat(text(circle.doesPrivately("Chi", new Command.StillNeeded(1))))
        .contains("isn't there any more, or isn't in your circle");
    assertThat(text(circle.doesPrivately("Ben", new Command.StillNeeded(1))))
        .contains("isn't there any more, or isn't in your circle");
    assertThat(text(circle.doesPrivately("Ana", new Command.StillNeeded(99))))
        .contains("isn't there any more, or isn't in your circle");
    assertThat(card()).contains("Ben will help");
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }

  private RequestState state() {
    return circle.core.database().read(tables -> tables.requests().find(1).orElseThrow().state());
  }

  private Message lastMessage(String account) {
    circle.settle();
    return circle.paper.to(account).getLast();
  }

  private String last(String account) {
    circle.settle();
    List<Message> told = circle.paper.to(account);
    return told.isEmpty() ? "" : told.getLast().text().plain();
  }
}
