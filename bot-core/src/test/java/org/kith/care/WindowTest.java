package org.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.Window.Shape;

class WindowTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant SIX = Instant.parse("2027-01-24T18:00:00Z");
  private static final Instant EIGHT = Instant.parse("2027-01-24T20:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2027-03-28, 23",
    "Europe/Berlin,       2027-10-31, 25",
    "America/New_York,    2027-03-14, 23",
    "Australia/Lord_Howe, 2027-04-04, 24.5",
    "Australia/Lord_Howe, 2027-10-03, 23.5",
    "Pacific/Kiritimati,  2027-03-28, 24",
  })
  void a_day_goes_from_midnight_to_midnight_over_a_clock_change(
      String id, LocalDate date, double hours) {
    ZoneId zone = ZoneId.of(id);

    Window day = Window.day(date, zone);

    assertThat(LocalDateTime.ofInstant(instant(day.from()), zone)).isEqualTo(date.atStartOfDay());
    assertThat(LocalDateTime.ofInstant(instant(day.until()), zone))
        .isEqualTo(date.plusDays(1).atStartOfDay());
    assertThat(Duration.between(day.from(), day.until()))
        .isEqualTo(Duration.ofMinutes((long) (hours * 60)));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2027-03-27, 167",
    "Europe/Berlin,       2027-10-30, 169",
    "Australia/Lord_Howe, 2027-03-31, 168.5",
    "Pacific/Kiritimati,  2027-03-28, 168",
  })
  void a_week_later_begins_at_the_same_local_hour(String id, LocalDate date, double hours) {
    ZoneId zone = ZoneId.of(id);
    Instant from = date.atTime(10, 0).atZone(zone).toInstant();

    Window later = Window.between(from, from.plus(Duration.ofHours(2)), zone).aWeekLater();

    assertThat(Duration.between(from, later.from()))
        .isEqualTo(Duration.ofMinutes((long) (hours * 60)));
    assertThat(Duration.between(later.from(), later.until())).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-01-24T09:00:00Z, 2026-01-24T11:00:00Z, TOMORROW, 2026-01-21T09:00:00Z, 2026-01-21T11:00:00Z
          2026-01-24T09:00:00Z, 2026-01-24T11:00:00Z, WEEK,     2026-01-31T09:00:00Z, 2026-01-31T11:00:00Z
          2026-01-01T09:00:00Z, 2026-01-01T11:00:00Z, WEEK,     2026-01-22T09:00:00Z, 2026-01-22T11:00:00Z
          2026-01-13T09:00:00Z, 2026-01-13T11:00:00Z, WEEK,     2026-01-27T09:00:00Z, 2026-01-27T11:00:00Z
          2026-01-13T12:00:00Z, 2026-01-13T14:00:00Z, WEEK,     2026-01-27T12:00:00Z, 2026-01-27T14:00:00Z
          2026-03-22T09:00:00Z, 2026-03-22T11:00:00Z, WEEK,     2026-03-29T08:00:00Z, 2026-03-29T10:00:00Z
          """)
  void one_tap_moves_it_to_the_same_local_time_that_lies_ahead(
      Instant from, Instant until, Extension by, Instant start, Instant end) {
    Instant now = Instant.parse("2026-01-20T11:00:00Z"); // A Tuesday, noon in Berlin.
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(by.of(Window.between(from, until, berlin), now))
        .isEqualTo(Window.between(start, end, berlin));
  }

  @Test
  void what_a_clock_change_would_turn_round_keeps_its_length_and_no_date_stays_none() {
    Instant gap = LocalDateTime.of(2027, 3, 21, 1, 45).atZone(BERLIN).toInstant();
    Window later = Window.between(gap, gap.plus(Duration.ofMinutes(30)), BERLIN).aWeekLater();

    assertThat(later.from()).isEqualTo("2027-03-28T00:45:00Z");
    assertThat(later.until()).isAfter(later.from());
    assertThat(Window.anyTime(BERLIN).aWeekLater()).isEqualTo(Window.anyTime(BERLIN));
  }

  @Test
  void a_window_is_rebuilt_from_its_five_columns() {
    Window evening = Window.part(LocalDate.of(2027, 1, 24), Part.EVENING, BERLIN);

    Window rebuilt =
        new Window(
            Shape.valueOf(evening.shape().name()),
            evening.from(),
            evening.until(),
            ZoneId.of(evening.zone().getId()),
            Part.valueOf(String.valueOf(evening.part())));

    assertThat(rebuilt).isEqualTo(evening);
  }

  @Test
  void a_night_ends_on_the_next_morning() {
    Window night = Window.part(LocalDate.of(2027, 1, 24), Part.NIGHT, BERLIN);

    assertThat(night.from()).isEqualTo("2027-01-24T21:00:00Z");
    assertThat(night.until()).isEqualTo("2027-01-25T05:00:00Z");
  }

  @Test
  void a_deadline_is_the_end_of_its_day_and_has_no_start() {
    Window by = Window.by(LocalDate.of(2027, 1, 22), BERLIN);

    assertThat(by.starts()).isNull();
    assertThat(by.ends()).isEqualTo("2027-01-22T23:00:00Z");
    assertThat(by.lastDay()).isEqualTo("2027-01-22");
  }

  @Test
  void what_has_no_date_has_neither_start_nor_end() {
    assertThat(Window.anyTime(BERLIN).isDated()).isFalse();
    assertThat(Window.toBeAgreed(BERLIN).isDated()).isFalse();
    assertThat(Window.anyTime(BERLIN).isOver(SIX)).isFalse();
    assertThat(Window.anyTime(BERLIN).lastDay()).isNull();
  }

  @Test
  void a_span_is_over_at_its_end_and_a_moment_after_it() {
    Window span = Window.between(SIX, EIGHT, BERLIN);
    Window moment = Window.at(EIGHT, BERLIN);

    assertThat(span.isOver(EIGHT.minusMillis(1))).isFalse();
    assertThat(span.isOver(EIGHT)).isTrue();
    assertThat(moment.isOver(EIGHT)).isFalse();
    assertThat(moment.isOver(EIGHT.plusMillis(1))).isTrue();
  }

  @Test
  void days_end_with_the_last_one() {
    Window days = Window.days(LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 20), BERLIN);

    assertThat(days.firstDay()).isEqualTo("2027-01-18");
    assertThat(days.lastDay()).isEqualTo("2027-01-20");
  }

  @ParameterizedTest
  @CsvSource({
    "ANY_TIME,     2027-01-24T18:00:00Z, ,                     ",
    "TO_BE_AGREED, ,                     2027-01-24T18:00:00Z, ",
    "MOMENT,       2027-01-24T18:00:00Z, ,                     ",
    "MOMENT,       2027-01-24T18:00:00Z, 2027-01-24T19:00:00Z, ",
    "SPAN,         2027-01-24T18:00:00Z, 2027-01-24T18:00:00Z, ",
    "SPAN,         2027-01-24T18:00:00Z, 2027-01-24T17:00:00Z, ",
    "SPAN,         2027-01-24T18:00:00Z, 2027-01-24T19:00:00Z, EVENING",
    "PART_OF_DAY,  2027-01-24T18:00:00Z, 2027-01-24T19:00:00Z, ",
    "BY,           2027-01-24T18:00:00Z, 2027-01-24T19:00:00Z, ",
    "BY,           ,                     ,                     ",
    "DAY,          2027-01-24T18:00:00Z, ,                     ",
    "DAYS,         ,                     2027-01-24T18:00:00Z, ",
  })
  void a_window_that_cannot_be_does_not_exist(
      Shape shape, @Nullable Instant from, @Nullable Instant until, @Nullable Part part) {
    assertThatThrownBy(() -> new Window(shape, from, until, BERLIN, part))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_same_local_times_in_another_zone_keep_their_order_over_its_clock_change() {
    ZoneId utc = ZoneId.of("UTC");
    Window span =
        Window.between(
            Instant.parse("2027-03-28T02:30:00Z"), Instant.parse("2027-03-28T03:00:00Z"), utc);

    assertThat(span.sameLocalTimesIn(BERLIN))
        .isEqualTo(
            Window.between(
                Instant.parse("2027-03-28T01:30:00Z"),
                Instant.parse("2027-03-28T02:00:00Z"),
                BERLIN));
    assertThat(Window.at(SIX, utc).sameLocalTimesIn(BERLIN))
        .isEqualTo(Window.at(SIX.minusSeconds(3_600), BERLIN));
    assertThat(Window.anyTime(utc).sameLocalTimesIn(BERLIN)).isEqualTo(Window.anyTime(BERLIN));
  }

  @Test
  void several_days_are_more_than_one() {
    LocalDate day = LocalDate.of(2027, 1, 18);

    assertThatThrownBy(() -> Window.days(day, day, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant instant(@Nullable Instant instant) {
    assertThat(instant).isNotNull();
    return instant == null ? Instant.MIN : instant;
  }
}
