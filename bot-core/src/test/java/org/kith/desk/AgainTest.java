package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Needed still, and the same again next week. It is Tuesday, 20 January, 12:00 in Berlin. */
class AgainTest {
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");
  private static final String WEEK = "Same again next week";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void after_done_the_same_is_asked_a_week_later_by_one_press() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12, near Elm Square, 2 people");
    circle.settle();
    Message done = message(circle.types("Ana", "/done 1"));

    String answer = text(circle.presses("Ana", done, WEEK));

    assertThat(answer).contains("It's posted", "#2", "Sat 31 Jan, 10:00–12:00", "Elm Square");
    assertThat(card(2))
        .contains("Bread", "Sat 31 Jan, 10:00–12:00", "Near: Elm Square", "looking for 2 people");
    assertThat(card(1)).endsWith("#1: done");
  }

  @Test
  void a_second_press_makes_no_second_request() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Message done = message(circle.types("Ana", "/done 1"));

    String first = text(circle.presses("Ana", done, WEEK));
    String second = text(circle.presses("Ana", done, WEEK));
    String typed = text(circle.types("Ana", "/again 1 next week"));

    assertThat(second).isEqualTo(first);
    assertThat(typed).isEqualTo(first);
    assertThat(text(circle.types("Ben", "/claim 3"))).contains("There is no #3");
  }

  @Test
  void a_second_press_after_that_one_is_over_says_so() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/again 1 next week");
    circle.types("Ana", "/done 2");

    assertThat(text(circle.types("Ana", "/again 1 next week")))
        .contains("that was #2, and it is over too");
    assertThat(text(circle.types("Ana", "/again #2 in a week"))).contains("#3");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-26T11:00:00Z, Saturday 10-12, 'Sat 4 Apr, 10:00–12:00'",
    "America/New_York, 2026-03-05T17:00:00Z, Saturday 18:00, 'Sat 14 Mar, 18:00'",
    "Australia/Lord_Howe, 2026-04-02T01:00:00Z, Saturday morning, 'Sat 11 Apr, morning'",
    "Pacific/Kiritimati, 2026-03-26T01:00:00Z, Saturday, 'Sat 4 Apr'",
    "Europe/Berlin, 2026-03-26T11:00:00Z, whenever, any time",
  })
  void over_a_clock_change_the_local_hours_stay(
      String zone, Instant now, String when, String expected) {
    circle.types("Ana", "/circle set zone " + zone);
    circle.to(now);
    circle.types("Ana", "/needhelp Bread, " + when);
    circle.types("Ana", "/done 1");

    circle.types("Ana", "/again 1 next week");

    assertThat(card(2)).contains("When: " + expected + "\n");
  }

  @Test
  void the_private_details_come_along_sealed_anew_and_only_its_helper_sees_them() {
    Ask ask = new Ask.Options("Bread", null, "Saturday 10-12", null, null, "Door 4711", false);
    Reply preview = circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE);
    circle.presses("Ana", message(preview), "Post it");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/again 1 next week");
    circle.to(circle.clock.instant().plus(Ending.FORGOTTEN_AFTER));

    Message helping = message(circle.types("Ben", "/claim 2"));

    assertThat(text(circle.presses("Ben", helping, "Show details"))).contains("Door 4711");
    assertThat(text(circle.doesPrivately("Chi", new Command.ShowDetails(2))))
        .doesNotContain("4711");
    assertThat(card(2)).doesNotContain("4711");
  }

  @Test
  void where_details_are_taken_no_more_they_stay_behind() {
    Ask ask = new Ask.Options("Bread", null, null, null, null, "Door 4711", false);
    Reply preview = circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE);
    circle.presses("Ana", message(preview), "Post it");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/circle set details off");

    circle.types("Ana", "/again 1 next week");

    assertThat(card(2)).contains("Bread").doesNotContain("private details");
  }

  @Test
  void three_days_later_it_says_kindly_that_it_can_not_any_more() {
    circle.types("Ana", "/needhelp Bread");
    Message done = message(circle.types("Ana", "/done 1"));
    circle.forward(Ending.FORGOTTEN_AFTER);

    assertThat(text(circle.presses("Ana", done, WEEK)))
        .contains("I forget who asked it", "/needhelp asks anew");
    assertThat(text(circle.types("Ana", "/again 1"))).contains("I forget who asked it");
  }

  @Test
  void what_was_late_comes_in_a_week_that_lies_ahead() {
    circle.types("Ana", "/needhelp Bread, tomorrow 10-12");
    circle.forward(Duration.ofDays(3));
    circle.types("Ana", "/done 1");
    circle.forward(Duration.ofDays(3).minusMinutes(1));

    circle.types("Ana", "/again 1 next week");

    assertThat(card(2)).contains("Wed 28 Jan, 10:00–12:00");
  }

  @Test
  void still_needed_is_typed_as_again_with_the_same_answer_and_card() {
    for (int i = 1; i <= 2; i++) {
      circle.types("Ana", "/needhelp Bread, Saturday 10-12");
      circle.types("Ben", "/claim " + i);
    }
    circle.to(SATURDAY_NOON);

    String pressed = text(circle.doesPrivately("Ana", new Command.StillNeeded(1)));
    String typed = text(circle.types("Ana", "/again 2"));

    assertThat(typed).isEqualTo(pressed.replace("#1", "#2"));
    assertThat(card(2)).isEqualTo(card(1).replace("#1", "#2"));
  }

  @Test
  void still_needed_twice_sends_nobody_away_who_came_in_between() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(SATURDAY_NOON);
    circle.types("Ana", "/again 1");
    circle.types("Ben", "/claim 1");

    assertThat(text(circle.types("Ana", "/again 1"))).isEqualTo("#1 is on the board.");
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void a_card_that_somebody_deleted_is_typed_up_again_too() {
    circle.types("Ana", "/needhelp Bread");
    String id = circle.card(1).id();
    circle.paper.lose(id);
    circle
        .core
        .desk()
        .hear(
            "gone",
            Platform.BROWSER,
            new News.MessageDeleted(new MessageRef(TestCircle.PLACE, id)));

    assertThat(text(circle.types("Ana", "/again 1"))).isEqualTo("#1 is posted again.");
    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void without_a_number_it_asks_which() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/needhelp Milk");
    circle.types("Ana", "/done 1");

    assertThat(message(circle.types("Ana", "/again")).buttons())
        .extracting(button -> button.label())
        .containsExactly("#2 Milk", "#1 Bread");
    assertThat(text(circle.types("Ben", "/again"))).contains("nothing like that");
  }

  @Test
  void what_is_not_theirs_not_over_or_not_understood_gets_a_sentence() {
    circle.types("Ana", "/needhelp Bread");

    assertThat(text(circle.types("Ben", "/again 1"))).contains("Only whoever asked for #1");
    assertThat(text(circle.types("Ben", "/again 1 next week"))).contains("Only whoever asked");
    assertThat(text(circle.types("Ana", "/again 1 next week"))).contains("#1 isn't over yet");
    assertThat(text(circle.types("Ana", "/again 1 tomorrow"))).contains("/again 12 next week");
    assertThat(text(circle.types("Ana", "/again 99"))).contains("There is no #99");
    assertThat(text(circle.types("Ana", "/again \u202e'; drop table x --"))).contains("Which one?");
    assertThat(text(circle.doesPrivately("Ana", new Command.NextWeek(99)))).contains("isn't there");
    circle.types("Ana", "/cancel 1");
    assertThat(text(circle.types("Ana", "/again 1"))).contains("#1 is over already");
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }
}
