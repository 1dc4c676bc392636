package org.kith.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.care.Window;

/**
 * Reads when something is needed from what a person typed. The whole text must be understood, in
 * one way only; what was understood is always shown to the person afterwards.
 */
public final class WhenReader {
  /** The most characters that are looked at; a longer text is unclear. */
  public static final int LIMIT = 100;

  private static final Map<Words, WhenReader> KNOWN = new ConcurrentHashMap<>();

  private final List<String> anyTime;
  private final Words words;

  private WhenReader(Words words) {
    this.words = words;
    this.anyTime = words.alternatives("when.read.any");
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
    if (clean.length() <= LIMIT && anyTime.contains(clean.toLowerCase(words.locale()))) {
      return new Reading.Understood(Window.anyTime(zone));
    }
    return new Reading.Unclear(clean);
  }
}
