package org.kith.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;

/** Sorts the parts of one request's text into what, when, where and how many. */
final class AskParts {

  /**
   * A piece between separators.
   *
   * @param before the separator that stood before it, nothing before the first
   * @param tight true if digits stand on both sides of that separator: perhaps a decimal comma
   */
  record Part(String before, String text, boolean tight) {}

  private final Instant now;
  private final ZoneId zone;
  private final WhenReader whens;
  private final HelpersReader counts;
  private final WhereReader places;
  private final NamelessReader namelessness;

  private final StringBuilder what = new StringBuilder();
  private String whenText = "";
  private Reading when;
  private @Nullable Integer helpers;
  private String near = "";
  private boolean anonymous;
  private boolean tookLast;

  AskParts(
      Instant now,
      ZoneId zone,
      WhenReader whens,
      HelpersReader counts,
      WhereReader places,
      NamelessReader namelessness) {
    this.now = now;
    this.zone = zone;
    this.whens = whens;
    this.counts = counts;
    this.places = places;
    this.namelessness = namelessness;
    this.when = new Reading.Understood(Window.anyTime(zone));
  }

  /** The parts of a text, at least one; blank ones are left out but for the first. */
  static List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    String before = "";
    boolean tight = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSeparator(text.charAt(i))) {
        String part = text.substring(start, i);
        if (parts.isEmpty() || !part.isBlank()) {
          parts.add(new Part(before, part, tight));
        }
        if (i < text.length()) {
          before = isLineBreak(text.charAt(i)) ? " " : text.substring(i, i + 1);
          tight = between(text, i);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Takes the first part, which is what is needed, unless it only says "anonymous". */
  void what(Part part) {
    Optional<String> after = namelessness.after(part.text());
    anonymous = after.isPresent() || namelessness.is(part.text());
    what.append(after.orElse(anonymous ? "" : part.text()));
  }

  /** Takes a later part. */
  void later(Part part) {
    tookLast = (!part.tight() || tookLast) && take(Clean.line(part.text()));
    if (!tookLast) {
      what.append(what.toString().isBlank() ? "" : part.before()).append(part.text());
    }
  }

  String what() {
    return what.toString();
  }

  Reading when() {
    return when;
  }

  String near() {
    return near;
  }

  int helpers() {
    return helpers == null ? 1 : helpers;
  }

  boolean anonymous() {
    return anonymous;
  }

  /** When, if the text said it. */
  @Nullable Reading whenSaid() {
    return whenText.isEmpty() ? null : when;
  }

  /** How many, if the text said it. */
  @Nullable Integer helpersSaid() {
    return helpers;
  }

  private boolean take(String part) {
    return takeWhen(part) || takeHelpers(part) || takeNear(part) || takeNamelessness(part);
  }

  private boolean takeWhen(String part) {
    String whole = whenText.isEmpty() ? part : whenText + " " + part;
    Reading reading = whens.read(whole, now, zone);
    if (reading instanceof Reading.Unclear) {
      return false;
    }
    whenText = whole;
    when = reading;
    return true;
  }

  private boolean takeHelpers(String part) {
    OptionalInt found = counts.people(part);
    if (helpers != null || found.isEmpty()) {
      return false;
    }
    helpers = found.getAsInt();
    return true;
  }

  private boolean takeNear(String part) {
    Optional<String> found = places.read(part);
    if (!near.isEmpty() || found.isEmpty()) {
      return false;
    }
    near = found.get();
    return true;
  }

  private boolean takeNamelessness(String part) {
    boolean says = namelessness.is(part);
    anonymous |= says;
    return says;
  }

  /** The commas of the world's scripts, and what ends a line. */
  private static boolean isSeparator(char c) {
    return c == ',' || c == '\u060C' || c == '\u3001' || c == '\uFF0C' || isLineBreak(c);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private static boolean between(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }
}
