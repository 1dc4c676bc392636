package org.kith.words;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what is put into a sentence from turning the order of the words around it: a name, free
 * text, a number with its sign and a command each stand in an isolate of Unicode's bidirectional
 * algorithm. What people typed has no such marks of its own (see {@link Clean}), so that nothing in
 * it closes an isolate.
 *
 * <p>A sentence that runs from right to left isolates all that is put into it. One that runs from
 * left to right isolates only what has letters of the other direction, and is otherwise unchanged.
 */
final class Direction {
  /** Begins an isolate whose first strong letter says its direction. */
  static final char FIRST_STRONG = '\u2068';

  /** Begins an isolate that runs from left to right. */
  static final char LEFT_TO_RIGHT = '\u2066';

  /** Ends the last isolate that was begun. */
  static final char POP = '\u2069';

  /** A command as it is typed, with the plain words and numbers that belong to it. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\p{L}\\p{N}/])/[a-z]{3,}(?: (?:[a-z]+|#?[0-9]+|\\{[a-z]+}))*");

  private Direction() {}

  /** True if a language is written from right to left. */
  static boolean isRightToLeft(Locale locale) {
    return ULocale.forLocale(locale).isRightToLeft();
  }

  /** A pattern of a language that is written from right to left, with all isolates it needs. */
  static String isolating(String pattern) {
    Matcher commands = COMMAND.matcher(pattern);
    String set =
        commands.replaceAll(found -> LEFT_TO_RIGHT + Matcher.quoteReplacement(found.group()) + POP);
    MessagePattern parsed = new MessagePattern(set);
    StringBuilder out = new StringBuilder(set);
    for (int i = parsed.countParts() - 1; i >= 0; i--) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.NONE) {
        out.insert(parsed.getPart(parsed.getLimitPartIndex(i)).getLimit(), POP);
        int start = part.getIndex();
        boolean signed = start > 0 && set.charAt(start - 1) == '#' && isText(parsed, start - 1);
        out.insert(signed ? start - 1 : start, FIRST_STRONG);
      }
    }
    return out.toString();
  }

  /** A text for a place that is isolated already: each line of it, and no line twice. */
  static String within(String text) {
    String bare = isIsolated(text) ? text.substring(1, text.length() - 1) : text;
    return bare.indexOf('\n') < 0 ? bare : bare.replace("\n", POP + "\n" + FIRST_STRONG);
  }

  /** A text for a sentence that runs from left to right. */
  static String among(String text) {
    if (!turns(text) || isIsolated(text)) {
      return text;
    }
    return FIRST_STRONG + text.replace("\n", POP + "\n" + FIRST_STRONG) + POP;
  }

  /** One of several in a list, in a language of either direction. */
  static String listed(String text, boolean rightToLeft) {
    return rightToLeft && !isIsolated(text) ? FIRST_STRONG + text + POP : among(text);
  }

  private static boolean isText(MessagePattern pattern, int at) {
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.REPLACE_NUMBER && part.getIndex() == at) {
        return false;
      }
    }
    return true;
  }

  /** True if one isolate begins with the text and ends with it. */
  private static boolean isIsolated(String text) {
    if (text.length() < 2 || text.charAt(0) != FIRST_STRONG) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == FIRST_STRONG || c == LEFT_TO_RIGHT) {
        depth++;
      } else if (c == POP && --depth == 0) {
        return i == text.length() - 1;
      }
    }
    return false;
  }

  private static boolean turns(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(direction ->
            direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
