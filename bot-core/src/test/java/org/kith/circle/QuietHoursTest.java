package org.kith.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is written to at night, by the clock on the wall. */
class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2026-01-24T12:00, 2026-01-24T12:00",
    "Europe/Berlin,       2026-01-24T21:59, 2026-01-24T21:59",
    "Europe/Berlin,       2026-01-24T22:00, 2026-01-25T08:00",
    "Europe/Berlin,       2026-01-25T07:59, 2026-01-25T08:00",
    "Europe/Berlin,       2026-01-25T08:00, 2026-01-25T08:00",
    // The night in which an hour is left out, and the one in which an hour comes twice.
    "Europe/Berlin,       2026-03-28T23:00, 2026-03-29T08:00",
    "Europe/Berlin,       2026-10-24T23:00, 2026-10-25T08:00",
    "America/New_York,    2026-03-07T22:30, 2026-03-08T08:00",
    "Australia/Lord_Howe, 2026-04-04T23:00, 2026-04-05T08:00",
    "Pacific/Kiritimati,  2026-01-24T03:00, 2026-01-24T08:00",
  })
  void at_night_the_next_time_is_the_morning(ZoneId zone, LocalDateTime at, LocalDateTime next) {
    assertThat(QuietHours.USUAL.next(at.atZone(zone).toInstant(), zone))
        .isEqualTo(next.atZone(zone).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, 17:00, 2026-01-24T08:59, 2026-01-24T08:59, 2026-01-24T08:59",
    "09:00, 17:00, 2026-01-24T09:00, 2026-01-24T08:00, 2026-01-24T17:00",
    "09:00, 17:00, 2026-01-24T17:00, 2026-01-24T17:00, 2026-01-24T17:00",
    "00:00, 06:00, 2026-01-24T03:00, 2026-01-23T23:00, 2026-01-24T06:00",
    "23:00, 07:00, 2026-01-24T06:59, 2026-01-23T22:00, 2026-01-24T07:00",
    "00:00, 00:00, 2026-01-24T03:00, 2026-01-24T03:00, 2026-01-24T03:00",
  })
  void whoever_sleeps_at_another_time_is_left_alone_then(
      LocalTime from, LocalTime until, LocalDateTime at, LocalDateTime before, LocalDateTime next) {
    QuietHours quiet = new QuietHours(from, until);

    assertThat(quiet.next(at.atZone(BERLIN).toInstant(), BERLIN))
        .isEqualTo(next.atZone(BERLIN).toInstant());
    assertThat(quiet.before(at.atZone(BERLIN).toInstant(), BERLIN))
        .isEqualTo(before.atZone(BERLIN).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-24T12:00, 2026-01-24T13:30, PT1H30M",
    "2026-01-24T12:00, 2026-01-25T10:00, PT12H",
    "2026-01-24T23:00, 2026-01-25T08:00, PT0S",
    "2026-01-24T23:00, 2026-01-25T09:00, PT1H",
    "2026-01-24T21:00, 2026-01-27T08:30, PT29H30M",
    "2026-03-28T21:00, 2026-03-29T09:00, PT2H",
  })
  void of_the_time_between_only_the_waking_hours_count(
      LocalDateTime start, LocalDateTime end, Duration awake) {
    Instant from = start.atZone(BERLIN).toInstant();
    Instant to = end.atZone(BERLIN).toInstant();

    assertThat(QuietHours.USUAL.awake(from, to, BERLIN)).isEqualTo(awake);
    assertThat(QuietHours.USUAL.later(from, awake, BERLIN))
        .isEqualTo(QuietHours.USUAL.next(to, BERLIN));
  }
}
