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
   * At 18:00 of the day before the window's first day, of a deadline's the day before its last: the
   * same hour for all promises of a day, so that one message can hold them.
   */
  EVENING_BEFORE,
  /** An hour before the window begins; only where it begins at some hour. */
  HOUR_BEFORE;

  /** Whoever has just promised something needs no reminder: none before this has passed. */
  public static final Duration FRESH = Duration.ofHours(3);

  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final Duration HOUR = Duration.ofHours(1);

  /** A reminder that comes later than that before the beginning helps nobody to set out. */
  private static final Duration LATEST = Duration.ofMinutes(15);

  /**
   * When it comes; empty if it does not come at all.
   *
   * @param claimedAt when the promise was made
   * @param zone the zone whose evenings and nights count
   */
  public Optional<Instant> at(Window window, Instant claimedAt, ZoneId zone) {
    return switch (this) {
      case EVENING_BEFORE -> evening(window, claimedAt.plus(FRESH), zone);
      case HOUR_BEFORE -> hour(window, zone).filter(at -> !at.isBefore(claimedAt.plus(FRESH)));
    };
  }

  /** The instant from which a reminder is of no use; null if the window has no date. */
  public static @Nullable Instant useless(Window window) {
    return window.starts() == null ? window.ends() : window.starts();
  }

  /** True if the window was asked to begin at night: its reminder may come at night, too. */
  public static boolean mayWake(Window window, ZoneId zone) {
    return switch (window.shape()) {
      case MOMENT, SPAN -> {
        Instant begins = window.starts();
        yield begins != null && isQuiet(begins, zone);
      }
      // "In the morning" begins at six, but nobody means to be woken at five.
      case PART_OF_DAY, DAY, DAYS, BY, ANY_TIME, TO_BE_AGREED -> false;
    };
  }

  private static Optional<Instant> evening(Window window, Instant fresh, ZoneId zone) {
    LocalDate first = window.starts() == null ? window.lastDay() : window.firstDay();
    Instant useless = useless(window);
    if (first == null || useless == null) {
      return Optional.empty();
    }
    LocalDate day = first.minusDays(1);
    Instant evening = day.atTime(EVENING).atZone(zone).toInstant();
    Instant at = evening.isBefore(fresh) ? fresh : evening;
    boolean stillThatEvening = LocalDate.ofInstant(at, zone).equals(day) && !isQuiet(at, zone);
    return Optional.of(at).filter(then -> stillThatEvening && then.isBefore(useless));
  }

  private static Optional<Instant> hour(Window window, ZoneId zone) {
    Instant begins = window.starts();
    return switch (window.shape()) {
      case MOMENT, SPAN, PART_OF_DAY -> {
        if (begins == null) {
          throw new IllegalStateException(window.shape() + " has a start");
        }
        Instant at = begins.minus(HOUR);
        Instant awake = mayWake(window, zone) ? at : QuietHours.USUAL.next(at, zone);
        yield Optional.of(awake).filter(then -> !then.isAfter(begins.minus(LATEST)));
      }
      case DAY, DAYS, BY, ANY_TIME, TO_BE_AGREED -> Optional.empty();
    };
  }

  private static boolean isQuiet(Instant at, ZoneId zone) {
    return !QuietHours.USUAL.next(at, zone).equals(at);
  }
}
