package org.kith.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that says when.
 *
 * @param kind what it is made of
 * @param text a word in the case it was typed, a number in the digits 0–9, or one sign
 * @param glued true if no space stands before it
 */
record WhenToken(Kind kind, String text, boolean glued) {

  enum Kind {
    WORD,
    NUMBER,
    SIGN
  }

  /** All the pieces of a text. A full stop after a word only shortens it and is left out. */
  static List<WhenToken> of(String text) {
    List<WhenToken> tokens = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    int at = 0;
    boolean glued = false;
    while (at < points.length) {
      int start = at;
      Kind kind = kind(points[at]);
      at++;
      while (kind != Kind.SIGN && at < points.length && continues(kind, points[at])) {
        at++;
      }
      boolean space = points[start] == ' ';
      boolean shortens = points[start] == '.' && glued && afterWord(tokens);
      if (!space && !shortens) {
        tokens.add(new WhenToken(kind, text(kind, points, start, at), glued));
      }
      glued = !space;
    }
    return tokens;
  }

  /** The number's value; only for short numbers, which is all that a date or time is made of. */
  int number() {
    return Integer.parseInt(text);
  }

  private static boolean afterWord(List<WhenToken> tokens) {
    return !tokens.isEmpty() && tokens.getLast().kind == Kind.WORD;
  }

  private static Kind kind(int point) {
    if (Character.isDigit(point)) {
      return Kind.NUMBER;
    }
    return Character.isLetter(point) ? Kind.WORD : Kind.SIGN;
  }

  private static boolean continues(Kind kind, int point) {
    if (kind == Kind.NUMBER) {
      return Character.isDigit(point);
    }
    // Marks, joiners and apostrophes stand inside words, as in o'clock.
    return Character.isLetter(point)
        || point == '\''
        || point == '\u2019'
        || point == 0x200C
        || point == 0x200D
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  private static String text(Kind kind, int[] points, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (kind == Kind.NUMBER) {
        text.append(Character.digit(points[i], 10));
      } else {
        text.appendCodePoint(points[i] == '\u2019' ? '\'' : points[i]);
      }
    }
    return text.toString();
  }
}
