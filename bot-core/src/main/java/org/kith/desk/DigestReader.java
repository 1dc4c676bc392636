package org.kith.desk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.DigestTime;
import org.kith.words.PlainWord;
import org.kith.words.Reading;
import org.kith.words.WhenReader;
import org.kith.words.Words;

/**
 * Reads when a weekly digest is to come: a weekday, a time, or both; what is not said stays as it
 * is. What names one day alone ("tomorrow", "in two hours") is no weekly time.
 *
 * @param usual the digest's time until now
 */
record DigestReader(Words words, DigestTime usual) {
  /** So many minutes tell "now" from an hour of the day. */
  private static final int A_LITTLE = 7;

  /**
   * The time that is meant, or none.
   *
   * @param now any time of the circle's today, in its zone
   */
  Optional<DigestTime> read(String typed, ZonedDateTime now) {
    if (PlainWord.english(typed, words).equals("off")) {
      return Optional.of(new DigestTime(false, usual.weekday(), usual.time()));
    }
    // Read on two days: a weekday is the same on both, "tomorrow" is not.
    ZonedDateTime today = now.toLocalDate().atStartOfDay(now.getZone());
    ZonedDateTime tomorrow = today.plusDays(1).plusMinutes(A_LITTLE);
    Meant first = meant(typed, today).orElse(null);
    Meant second = meant(typed, tomorrow).orElse(null);
    if (first == null || second == null || !Objects.equals(first.time, second.time)) {
      return Optional.empty();
    }
    LocalTime time = first.time == null ? usual.time() : first.time;
    if (first.weekday == second.weekday) {
      return Optional.of(new DigestTime(true, first.weekday, time));
    }
    boolean hourAlone = first.time != null && first.weekday == today.getDayOfWeek();
    return hourAlone ? Optional.of(new DigestTime(true, usual.weekday(), time)) : Optional.empty();
  }

  private Optional<Meant> meant(String typed, ZonedDateTime then) {
    Reading read = WhenReader.of(words).read(typed, then.toInstant(), then.getZone());
    if (!(read instanceof Reading.Understood(Window window)) || window.from() == null) {
      return Optional.empty();
    }
    ZonedDateTime at = window.from().atZone(then.getZone());
    return switch (window.shape()) {
      case MOMENT -> Optional.of(new Meant(at.getDayOfWeek(), at.toLocalTime()));
      case DAY -> Optional.of(new Meant(at.getDayOfWeek(), null));
      case ANY_TIME, TO_BE_AGREED, SPAN, PART_OF_DAY, BY, DAYS -> Optional.empty();
    };
  }

  private record Meant(DayOfWeek weekday, @Nullable LocalTime time) {}
}
