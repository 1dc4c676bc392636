package org.kith.discord;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.words.Text;

/** Times that each client shows by its own clock and in its own language: {@code <t:0:f>}. */
final class Timestamps {
  private static final Duration SAME_DAY = Duration.ofDays(1);

  private Timestamps() {}

  /** A moment, a day, or both ends of what lasts; within a day the end is a time of the clock. */
  static String of(Text.Moment moment) {
    Instant from = moment.from();
    @Nullable Instant until = moment.until();
    String first = stamp(from, moment.days() ? 'D' : 'f');
    if (until == null) {
      return first;
    }
    boolean isShort = Duration.between(from, until).compareTo(SAME_DAY) < 0;
    return first + " – " + stamp(until, moment.days() ? 'D' : isShort ? 't' : 'f');
  }

  private static String stamp(Instant at, char style) {
    return "<t:" + at.getEpochSecond() + ":" + style + ">";
  }
}
