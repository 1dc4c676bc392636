package org.kith.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weekly digest stays at its local time, whatever the clocks do. */
class DigestTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int WEEKS = 160;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "America/St_Johns",
        "Asia/Kolkata",
        "UTC"
      })
  void monday_at_nine_is_monday_at_nine_in_every_week_of_three_years(String id) {
    ZoneId zone = ZoneId.of(id);
    Instant at = START;
    for (int week = 0; week < WEEKS; week++) {
      Instant next = DigestTime.USUAL.next(at, zone);
      ZonedDateTime local = next.atZone(zone);
      assertThat(next).isAfter(at);
      assertThat(local.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
      assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
      if (week > 0) {
        assertThat(local.toLocalDate()).isEqualTo(at.atZone(zone).toLocalDate().plusWeeks(1));
      }
      at = next;
    }
  }

  @Test
  void over_a_clock_change_a_week_is_an_hour_shorter_or_longer() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(week("2026-03-23T08:00:00Z", berlin)).isEqualTo(Duration.ofHours(7 * 24 - 1));
    assertThat(week("2026-10-19T07:00:00Z", berlin)).isEqualTo(Duration.ofHours(7 * 24 + 1));
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    Duration half = Duration.ofMinutes(30);
    Instant beforeSpring = DigestTime.USUAL.next(Instant.parse("2026-09-27T00:00:00Z"), lordHowe);
    assertThat(Duration.between(beforeSpring, DigestTime.USUAL.next(beforeSpring, lordHowe)))
        .isEqualTo(Duration.ofDays(7).minus(half));
  }

  @Test
  void an_hour_that_a_clock_change_skips_comes_as_late_as_the_gap_is_wide() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DigestTime night = new DigestTime(true, DayOfWeek.SUNDAY, LocalTime.of(2, 30));
    Instant skipped = night.next(Instant.parse("2026-03-23T00:00:00Z"), berlin);
    assertThat(skipped.atZone(berlin).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
    Instant after = night.next(skipped, berlin);
    assertThat(after.atZone(berlin).toLocalTime()).isEqualTo(LocalTime.of(2, 30));

    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    DigestTime quarter = new DigestTime(true, DayOfWeek.SUNDAY, LocalTime.of(2, 15));
    Instant gap = quarter.next(Instant.parse("2026-09-29T00:00:00Z"), lordHowe);
    assertThat(gap.atZone(lordHowe).toLocalTime()).isEqualTo(LocalTime.of(2, 45));
  }

  @Test
  void an_hour_that_comes_twice_is_taken_the_first_time_and_once() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DigestTime night = new DigestTime(true, DayOfWeek.SUNDAY, LocalTime.of(2, 30));
    Instant first = night.next(Instant.parse("2026-10-20T00:00:00Z"), berlin);
    assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(night.next(first, berlin)).isEqualTo(Instant.parse("2026-11-01T01:30:00Z"));
  }

  @Test
  void the_moment_itself_is_over() {
    ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
    Instant at = DigestTime.USUAL.next(START, kiritimati);
    assertThat(at).isEqualTo(Instant.parse("2026-01-04T19:00:00Z"));
    assertThat(DigestTime.USUAL.next(at, kiritimati)).isEqualTo(at.plus(Duration.ofDays(7)));
    assertThat(DigestTime.USUAL.next(at.minusNanos(1), kiritimati)).isEqualTo(at);
  }

  private static Duration week(String monday, ZoneId zone) {
    Instant at = Instant.parse(monday);
    return Duration.between(at, DigestTime.USUAL.next(at, zone));
  }
}
