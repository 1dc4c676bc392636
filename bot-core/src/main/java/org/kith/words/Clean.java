package org.kith.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes what a person types safe to keep and to show: data, never an instruction to a screen.
 *
 * <p>Removed: control characters, halves of surrogate pairs, non-characters and private ones, and
 * everything that is invisible or turns the direction of writing (zero-width spaces, bidirectional
 * marks, overrides and isolates, tag characters, blank letters). Right-to-left letters stay: they
 * need no marks. A joiner (U+200D) or non-joiner (U+200C) stays only between two letters or
 * pictures of writing that is shaped by it (Persian, the scripts of India, emoji), because there it
 * changes what is read; between Latin, Greek or Cyrillic letters it would only hide something. The
 * text is composed (NFC), white space becomes one space, and of marks piled on one letter the first
 * four stay.
 *
 * <p>Markup and mentions are not touched: each platform's renderer makes them harmless, in its own
 * way.
 */
public final class Clean {
  /** The most lines that a text of several lines keeps; what follows is joined to the last. */
  public static final int MOST_LINES = 20;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final int MOST_MARKS = 4;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private Clean() {}

  /** One line: line breaks become spaces. Empty if nothing visible was typed. */
  public static String line(String typed) {
    return String.join(" ", split(typed));
  }

  /**
   * Several lines, as typed, without empty ones at both ends and never two empty ones together; at
   * most {@link #MOST_LINES}, what follows is joined to the last one. Nothing typed is lost.
   */
  public static String lines(String typed) {
    List<String> kept = new ArrayList<>();
    for (String line : LINE_BREAK.split(typed, -1)) {
      String clean = line(line);
      boolean empty = clean.isEmpty() && (kept.isEmpty() || kept.getLast().isEmpty());
      if (!empty) {
        kept.add(clean);
      }
    }
    if (!kept.isEmpty() && kept.getLast().isEmpty()) {
      kept.removeLast();
    }
    if (kept.size() <= MOST_LINES) {
      return String.join("\n", kept);
    }
    String last = line(String.join(" ", kept.subList(MOST_LINES - 1, kept.size())));
    return String.join("\n", kept.subList(0, MOST_LINES - 1)) + "\n" + last;
  }

  private static List<String> split(String typed) {
    int[] points = Normalizer.normalize(visible(typed), Normalizer.Form.NFC).codePoints().toArray();
    StringBuilder kept = new StringBuilder(points.length);
    int marks = 0;
    for (int i = 0; i < points.length; i++) {
      marks = isMark(points[i]) ? marks + 1 : 0;
      boolean joins = !isJoiner(points[i]) || joins(points, i);
      if (joins && marks <= MOST_MARKS) {
        kept.appendCodePoint(points[i]);
      }
    }
    // Letters and marks that a joiner kept apart may now be one.
    String composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
    return Stream.of(SPACE.split(composed)).filter(word -> !word.isEmpty()).toList();
  }

  /** Without what can't be seen, all white space as plain spaces. */
  private static String visible(String typed) {
    StringBuilder seen = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(point -> {
          if (isSpace(point)) {
            seen.append(' ');
          } else if (!isHidden(point)) {
            seen.appendCodePoint(point);
          }
        });
    return seen.toString();
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
      case Character.FORMAT -> !isJoiner(point) && !isArabicSign(point);
      case Character.UNASSIGNED -> (point & 0xFFFE) == 0xFFFE || in(point, 0xFDD0, 0xFDEF);
      default -> isBlankLetter(point);
    };
  }

  /** Format characters that are seen: signs that stand over the following number or word. */
  private static boolean isArabicSign(int point) {
    return in(point, 0x600, 0x605) || point == 0x6DD || point == 0x70F || point == 0x8E2;
  }

  /** Letters and marks by category, nothing to the eye. */
  private static boolean isBlankLetter(int point) {
    return switch (point) {
      case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          in(point, 0x180B, 0x180F) || in(point, 0xFE00, 0xFE0D) || in(point, 0xE0100, 0xE01EF);
    };
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean joins(int[] points, int at) {
    return at > 0 && at + 1 < points.length && isShaped(points[at - 1]) && isShaped(points[at + 1]);
  }

  private static boolean isShaped(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case LATIN, GREEK, CYRILLIC -> false;
      default ->
          Character.isLetter(point)
              || isMark(point)
              || Character.getType(point) == Character.COMBINING_SPACING_MARK
              || Character.getType(point) == Character.OTHER_SYMBOL
              || Character.getType(point) == Character.MODIFIER_SYMBOL
              || (Character.isEmoji(point) && !Character.isDigit(point));
    };
  }

  private static boolean isJoiner(int point) {
    return point == JOINER || point == NON_JOINER;
  }

  private static boolean in(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
