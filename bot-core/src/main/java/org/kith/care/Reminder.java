package org.kith.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.circle.QuietHours;

/** When a helper is reminded of a promise. */
public enum Reminder {
  /**
   * On the day before the window's first day, of a deadline's the day before its last, and without
   * a date once on the third day after the promise: at the same hour for all promises of a day, so
   * that one message can hold them.
   */
  EVENING_BEFORE,
  /** About an hour before the window begins; only where it begins at some hour. */
  HOUR_BEFORE;

  /** Whoever has just promised something needs no reminder: none before this has passed. */
  public static final Duration FRESH = Duration.ofHours(3);

  /** What may be done at any time is forgotten most easily: so many days later it is said once. */
  private static final int UNDATED_DAYS = 3;

  /**
   * When it comes; empty if it does not come at all.
   *
   * @param claimedAt when the promise was made
   * @param zone the zone whose evenings and nights count
   * @param times when the helper wants to be reminded, and when not; where it would come in quiet
   *     hours of theirs it comes before, or once they are over
   */
  public Optional<Instant> at(Window window, Instant claimedAt, ZoneId zone, ReminderTimes times) {
    Instant fresh = claimedAt.plus(FRESH);
    return switch (this) {
      case EVENING_BEFORE ->
          Optional.ofNullable(times.dayBefore())
              .flatMap(time ->
                  window.isDated()
                      ? dayBefore(window, time, fresh, zone, times.quiet())
                      : Optional.of(undated(time, claimedAt, zone, times.quiet())));
      case HOUR_BEFORE ->
          Optional.ofNullable(times.ahead())
              .flatMap(ahead -> ahead(window, ahead, zone, times.quiet()))
              .filter(at -> !at.isBefore(fresh));
    };
  }

  /** The instant from which a reminder is of no use; null if the window has no date. */
  public static @Nullable Instant useless(Window window) {
    return window.starts() == null ? window.ends() : window.starts();
  }

  /** True if the window was asked to begin at night: its reminder may come at night, too. */
  public static boolean mayWake(Window window, ZoneId zone, QuietHours quiet) {
    return switch (window.shape()) {
      case MOMENT, SPAN -> {
        Instant begins = window.starts();
        yield begins != null && quiet.holds(begins, zone);
      }
      // "In the morning" begins at six, but nobody means to be woken at five.
      case PART_OF_DAY, DAY, DAYS, BY, ANY_TIME, TO_BE_AGREED -> false;
    };
  }

  private static Optional<Instant> dayBefore(
      Window window, LocalTime time, Instant fresh, ZoneId zone, QuietHours quiet) {
    LocalDate first = window.starts() == null ? window.lastDay() : window.firstDay();
    Instant useless = useless(window);
    if (first == null || useless == null) {
      return Optional.empty();
    }
    LocalDate day = first.minusDays(1);
    Instant wanted = quiet.before(day.atTime(time).atZone(zone).toInstant(), zone);
    Instant at = wanted.isBefore(fresh) ? fresh : wanted;
    boolean stillThatDay = LocalDate.ofInstant(at, zone).equals(day) && !quiet.holds(at, zone);
    return Optional.of(at).filter(then -> stillThatDay && then.isBefore(useless));
  }

  private static Instant undated(LocalTime time, Instant claimedAt, ZoneId zone, QuietHours quiet) {
    LocalDate day = LocalDate.ofInstant(claimedAt, zone).plusDays(UNDATED_DAYS);
    return quiet.before(day.atTime(time).atZone(zone).toInstant(), zone);
  }

  private static Optional<Instant> ahead(
      Window window, Duration ahead, ZoneId zone, QuietHours quiet) {
    Instant begins = window.starts();
    return switch (window.shape()) {
      case MOMENT, SPAN, PART_OF_DAY -> {
        if (begins == null) {
          throw new IllegalStateException(window.shape() + " has a start");
        }
        Instant at = begins.minus(ahead);
        Instant awake = mayWake(window, zone, quiet) ? at : quiet.next(at, zone);
        yield Optional.of(awake)
            .filter(then -> !then.isAfter(begins.minus(ReminderTimes.SHORTEST)));
      }
      case DAY, DAYS, BY, ANY_TIME, TO_BE_AGREED -> Optional.empty();
    };
  }
}
