package org.kith.discord;

import java.util.regex.Pattern;

/**
 * Makes of any words a piece of Discord's markdown that shows exactly these words. A backslash
 * before a sign of punctuation shows the sign and takes its meaning away, so that nothing in the
 * words becomes bold, a heading, a list, a mention, a timestamp, an emoji or a link.
 */
final class Markdown {
  /** Signs that mean something wherever they stand. */
  private static final String ALWAYS = "\\*_~`|<>[]";

  /** What begins a heading, a small print or a list, if it is the first of a line. */
  private static final Pattern BEGINS_A_BLOCK = Pattern.compile("^(\\s*)(?:([#+-])|(\\d+)([.)]))");

  /** An address that a client makes a link of, or an invitation to a server. */
  private static final Pattern LINK =
      Pattern.compile("(?i):(?=//)|(?<=\\bdiscord(?:app)?)\\.(?=(?:gg|com|gift|new)\\b)");

  private static final Pattern PINGS_ALL = Pattern.compile("(?i)@(?=everyone|here)");

  private Markdown() {}

  /** One line of words, wherever in a line it stands. */
  static String words(String words) {
    StringBuilder out = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char sign = words.charAt(i);
      if (ALWAYS.indexOf(sign) >= 0) {
        out.append('\\');
      }
      out.append(sign == '\n' || sign == '\r' ? ' ' : sign);
    }
    String escaped = LINK.matcher(out).replaceAll("\\\\$0");
    return PINGS_ALL.matcher(escaped).replaceAll("\\\\@");
  }

  /** A whole line, already dressed, of which no beginning makes a block. */
  static String line(String dressed) {
    return BEGINS_A_BLOCK
        .matcher(dressed)
        .replaceFirst(found ->
            found.group(2) != null ? "$1\\\\" + found.group(2).replace("$", "\\$") : "$1$3\\\\$4");
  }

  /** Words that stand out; spaces at their ends stay outside, or Discord shows the stars. */
  static String strong(String words) {
    String inner = words.strip();
    if (inner.isEmpty()) {
      return words(words);
    }
    int from = words.indexOf(inner);
    return words.substring(0, from)
        + "**"
        + words(inner)
        + "**"
        + words.substring(from + inner.length());
  }

  /** Words that lead to an address of our own making. */
  static String link(String words, String address) {
    return "[" + words(words) + "](" + address + ")";
  }
}
