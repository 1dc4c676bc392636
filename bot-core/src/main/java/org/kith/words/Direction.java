package org.kith.words;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps what is put into a sentence from turning the order of the words around it: a name, free
 * text, a number with its sign and a command each stand in an isolate of Unicode's bidirectional
 * algorithm. What people typed has no such marks of its own (see {@link Clean}), so that nothing in
 * it closes an isolate.
 *
 * <p>A sentence that runs from right to left isolates all that is put into it, and a line of it
 * that does not begin with a letter of its own begins with a mark that says its direction: there is
 * nothing else to tell it by where a line is made of a number and a name, and some screens go by
 * the first letter even if it stands in an isolate. One that runs from left to right isolates only
 * what has letters of the other direction, and is otherwise unchanged.
 */
final class Direction {
  /** Begins an isolate whose first strong letter says its direction. */
  static final char FIRST_STRONG = '\u2068';

  /** Begins an isolate that runs from left to right. */
  static final char LEFT_TO_RIGHT = '\u2066';

  /** Ends the last isolate that was begun. */
  static final char POP = '\u2069';

  /** Nothing to the eye, and a letter from right to left to the algorithm. */
  static final char RIGHT_TO_LEFT = '\u200F';

  /** A command as it is typed, with the plain words and numbers that belong to it. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\p{L}\\p{N}/])/[a-z]{3,}(?: (?:[a-z]+|#?[0-9]+|\\{[a-z]+}))*");

  private static final Pattern LINE = Pattern.compile("\n", Pattern.LITERAL);

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
    String isolated = out.toString();
    return turns(pattern) || isolated.indexOf(POP) >= 0 ? marked(isolated) : isolated;
  }

  /** The same with a mark before each line whose direction would otherwise be anybody's guess. */
  private static String marked(String isolated) {
    return LINE.splitAsStream(isolated)
        .map(line -> isDoubtful(line) ? RIGHT_TO_LEFT + line : line)
        .collect(Collectors.joining("\n"));
  }

  /** True if something else comes before the first letter from right to left. */
  private static boolean isDoubtful(String line) {
    if (isOneIsolate(line)) {
      return false;
    }
    int first = 0;
    while (first < line.length() && !isTelling(line.charAt(first))) {
      first++;
    }
    // What a plural or a choice begins with is the sentence's own words.
    return first < line.length()
        && line.charAt(first) != '{'
        && !turns(line.substring(first, first + 1));
  }

  private static boolean isTelling(char c) {
    return c == FIRST_STRONG || c == LEFT_TO_RIGHT || c == '{' || Character.isLetter(c);
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

  /** True if one isolate, whose first strong letter says its direction, is the whole text. */
  private static boolean isIsolated(String text) {
    return isOneIsolate(text) && text.charAt(0) == FIRST_STRONG;
  }

  private static boolean isOneIsolate(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == FIRST_STRONG || c == LEFT_TO_RIGHT) {
        depth++;
      } else if (c == POP) {
        depth--;
      }
      if (depth == 0) {
        return c == POP && i == text.length() - 1;
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
