package org.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When reminders come, by the clocks of several zones. */
class ReminderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    // An ordinary day, then the nights in which the clocks change, forward and back.
    "Europe/Berlin, 2026-01-24, 2026-01-23T17:00:00Z, 2026-01-24T08:00:00Z",
    "Europe/Berlin, 2026-03-29, 2026-03-28T17:00:00Z, 2026-03-29T07:00:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-24T16:00:00Z, 2026-10-25T08:00:00Z",
    "America/New_York, 2026-03-08, 2026-03-07T23:00:00Z, 2026-03-08T13:00:00Z",
    "America/New_York, 2026-11-01, 2026-10-31T22:00:00Z, 2026-11-01T14:00:00Z",
    "Australia/Lord_Howe, 2026-10-04, 2026-10-03T07:30:00Z, 2026-10-03T22:00:00Z",
    "Australia/Lord_Howe, 2026-04-05, 2026-04-04T07:00:00Z, 2026-04-04T22:30:00Z",
    "Pacific/Kiritimati, 2026-01-24, 2026-01-23T04:00:00Z, 2026-01-23T19:00:00Z",
  })
  void at_six_on_the_evening_before_and_an_hour_before_by_the_local_clock(
      ZoneId zone, LocalDate day, Instant evening, Instant hour) {
    Window window =
        Window.between(
            day.atTime(10, 0).atZone(zone).toInstant(),
            day.atTime(12, 0).atZone(zone).toInstant(),
            zone);

    assertThat(Reminder.EVENING_BEFORE.at(window, LONG_AGO, zone, ReminderTimes.USUAL))
        .hasValue(evening);
    assertThat(Reminder.HOUR_BEFORE.at(window, LONG_AGO, zone, ReminderTimes.USUAL)).hasValue(hour);
  }

  @ParameterizedTest(name = "begins {0}, reminded {1}")
  @CsvSource({
    "2026-01-24T07:59, 2026-01-24T06:59",
    "2026-01-24T08:00,",
    "2026-01-24T08:14,",
    "2026-01-24T08:15, 2026-01-24T08:00",
    "2026-01-24T08:59, 2026-01-24T08:00",
    "2026-01-24T09:00, 2026-01-24T08:00",
    "2026-01-24T22:00, 2026-01-24T21:00",
    "2026-01-24T23:30, 2026-01-24T22:30",
    "2026-01-24T02:00, 2026-01-24T01:00",
  })
  void an_hour_before_is_at_night_only_for_what_begins_at_night(
      LocalDateTime begins, LocalDateTime reminded) {
    Window window = Window.at(begins.atZone(BERLIN).toInstant(), BERLIN);

    Optional<Instant> expected =
        Optional.ofNullable(reminded).map(local -> local.atZone(BERLIN).toInstant());
    assertThat(Reminder.HOUR_BEFORE.at(window, LONG_AGO, BERLIN, ReminderTimes.USUAL))
        .isEqualTo(expected);
  }

  @Test
  void what_begins_at_no_hour_has_only_its_evening() {
    LocalDate day = LocalDate.of(2026, 1, 24);
    Instant evening = Instant.parse("2026-01-23T17:00:00Z");
    for (Window window :
        new Window[] {
          Window.day(day, BERLIN),
          Window.days(day, day.plusDays(2), BERLIN),
          Window.by(day, BERLIN),
          Window.by(Instant.parse("2026-01-24T12:00:00Z"), BERLIN),
          Window.part(day, Part.MORNING, BERLIN)
        }) {
      assertThat(Reminder.EVENING_BEFORE.at(window, LONG_AGO, BERLIN, ReminderTimes.USUAL))
          .hasValue(evening);
      assertThat(Reminder.HOUR_BEFORE.at(window, LONG_AGO, BERLIN, ReminderTimes.USUAL)).isEmpty();
    }
  }

  @Test
  void what_has_no_date_has_its_evening_three_days_after_the_promise() {
    Instant promised = LocalDateTime.of(2026, 3, 27, 23, 30).atZone(BERLIN).toInstant();
    Instant evening = LocalDateTime.of(2026, 3, 30, 18, 0).atZone(BERLIN).toInstant();
    for (Window window : List.of(Window.anyTime(BERLIN), Window.toBeAgreed(BERLIN))) {
      assertThat(Reminder.EVENING_BEFORE.at(window, promised, BERLIN, ReminderTimes.USUAL))
          .hasValue(evening);
      assertThat(Reminder.HOUR_BEFORE.at(window, promised, BERLIN, ReminderTimes.USUAL)).isEmpty();
    }
  }

  @ParameterizedTest(name = "promised {0}, reminded {1}")
  @CsvSource({
    "2026-01-23T14:59, 2026-01-23T18:00",
    "2026-01-23T16:00, 2026-01-23T19:00",
    "2026-01-23T18:59, 2026-01-23T21:59",
    "2026-01-23T19:00,",
    "2026-01-24T06:00,",
  })
  void the_evening_waits_until_the_promise_is_three_hours_old(
      LocalDateTime promised, LocalDateTime reminded) {
    Window window = Window.at(Instant.parse("2026-01-24T13:00:00Z"), BERLIN);
    Instant claimedAt = promised.atZone(BERLIN).toInstant();

    Optional<Instant> expected =
        Optional.ofNullable(reminded).map(local -> local.atZone(BERLIN).toInstant());
    assertThat(Reminder.EVENING_BEFORE.at(window, claimedAt, BERLIN, ReminderTimes.USUAL))
        .isEqualTo(expected);
  }

  @Test
  void an_hour_before_is_left_out_within_three_hours_of_the_promise() {
    Instant begins = Instant.parse("2026-01-24T13:00:00Z");
    Window window = Window.at(begins, BERLIN);

    assertThat(
            Reminder.HOUR_BEFORE.at(
                window, begins.minus(Duration.ofHours(4)), BERLIN, ReminderTimes.USUAL))
        .hasValue(begins.minus(Duration.ofHours(1)));
    assertThat(
            Reminder.HOUR_BEFORE.at(
                window, begins.minus(Duration.ofMinutes(239)), BERLIN, ReminderTimes.USUAL))
        .isEmpty();
  }
}
