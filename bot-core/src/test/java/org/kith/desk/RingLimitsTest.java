package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.kith.command.Command;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * Whom the rings leave out, and when they stop. It is Tuesday, 12:00 in Berlin; Stu and those who
 * say so manage the group.
 */
class RingLimitsTest {
  private static final Instant TUESDAY_21 = Instant.parse("2026-01-20T20:00:00Z");
  private static final Instant TUESDAY_23 = Instant.parse("2026-01-20T22:00:00Z");
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    for (String name : List.of("Ben", "Chi", "Dee")) {
      circle.types(name, "/board");
    }
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bread, tomorrow 11:59       | true
          Bread, tomorrow 12:00       | false
          Bread, Saturday 10-12       | false
          Bread                       | false
          """)
  void a_promise_is_taken_back_late_within_a_day_of_its_time(String ask, boolean late) {
    circle.types("Dee", "/board");
    asks("Ana", ask);
    circle.types("Chi", "/claim 1");
    circle.types("Dee", "/standby 1");

    circle.types("Chi", "/cancel 1");

    assertThat(told("dee").isEmpty()).isNotEqualTo(late);
  }

  @Test
  void of_their_own_request_nobody_is_asked_to_look_after() {
    asks("Stu", "Bread, Saturday 10-12");

    circle.to(TUESDAY_21);
    circle.forward(HALF_A_DAY);

    assertThat(told("stu")).noneMatch(said -> said.contains("If you look after it"));
  }

  @Test
  void whoever_manages_and_said_no_or_rests_is_not_asked_to_look_after_it() {
    asks("Ana", "Bread, Saturday 10-12");
    circle.does("Stu", new Command.CantHelp(1), TestCircle.PLACE);
    asks("Ana", "Milk, Saturday 10-12");
    circle.to(TUESDAY_21);
    circle.types("Stu", "/rest");

    circle.forward(HALF_A_DAY);

    assertThat(told("stu")).isEmpty();
  }

  @Test
  void no_more_than_five_who_manage_are_asked() {
    List<String> managers = List.of("Gil", "Hal", "Ida", "Jon", "Kim");
    for (String name : managers) {
      circle.isManagedBy(name);
      circle.types(name, "/board");
    }
    asks("Ana", "Bread, Saturday 10-12");
    circle.to(TUESDAY_21);
    circle.forward(HALF_A_DAY);

    assertThat(List.of("stu", "gil", "hal", "ida", "jon", "kim"))
        .filteredOn(name -> !told(name).isEmpty())
        .hasSize(5);
  }

  @Test
  void the_card_is_posted_again_no_second_time_within_a_day() {
    asks("Ana", "Bread, Saturday 10-12");
    String first = cardId();
    circle.to(TUESDAY_21);
    String again = cardId();
    assertThat(again).isNotEqualTo(first);
    circle.types("Chi", "/claim 1");
    circle.types("Chi", "/cancel 1");

    circle.forward(HALF_A_DAY);

    assertThat(cardId()).isEqualTo(again);
  }

  @Test
  void what_is_urgent_in_the_night_waits_for_nobody_who_sleeps() {
    circle.types("Ben", "/settings set ask yes");
    circle.to(TUESDAY_23);
    asks("Ana", "A ride, tomorrow 02:00");
    String first = cardId();

    circle.forward(Duration.ofMinutes(15));

    assertThat(cardId()).isNotEqualTo(first);
    circle.to(TUESDAY_23.plus(Duration.ofHours(10)));
    assertThat(told("ben")).isEmpty();
  }

  @Test
  void where_one_of_two_has_come_the_asker_is_not_told_that_nobody_has() {
    asks("Ana", "Bread, Saturday 10-12, 2 people");
    circle.types("Chi", "/claim 1");

    circle.to(SATURDAY_NOON);

    assertThat(told("ana")).noneMatch(said -> said.contains("nobody has come"));
  }

  @Test
  void once_somebody_has_come_or_its_time_is_over_nobody_is_asked() {
    asks("Ana", "Bread, Saturday 10-12");
    String card = cardId();
    circle.types("Chi", "/claim 1");
    asks("Ana", "Milk, tomorrow 10-12");
    circle.to(SATURDAY_NOON.minus(Duration.ofDays(3)));
    circle.types("Ben", "/settings set ask yes");

    circle.forward(Duration.ofHours(20));

    assertThat(told("ben")).isEmpty();
    assertThat(cardId()).isEqualTo(card);
  }

  @Test
  void without_a_date_it_is_taken_down_quietly_when_it_would_be_asked_about() {
    asks("Ana", "Bread");
    circle.types("Ana", "/cancel 1 if nobody comes");
    circle.forward(Duration.ofDays(14));

    assertThat(circle.card(1).message().text().plain()).endsWith("#1: over");
    assertThat(told("ana"))
        .singleElement()
        .asString()
        .contains("Nobody has come for #1, so I have taken it down quietly");
    assertThat(told("stu")).isEmpty();
  }

  private void asks(String name, String line) {
    circle.types(name, "/needhelp " + line);
    circle.settle();
  }

  private String cardId() {
    circle.settle();
    List<String> ids =
        circle.paper.in(TestCircle.PLACE).stream()
            .filter(sheet -> sheet.card() && sheet.message().text().plain().contains("#1"))
            .map(Sheet::id)
            .toList();
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  private List<String> told(String account) {
    circle.settle();
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }
}
