package org.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast the rings widen. */
class PaceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-01-20T11:00:00Z");

  @Test
  void half_of_the_time_passes_before_each_step_and_half_a_day_at_most() {
    assertThat(next(Window.at(NOON.plus(Duration.ofHours(10)), BERLIN), NOON))
        .isEqualTo(NOON.plus(Duration.ofHours(5)));
    Instant eight = NOON.minus(Duration.ofHours(4));
    assertThat(next(Window.at(NOON.plus(Duration.ofDays(9)), BERLIN), eight))
        .isEqualTo(eight.plus(Duration.ofHours(12)));
  }

  @Test
  void what_would_fall_into_the_night_is_asked_on_the_evening_before_it() {
    Window saturday = Window.at(NOON.plus(Duration.ofDays(4)), BERLIN);
    assertThat(next(saturday, NOON)).isEqualTo(at(20, 21, 0));
    assertThat(next(saturday, at(20, 21, 0))).isEqualTo(at(21, 9, 0));
  }

  @Test
  void what_begins_in_the_morning_has_half_of_its_waking_hours_before_each_step() {
    Window ten = Window.at(at(21, 10, 0), BERLIN);
    assertThat(next(ten, NOON)).isEqualTo(at(20, 18, 0));
    assertThat(next(ten, at(20, 18, 0))).isEqualTo(at(20, 21, 0));
    assertThat(next(ten, at(20, 21, 0))).isEqualTo(at(21, 8, 0));
    assertThat(next(ten, at(20, 20, 30))).isEqualTo(at(20, 21, 0));
    assertThat(next(ten, at(20, 23, 0))).isEqualTo(at(21, 8, 0));
  }

  @Test
  void what_was_asked_late_and_leaves_the_whole_day_waits_for_the_morning() {
    Window six = Window.at(at(21, 18, 0), BERLIN);
    assertThat(next(six, at(20, 20, 30))).isEqualTo(at(21, 8, 0));
  }

  @Test
  void where_the_morning_is_too_late_it_is_asked_as_soon_as_it_is_urgent() {
    Window seven = Window.at(at(21, 7, 0), BERLIN);
    assertThat(next(seven, at(20, 23, 0))).isEqualTo(at(21, 1, 0));
  }

  @Test
  void without_a_time_it_is_half_a_day() {
    Instant six = Instant.parse("2026-01-20T07:30:00Z");
    assertThat(next(Window.anyTime(BERLIN), six)).isEqualTo(six.plus(Duration.ofHours(12)));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 180, 359})
  void what_is_urgent_has_reached_everybody_within_the_hour(int minutes) {
    Window window = Window.at(NOON.plus(Duration.ofMinutes(minutes)), BERLIN);
    Instant at = NOON;
    for (Ring ring = Ring.CARD; ring != Ring.STEWARDS; ring = ring.wider().orElseThrow()) {
      at = next(window, at);
    }
    assertThat(Duration.between(NOON, at)).isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_deadline_counts_to_its_end_and_what_has_begun_does_too() {
    Window by = Window.by(NOON.plus(Duration.ofHours(4)), BERLIN);
    Window today = Window.day(LocalDate.of(2026, 1, 20), BERLIN);
    assertThat(Pace.isUrgent(by, NOON)).isTrue();
    assertThat(Pace.isUrgent(today, NOON)).isFalse();
    assertThat(Pace.isUrgent(today, NOON.plus(Duration.ofHours(7)))).isTrue();
    assertThat(Pace.isUrgent(by, NOON.plus(Duration.ofHours(5)))).isFalse();
    assertThat(Pace.isUrgent(Window.anyTime(BERLIN), NOON)).isFalse();
  }

  /** Each begins at ten in the evening before a change of the clocks, or an ordinary night. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28",
    "Europe/Berlin, 2026-10-24",
    "America/New_York, 2026-03-07",
    "America/New_York, 2026-10-31",
    "Australia/Lord_Howe, 2026-04-04",
    "Australia/Lord_Howe, 2026-10-03",
    "Pacific/Kiritimati, 2026-01-20"
  })
  void in_the_night_nothing_happens_before_eight_by_the_clock_of_the_circle(
      ZoneId zone, LocalDate day) {
    ZonedDateTime evening = day.atTime(22, 0).atZone(zone);
    Window later = Window.day(day.plusDays(5), zone);

    Instant next = Pace.next(later, evening.toInstant(), zone, Duration.ofHours(12));

    assertThat(next.atZone(zone).toLocalDateTime())
        .isAfterOrEqualTo(day.plusDays(1).atTime(8, 0))
        .isBefore(day.plusDays(1).atTime(12, 0));
  }

  private static Instant next(Window window, Instant now) {
    return Pace.next(window, now, BERLIN, Duration.ofHours(12));
  }

  private static Instant at(int day, int hour, int minute) {
    return LocalDate.of(2026, 1, day).atTime(hour, minute).atZone(BERLIN).toInstant();
  }
}
