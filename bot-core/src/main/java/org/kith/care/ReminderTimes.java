package org.kith.care;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kith.circle.QuietHours;

/**
 * When somebody wants to be reminded of what they promised.
 *
 * @param dayBefore the local time on the day before, outside the quiet hours; null: not then
 * @param ahead how long before what begins at some hour, from {@link #SHORTEST} to {@link
 *     #LONGEST}; null: not then
 * @param quiet when they are not reminded
 */
public record ReminderTimes(
    @Nullable LocalTime dayBefore, @Nullable Duration ahead, QuietHours quiet) {
  /** A reminder that comes later than that before the beginning helps nobody to set out. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  /** What is further ahead than that is not “nearly time”. */
  public static final Duration LONGEST = Duration.ofHours(4);

  /** At six on the evening before, and an hour before. */
  public static final ReminderTimes USUAL =
      new ReminderTimes(LocalTime.of(18, 0), Duration.ofHours(1));

  /** No reminders. */
  public static final ReminderTimes NEVER = new ReminderTimes(null, null);

  /** The same with the usual quiet hours. */
  public ReminderTimes(@Nullable LocalTime dayBefore, @Nullable Duration ahead) {
    this(dayBefore, ahead, QuietHours.USUAL);
  }

  public ReminderTimes {
    if (dayBefore != null && !isPossible(dayBefore)) {
      throw new IllegalArgumentException("at night nobody is reminded: " + dayBefore);
    }
    if (ahead != null && !isPossible(ahead)) {
      throw new IllegalArgumentException("not a useful time ahead: " + ahead);
    }
  }

  /** The same with other quiet hours. */
  public ReminderTimes outside(QuietHours hours) {
    return new ReminderTimes(dayBefore, ahead, hours);
  }

  /** True if somebody can be reminded at this time of a day before. */
  public static boolean isPossible(LocalTime dayBefore) {
    return !dayBefore.isBefore(QuietHours.USUAL.until())
        && dayBefore.isBefore(QuietHours.USUAL.from());
  }

  /** True if somebody can be reminded this long before. */
  public static boolean isPossible(Duration ahead) {
    return ahead.compareTo(SHORTEST) >= 0 && ahead.compareTo(LONGEST) <= 0;
  }
}
