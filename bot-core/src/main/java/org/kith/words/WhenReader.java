package org.kith.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.words.Reading.Past;
import org.kith.words.Reading.Unclear;
import org.kith.words.Reading.Understood;

/**
 * Reads when something is needed from what a person typed. The whole text must be understood, and
 * in one way only; a text with two readings (3/4) is unclear. What was understood is always shown
 * to the person afterwards.
 *
 * <p>What leaves something open is read as people mostly mean it:
 *
 * <ul>
 *   <li>a time without a date is the next such time; a weekday is the next one, today as long as
 *       its time is not over; a day and month without a year is this year's, or next year's if it
 *       passed more than three months ago;
 *   <li>"next Friday" is the Friday of next week, weeks beginning on Monday;
 *   <li>hours are those of the 24-hour clock, except that where a language says am and pm a plain 1
 *       to 6 is in the afternoon;
 *   <li>the end of a span is the next such time after its start: 10-2 is 10:00 to 14:00, 22-1 ends
 *       on the next day.
 * </ul>
 *
 * <p>Each language reads by its own words; what makes no sense at all in them is read in English.
 *
 * <p>What names a date or time that is over is {@link Past} and never moved into the future.
 */
public final class WhenReader {
  /** The most characters that are looked at; a longer text is unclear. */
  public static final int LIMIT = 100;

  /** What begins later than this from now is unclear. */
  public static final int YEARS_AHEAD = 2;

  private static final Map<Words, WhenReader> KNOWN = new ConcurrentHashMap<>();

  private final WhenVocabulary vocabulary;
  private final @Nullable WhenReader foreign;

  private WhenReader(Words words) {
    this.vocabulary = new WhenVocabulary(words);
    this.foreign = words == Words.english() ? null : new WhenReader(Words.english());
  }

  /** The reader of a language. */
  public static WhenReader of(Words words) {
    return KNOWN.computeIfAbsent(words, WhenReader::new);
  }

  /**
   * Reads a text.
   *
   * @param zone the zone in which it is meant
   */
  public Reading read(String text, Instant now, ZoneId zone) {
    String clean = Clean.line(text);
    if (clean.isEmpty() || clean.length() > LIMIT) {
      return new Unclear(clean);
    }
    Set<Reading> readings = readings(clean, now, zone);
    if (readings.isEmpty() && foreign != null) {
      readings = foreign.readings(clean, now, zone);
    }
    boolean clear = readings.size() == 1 && readings.stream().noneMatch(one -> isFar(one, now));
    return clear ? readings.iterator().next() : new Unclear(clean);
  }

  private Set<Reading> readings(String clean, Instant now, ZoneId zone) {
    Set<Reading> readings = new LinkedHashSet<>();
    var grammar = new WhenGrammar(new WhenSentence(clean, vocabulary), now, zone);
    for (List<Window> choices : grammar.readings()) {
      readings.add(chosen(choices, now));
    }
    return readings;
  }

  private static Reading chosen(List<Window> choices, Instant now) {
    return choices.stream()
        .filter(window -> !window.isOver(now))
        .findFirst()
        .<Reading>map(Understood::new)
        .orElseGet(() -> new Past(choices.getFirst()));
  }

  private static boolean isFar(Reading reading, Instant now) {
    return switch (reading) {
      case Understood(Window window) -> isFar(window, now);
      case Past past -> false;
      case Unclear unclear -> true;
    };
  }

  private static boolean isFar(Window window, Instant now) {
    Instant first = window.from() == null ? window.until() : window.from();
    LocalDate last = LocalDate.ofInstant(now, window.zone()).plusYears(YEARS_AHEAD);
    return first != null && LocalDate.ofInstant(first, window.zone()).isAfter(last);
  }
}
