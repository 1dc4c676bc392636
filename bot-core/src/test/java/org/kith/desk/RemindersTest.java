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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** What a helper is reminded of, and when. It is Tuesday, 12:00 in Berlin. */
class RemindersTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Instant FRIDAY_18 = Instant.parse("2026-01-23T17:00:00Z");
  private static final Instant SATURDAY_9 = Instant.parse("2026-01-24T08:00:00Z");
  private static final Instant SATURDAY_10 = Instant.parse("2026-01-24T09:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
  }

  DatabaseAddress address(Path at) {
    return DatabaseAddress.in(at);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_has_no_date_is_reminded_of_once_on_the_third_evening() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    circle.to(FRIDAY_18.minus(SECOND));
    assertThat(reminders()).isEmpty();

    circle.to(FRIDAY_18);
    circle.forward(Duration.ofDays(5));

    assertThat(reminders()).hasSize(1);
    assertThat(last()).contains("A small reminder of what you promised", "#1: Bread (any time)");
  }

  @Test
  void the_helper_is_reminded_on_the_evening_before_and_an_hour_before_once_each() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.to(FRIDAY_18.minus(SECOND));
    assertThat(reminders()).isEmpty();
    circle.restart();

    circle.to(FRIDAY_18);
    assertThat(reminders()).hasSize(1);
    assertThat(last())
        .contains("A small reminder of what you promised", "#1: Bread (Sat 24 Jan, 10:00–12:00)");
    circle.to(SATURDAY_9.minus(SECOND));
    assertThat(reminders()).hasSize(1);
    circle.restart();

    circle.to(SATURDAY_9);
    assertThat(last()).contains("It's nearly time", "#1: Bread (Sat 24 Jan, 10:00–12:00)");
    circle.to(SATURDAY_10);
    assertThat(reminders()).hasSize(2);
  }

  @Test
  void a_reminder_opens_the_details_and_takes_back_the_promise() {
    circle.types("Ana", "/needhelp");
    ask("Ana", "Saturday 10-12", "Door code 1234");
    circle.types("Ben", "/claim 1");
    circle.to(FRIDAY_18);

    Message reminder = circle.paper.to("ben").getLast();
    assertThat(reminder.text().plain()).doesNotContain("1234");
    assertThat(text(circle.pressesPrivately("Ben", reminder, "Show details"))).contains("1234");
    assertThat(text(circle.pressesPrivately("Ben", reminder, "I can't after all")))
        .contains("no reason needed");
    circle.to(SATURDAY_10);
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void all_promises_of_a_day_are_one_message_also_of_two_circles() {
    Place elm = new Place(Platform.BROWSER, "elm-square", "");
    circle.types("Chi", "/circle set zone Europe/Berlin", elm);
    circle.types("Ana", "/needhelp Milk, Saturday 15:00");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Soup, Sunday 10-12");
    circle.types("Chi", "/needhelp Chairs, Saturday", elm);
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/claim 2");
    circle.types("Ben", "/claim 3");
    circle.types("Ben", "/claim 1", elm);

    circle.to(FRIDAY_18);

    assertThat(reminders()).hasSize(1);
    assertThat(last())
        .contains("your 3 promises", "#2: Bread", "#1: Milk", "#1: Chairs", "Maple Street")
        .doesNotContain("Soup");
    circle.to(SATURDAY_9);
    assertThat(reminders()).hasSize(2);
    assertThat(last()).contains("Bread").doesNotContain("Milk", "Chairs");
  }

  @Test
  void what_begins_within_half_an_hour_of_each_other_is_one_message() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Milk, Saturday 10:30");
    circle.types("Ana", "/needhelp Soup, Saturday 11:00");
    for (int number = 1; number <= 3; number++) {
      circle.types("Ben", "/claim " + number);
    }
    circle.to(FRIDAY_18);
    circle.to(SATURDAY_9);
    assertThat(last()).contains("Bread", "Milk").doesNotContain("Soup");

    circle.to(SATURDAY_9.plus(Duration.ofMinutes(30)));
    assertThat(reminders()).hasSize(2);
    circle.to(SATURDAY_10);

    assertThat(reminders()).hasSize(3);
    assertThat(reminders().getLast()).contains("Soup").doesNotContain("Milk", "Bread");
  }

  @Test
  void more_promises_than_rows_of_buttons_lead_to_the_list_of_them() {
    for (int number = 1; number <= 7; number++) {
      circle.types("Ana", "/needhelp Bread, Saturday 10-12");
      circle.types("Ben", "/claim " + number);
    }
    circle.to(FRIDAY_18);

    Message reminder = circle.paper.to("ben").getLast();
    assertThat(reminder.text().plain()).contains("#7");
    assertThat(reminder.buttons().stream().map(Button::label))
        .containsExactly(
            "I can't: #1", "I can't: #2", "I can't: #3", "I can't: #4", "What I promised");
  }

  @Test
  void what_is_released_done_or_taken_back_is_not_in_it() {
    for (int number = 1; number <= 4; number++) {
      circle.types("Ana", "/needhelp Bread, Saturday 10-12");
      circle.types("Ben", "/claim " + number);
    }
    circle.types("Ben", "/cancel 1");
    circle.types("Ben", "/done 2");
    circle.types("Ana", "/cancel 3");

    circle.to(FRIDAY_18);

    assertThat(last()).contains("#4").doesNotContain("#1", "#2", "#3");
  }

  @Test
  void none_comes_within_three_hours_of_the_promise() {
    circle.types("Ana", "/needhelp Bread, today 15:30");
    circle.types("Ana", "/needhelp Milk, tomorrow 10:00");
    circle.types("Ana", "/needhelp Soup, tomorrow 10:00");
    circle.types("Ben", "/claim 1");
    circle.forward(Duration.ofHours(2));
    circle.types("Ben", "/claim 2");
    circle.forward(Duration.ofHours(2));
    circle.types("Ben", "/claim 3");

    circle.to(Instant.parse("2026-01-20T17:00:00Z"));
    assertThat(reminders()).hasSize(1);
    assertThat(last()).contains("Milk").doesNotContain("Bread", "Soup");
    circle.to(Instant.parse("2026-01-20T18:00:00Z"));
    assertThat(reminders()).hasSize(2);
    assertThat(last()).contains("Soup").doesNotContain("Bread", "Milk");
  }

  @Test
  void what_was_promised_less_than_three_hours_ago_joins_no_other_reminder_either() {
    circle.types("Ana", "/needhelp Bread, Saturday 10:00");
    circle.types("Ana", "/needhelp Milk, Saturday 10:20");
    circle.types("Ben", "/claim 1");
    circle.to(SATURDAY_9.minus(Duration.ofMinutes(160)));
    circle.types("Ben", "/claim 2");

    circle.to(SATURDAY_9);
    assertThat(last()).contains("Bread").doesNotContain("Milk");
    circle.to(SATURDAY_9.plus(Duration.ofMinutes(20)));

    assertThat(last()).contains("Milk").doesNotContain("Bread");
  }

  @Test
  void what_fell_due_while_the_bot_was_away_is_said_late_but_not_at_night() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.core.close();
    circle.clock.to(Instant.parse("2026-01-23T22:00:00Z"));
    circle.restart();
    circle.settle();
    assertThat(reminders()).isEmpty();

    circle.to(Instant.parse("2026-01-24T07:00:00Z"));
    assertThat(reminders()).hasSize(1);
    circle.to(SATURDAY_9);
    assertThat(reminders()).hasSize(2);
  }

  @Test
  void a_helper_may_choose_other_times_and_what_is_promised_already_follows() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(text(circle.types("Ben", "/settings set reminders 8:30pm, 2 hours")))
        .contains("on the day before at 20:30, and 2 hours before");

    circle.to(FRIDAY_18.plus(Duration.ofMinutes(149)));
    assertThat(reminders()).isEmpty();
    circle.to(FRIDAY_18.plus(Duration.ofMinutes(150)));
    assertThat(last()).contains("A small reminder of what you promised");
    circle.to(SATURDAY_10.minus(Duration.ofHours(2)));
    assertThat(reminders()).hasSize(2);
    circle.to(SATURDAY_10);
    assertThat(reminders()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | 19:00، ساعتين | ساعتين",
        "ar | ٧ مساء، 3 ساعات | 3 ساعات",
        "ar | 19:00، ساعة | ساعة",
        "uk | 19:00, годину | 1 годину",
        "uk | 19:00, 2 години | 2 години"
      })
  void other_times_are_read_as_the_language_writes_them(
      String language, String typed, String ahead) {
    circle.types("Ben", "/settings set language " + language);

    assertThat(text(circle.types("Ben", "/settings set reminders " + typed)))
        .contains("19:00", ahead)
        .doesNotContain("«");
  }

  @Test
  void whoever_wants_no_reminders_gets_none_until_they_want_them_as_usual() {
    circle.types("Ben", "/settings set reminders off");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(text(circle.types("Ben", "/settings show"))).contains("I don't remind you");
    circle.to(FRIDAY_18.plus(SECOND));
    assertThat(reminders()).isEmpty();

    circle.types("Ben", "/settings set reminders as usual");
    circle.to(SATURDAY_9);

    assertThat(last()).contains("It's nearly time");
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void times_that_are_none_are_refused_in_a_sentence_and_change_nothing() {
    for (String typed :
        List.of(
            "soon",
            "23:00",
            "7:59",
            "10 minutes",
            "5 hours",
            "19:00, 20:00",
            "1 hour, 2 hours",
            "19:00, 1 hour, x",
            ",",
            "tomorrow",
            "999999999999 hours",
            "19:00; drop table person")) {
      assertThat(text(circle.types("Ben", "/settings set reminders " + typed)))
          .as(typed)
          .contains("I could not read that");
    }
    assertThat(text(circle.types("Ben", "/settings show")))
        .contains("on the day before at 18:00, and an hour before");
  }

  @Test
  void an_evening_message_as_late_as_the_hour_before_is_not_said_besides() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.core.close();
    circle.clock.to(SATURDAY_9.plus(Duration.ofMinutes(30)));
    circle.restart();
    circle.settle();

    assertThat(reminders()).hasSize(1);
    assertThat(last()).contains("It's nearly time");
  }

  @Test
  void what_could_not_be_sent_before_the_window_begins_is_dropped_and_recorded() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.paper.away(true);
    circle.to(FRIDAY_18);
    circle.to(SATURDAY_9); // From here on the evening's message is said by the hour's.
    circle.to(SATURDAY_10);
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(10));

    assertThat(reminders()).isEmpty();
    assertThat(circle.core.courier().sent()).containsEntry("BROWSER TooLate", 1L);
  }

  @Test
  void what_falls_due_once_the_window_has_begun_is_dropped_and_recorded() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.core.close();
    circle.clock.to(SATURDAY_10);
    circle.restart();
    circle.settle();

    assertThat(reminders()).isEmpty();
    assertThat(circle.core.courier().sent()).containsEntry("BROWSER TooLate", 1L);
  }

  @Test
  void a_promise_that_waits_for_the_platform_and_is_taken_back_is_not_said() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.paper.away(true);
    circle.to(FRIDAY_18);
    circle.types("Ben", "/cancel 1");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(10));

    assertThat(reminders()).isEmpty();
    assertThat(circle.core.courier().sent()).doesNotContainKey("BROWSER TooLate");
  }

  private void ask(String name, String when, String details) {
    Message preview =
        TestCircle.message(
            circle.does(
                name,
                new Command.NeedHelp(new Ask.Options("Bread", null, when, null, 1, details, false)),
                TestCircle.PLACE));
    circle.presses(name, preview, "Post it");
  }

  private String last() {
    List<String> all = reminders();
    return all.isEmpty() ? "" : all.getLast();
  }

  private List<String> reminders() {
    circle.settle();
    return circle.paper.to("ben").stream()
        .map(message -> message.text().plain())
        .filter(said -> said.contains("small reminder") || said.contains("nearly time"))
        .toList();
  }
}
