package org.kith.care;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kith.circle.QuietHours;

/**
 * How fast the circle of those who are asked widens: the nearer the time, the faster. Half of what
 * is left passes before each step, half a day at most; for what is urgent a quarter of an hour, so
 * that all have been asked within the hour.
 */
public final class Pace {
  /** What begins sooner than this is urgent. */
  public static final Duration URGENT = Duration.ofHours(6);

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration LONGEST_URGENT = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private Pace() {}

  /** True if it begins, or has to be done, within six hours, and is not over. */
  public static boolean isUrgent(Window window, Instant now) {
    Instant deadline = deadline(window, now);
    return deadline != null && deadline.isBefore(now.plus(URGENT)) && !window.isOver(now);
  }

  /** When the next step is taken; never in the night of this zone, unless it is urgent. */
  public static Instant next(Window window, Instant now, ZoneId zone) {
    Instant deadline = deadline(window, now);
    Duration left = deadline == null ? LONGEST.multipliedBy(2) : Duration.between(now, deadline);
    boolean urgent = isUrgent(window, now);
    Duration step = min(left.dividedBy(2), urgent ? LONGEST_URGENT : LONGEST);
    Instant then = now.plus(step.compareTo(SHORTEST) < 0 ? SHORTEST : step);
    return urgent ? then : QuietHours.USUAL.next(then, zone);
  }

  /** Until when somebody has to be found: its beginning, or its end once it has begun. */
  private static @Nullable Instant deadline(Window window, Instant now) {
    Instant starts = window.starts();
    return starts != null && starts.isAfter(now) ? starts : window.ends();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
