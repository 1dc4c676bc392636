package org.kith.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kith.words.WhenMeaning.DayPart;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.PartAfterDay;
import org.kith.words.WhenMeaning.Weekday;
import org.kith.words.WhenToken.Kind;

/**
 * Takes apart what languages write together in a text that says when: a weekday and a part of the
 * day (German), a short "and" and the word after it (Arabic), a number and its ending (Ukrainian).
 */
final class WordsApart {
  private static final String HYPHENS = "-\u2010\u2011";

  private final WhenVocabulary vocabulary;
  private final Locale locale;

  WordsApart(WhenVocabulary vocabulary, Locale locale) {
    this.vocabulary = vocabulary;
    this.locale = locale;
  }

  /** The pieces of a text. */
  List<WhenToken> of(String text) {
    List<WhenToken> all = WhenToken.of(text);
    List<WhenToken> apart = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isBeforeEnding(all, i)) {
        apart.addAll(apart(all.get(i)));
      }
    }
    return apart;
  }

  private List<WhenToken> apart(WhenToken token) {
    String word = Folded.of(token.text(), locale);
    if (token.kind() != Kind.WORD || vocabulary.knows(word)) {
      return List.of(token);
    }
    for (int end = 1; end < word.length(); end++) {
      String first = word.substring(0, end);
      String second = word.substring(end);
      if (end >= 3 ? isDayAndPart(first, second) : isAnd(first, end) && vocabulary.knows(second)) {
        return List.of(
            new WhenToken(Kind.WORD, first, token.glued()),
            new WhenToken(Kind.WORD, second, false));
      }
    }
    return List.of(token);
  }

  private boolean isDayAndPart(String day, String part) {
    return vocabulary.means(day, Weekday.class)
        && (vocabulary.means(part, DayPart.class) || vocabulary.means(part, PartAfterDay.class));
  }

  /** One letter that is "and" before a word in Arabic; elsewhere it stands alone. */
  private boolean isAnd(String letter, int length) {
    return length == 1
        && Character.UnicodeScript.of(letter.codePointAt(0)) == Character.UnicodeScript.ARABIC
        && vocabulary.means(letter, Mark.AND);
  }

  /** The hyphen in "10-й" and "24-го": what follows it only says how the number is declined. */
  private boolean isBeforeEnding(List<WhenToken> all, int at) {
    if (at == 0 || at + 1 >= all.size() || !HYPHENS.contains(all.get(at).text())) {
      return false;
    }
    WhenToken ending = all.get(at + 1);
    String word = Folded.of(ending.text(), locale);
    return all.get(at).glued()
        && all.get(at - 1).kind() == Kind.NUMBER
        && ending.kind() == Kind.WORD
        && ending.glued()
        && (vocabulary.means(word, Mark.ORDINAL) || vocabulary.means(word, Mark.OCLOCK));
  }
}
