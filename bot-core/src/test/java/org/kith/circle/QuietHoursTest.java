package org.kith.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is written to at night, by the clock on the wall. */
class QuietHoursTest {
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
}
