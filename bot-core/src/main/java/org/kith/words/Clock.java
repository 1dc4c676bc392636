package org.kith.words;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.care.Part;

/**
 * A time of day as it was typed, which may leave open the half of the day.
 *
 * @param minute minutes since local midnight, 0 to 1440 (the end of the day)
 * @param style how much of it is sure
 * @param bare true for a number alone, which is an hour only where something says so (at 8, 8-10, 8
 *     in the morning)
 */
record Clock(int minute, Style style, boolean bare) {
  static final int HALF_DAY = 12 * 60;
  static final int DAY = 24 * 60;

  enum Style {
    /** 18, 08:00, 6pm, noon: one time and no other. */
    EXACT,
    /** 6pm: exact, and says the half of the day of an hour that stands before it (3-5pm). */
    HALF,
    /** 8:00: the 24-hour clock, unless a part of the day or the start of its span say otherwise. */
    DIGITS,
    /** 8 or half past eight: by the daytime, unless something says otherwise. */
    HOUR
  }

  static Clock exact(int minute) {
    return new Clock(minute, Style.EXACT, false);
  }

  /** The same where something says that it is a time of day. */
  Clock said() {
    return new Clock(minute, style, false);
  }

  /**
   * Its minute when it stands first or alone. In a language that says "am" and "pm", 1 to 6 without
   * minutes are hours of the afternoon: nobody asks for a hand at three in the night in that way,
   * and who does sees what was understood.
   *
   * @return nothing if it contradicts the part of the day
   */
  OptionalInt first(@Nullable Part part, boolean knowsHalves) {
    if (part != null) {
      return choices().filter(choice -> belongs(choice, part)).findFirst();
    }
    boolean early = minute >= 60 && minute < 7 * 60;
    boolean afternoon = style == Style.HOUR && knowsHalves && early;
    return OptionalInt.of(afternoon ? minute + HALF_DAY : minute);
  }

  /** Its minute as the end of a span that starts at {@code start}: the next such time after it. */
  int after(int start) {
    return choices()
        .map(choice -> start + distance(start, choice))
        .min()
        .orElseThrow(() -> new IllegalStateException("a clock has at least one choice"));
  }

  /** Its minute as the start of a span that ends at {@code end}: the last such time before it. */
  int before(int end) {
    return choices()
        .boxed()
        .min((one, other) -> Integer.compare(distance(one, end), distance(other, end)))
        .orElseThrow(() -> new IllegalStateException("a clock has at least one choice"));
  }

  /** Minutes from one time of day to the next occurrence of another, 1 to 1440. */
  private static int distance(int from, int to) {
    int distance = Math.floorMod(to - from, DAY);
    return distance == 0 ? DAY : distance;
  }

  private IntStream choices() {
    return switch (style) {
      case EXACT, HALF -> IntStream.of(minute);
      case DIGITS, HOUR -> IntStream.of(minute, (minute + HALF_DAY) % DAY);
    };
  }

  private static boolean belongs(int minute, Part part) {
    int hour = minute / 60;
    return switch (part) {
      case MORNING -> hour < 12;
      case MIDDAY -> hour >= 11 && hour < 15;
      case AFTERNOON -> hour >= 12 && hour < 19;
      case EVENING -> hour >= 16;
      case NIGHT -> hour >= 18;
    };
  }
}
