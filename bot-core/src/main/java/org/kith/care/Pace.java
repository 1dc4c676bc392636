package org.kith.care;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kith.circle.QuietHours;

/**
 * How fast the circle of those who are asked widens: the nearer the time, the faster. Half of what
 * is left passes before each step, half a day at most unless a circle wants it otherwise, and of
 * the waking hours that are left never more than half; for what is urgent a quarter of an hour, so
 * that all have been asked within the hour.
 */
public final class Pace {
  /** What begins sooner than this is urgent. */
  public static final Duration URGENT = Duration.ofHours(6);

  private static final Duration LONGEST_URGENT = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  /** So long the card alone is heard before an evening that needs no haste. */
  private static final Duration HEARD = Duration.ofHours(2);

  /** What is further away does not hasten anything. */
  private static final Duration FAR = Duration.ofDays(3);

  private Pace() {}

  /** True if it begins, or has to be done, within six hours, and is not over. */
  public static boolean isUrgent(Window window, Instant now) {
    Instant deadline = deadline(window, now);
    return deadline != null && deadline.isBefore(now.plus(URGENT)) && !window.isOver(now);
  }

  /**
   * When the next step is taken; never in the night of this zone, unless it is urgent by then and
   * the morning would be too late.
   *
   * @param longest the longest wait, of what is not urgent
   */
  public static Instant next(Window window, Instant now, ZoneId zone, Duration longest) {
    Instant deadline = deadline(window, now);
    Instant far = now.plus(FAR);
    Instant end = deadline == null || deadline.isAfter(far) ? far : deadline;
    Duration half = Duration.between(now, end).dividedBy(2);
    if (isUrgent(window, now)) {
      return now.plus(within(SHORTEST, half, LONGEST_URGENT));
    }
    Duration awake = QuietHours.USUAL.awake(now, end, zone).dividedBy(2);
    Instant then =
        min(
            awake(now.plus(within(SHORTEST, half, longest)), now, end, zone),
            QuietHours.USUAL.later(now, within(SHORTEST, awake, longest), zone));
    return then.isBefore(end) ? then : max(now.plus(SHORTEST), end.minus(URGENT));
  }

  /**
   * What would fall into the night is done in the morning after it, or on the evening before: where
   * the card has been heard for a while by then, or where the morning leaves little time.
   */
  private static Instant awake(Instant then, Instant now, Instant end, ZoneId zone) {
    Instant morning = QuietHours.USUAL.next(then, zone);
    Instant evening = QuietHours.USUAL.before(then, zone);
    boolean heard = !evening.isBefore(now.plus(HEARD));
    boolean presses = evening.isAfter(now) && end.isBefore(morning.plus(URGENT));
    return heard || presses ? evening : morning;
  }

  /** Until when somebody has to be found: its beginning, or its end once it has begun. */
  private static @Nullable Instant deadline(Window window, Instant now) {
    Instant starts = window.starts();
    return starts != null && starts.isAfter(now) ? starts : window.ends();
  }

  private static Duration within(Duration least, Duration wanted, Duration most) {
    Duration atMost = wanted.compareTo(most) < 0 ? wanted : most;
    return atMost.compareTo(least) < 0 ? least : atMost;
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
