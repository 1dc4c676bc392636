package org.kith.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.words.Checked.Refused;
import org.kith.words.Checked.Taken;

/**
 * Reads a request from what a person typed: free text with commas, or one option at a time. Every
 * value taken is clean (see {@link Clean}).
 */
public final class AskReader {
  /** The most characters of what is needed. */
  public static final int WHAT_LIMIT = 300;

  /** The most characters of where. */
  public static final int NEAR_LIMIT = 100;

  /** The most characters of private details. */
  public static final int DETAILS_LIMIT = 1_500;

  /** The most people that one request looks for. */
  public static final int MOST_HELPERS = 20;

  private static final Map<Words, AskReader> KNOWN = new ConcurrentHashMap<>();

  private final WhenReader whens;
  private final HelpersReader counts;
  private final WhereReader places;
  private final NamelessReader namelessness;

  private AskReader(Words words) {
    this.whens = WhenReader.of(words);
    this.counts = new HelpersReader(words);
    this.places = new WhereReader(words);
    this.namelessness = new NamelessReader(words);
  }

  /** The reader of a language. */
  public static AskReader of(Words words) {
    return KNOWN.computeIfAbsent(words, AskReader::new);
  }

  /**
   * Reads a whole request. It is split at commas and line breaks: the first part is what is needed;
   * a later part that is wholly understood is when, where, how many or without whose name; a part
   * that is not belongs to what is needed. A second time is put together with the first ("Saturday,
   * 10-12"); where the two make no sense together the second belongs to what is needed.
   *
   * @param zone the zone in which times are meant
   */
  public Checked<Asked> read(String text, Instant now, ZoneId zone) {
    if (CardNumber.isIn(text)) {
      return new Refused<>("ask.refused.card", 0);
    }
    var sorted = new AskParts(now, zone, whens, counts, places, namelessness);
    List<AskParts.Part> parts = AskParts.split(text);
    sorted.what(parts.getFirst());
    parts.stream().skip(1).forEach(sorted::later);
    return switch (what(sorted.what())) {
      case Refused<String>(String reason, int limit) -> new Refused<>(reason, limit);
      case Taken<String>(String what) ->
          sorted.near().length() > NEAR_LIMIT
              ? new Refused<>("ask.refused.near", NEAR_LIMIT)
              : new Taken<>(
                  new Asked(
                      what,
                      sorted.when(),
                      sorted.near().isEmpty() ? null : sorted.near(),
                      sorted.helpers(),
                      sorted.anonymous()));
    };
  }

  /**
   * Reads what is to be changed about a request. It is split as a whole request is, but here the
   * first part, too, may be when, where or how many; whatever is not becomes what is needed.
   */
  public Checked<Reworded> readChange(String text, Instant now, ZoneId zone) {
    if (CardNumber.isIn(text)) {
      return new Refused<>("ask.refused.card", 0);
    }
    var sorted = new AskParts(now, zone, whens, counts, places, namelessness);
    AskParts.split(text).forEach(sorted::later);
    String left = Clean.line(sorted.what());
    boolean says = !left.isEmpty();
    if (says && counts.counts(left)) {
      return new Refused<>("ask.refused.helpers", MOST_HELPERS);
    }
    if (sorted.anonymous()) {
      return new Refused<>("ask.refused.anonymous", 0);
    }
    if (sorted.near().length() > NEAR_LIMIT) {
      return new Refused<>("ask.refused.near", NEAR_LIMIT);
    }
    if (left.length() > WHAT_LIMIT) {
      return new Refused<>("ask.refused.what", WHAT_LIMIT);
    }
    return new Taken<>(
        new Reworded(
            says ? left : null,
            sorted.whenSaid(),
            sorted.near().isEmpty() ? null : sorted.near(),
            sorted.helpersSaid()));
  }

  /** True if the text says "without my name", and nothing else. */
  public boolean isNameless(String text) {
    return namelessness.is(text);
  }

  /** True if somebody may have meant "without my name" among what is needed. */
  public boolean speaksOfNamelessness(String what) {
    return namelessness.isIn(what);
  }

  /** What is needed, as an option of its own: one line, not empty. */
  public static Checked<String> what(String typed) {
    String what = Clean.line(typed);
    if (what.isEmpty()) {
      return new Refused<>("ask.refused.empty", WHAT_LIMIT);
    }
    return limited(what, WHAT_LIMIT, "ask.refused.what");
  }

  /** What part of it somebody does: one line, may be empty. */
  public static Checked<String> part(String typed) {
    return limited(Clean.line(typed), WHAT_LIMIT, "ask.refused.part");
  }

  /** Where, as an option of its own, with or without "near" before it: one line, may be empty. */
  public Checked<String> where(String typed) {
    String where = Clean.line(typed);
    return limited(places.read(where).orElse(where), NEAR_LIMIT, "ask.refused.near");
  }

  /** Private details, as a field of their own: several lines, may be empty. */
  public static Checked<String> details(String typed) {
    return limited(Clean.lines(typed), DETAILS_LIMIT, "ask.refused.details");
  }

  /** How many people, as an option of its own. */
  public static Checked<Integer> helpers(long number) {
    return number >= 1 && number <= MOST_HELPERS
        ? new Taken<>((int) number)
        : new Refused<>("ask.refused.helpers", MOST_HELPERS);
  }

  /** How many people, typed as "2", "two" or "2 people". */
  public Checked<Integer> helpers(String typed) {
    OptionalInt number = counts.number(typed);
    return helpers(number.orElse(0));
  }

  private static Checked<String> limited(String clean, int limit, String reason) {
    if (CardNumber.isIn(clean)) {
      return new Refused<>("ask.refused.card", 0);
    }
    return clean.length() <= limit ? new Taken<>(clean) : new Refused<>(reason, limit);
  }
}
