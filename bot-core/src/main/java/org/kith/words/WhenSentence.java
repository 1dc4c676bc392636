package org.kith.words;

import java.util.List;
import java.util.stream.IntStream;
import org.kith.words.WhenMeaning.Mark;

/** A text that says when, in pieces, with what each piece can mean in its language. */
final class WhenSentence {
  private static final String RANGE_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2212~";
  private static final String COMMAS = ",;\u060C\u3001\uFF0C";

  private final List<WhenToken> tokens;
  private final List<List<Parsed<WhenMeaning>>> meanings;
  private final WhenVocabulary vocabulary;

  WhenSentence(String text, WhenVocabulary vocabulary) {
    this.tokens = vocabulary.tokens(text);
    this.vocabulary = vocabulary;
    this.meanings =
        IntStream.range(0, tokens.size()).mapToObj(at -> vocabulary.at(tokens, at)).toList();
  }

  int size() {
    return tokens.size();
  }

  WhenVocabulary vocabulary() {
    return vocabulary;
  }

  /** Everything of one sort that the words at a place can mean. */
  <T extends WhenMeaning> List<Parsed<T>> all(int at, Class<T> sort) {
    return at >= size()
        ? List.of()
        : meanings.get(at).stream()
            .filter(found -> sort.isInstance(found.value()))
            .map(found -> new Parsed<>(sort.cast(found.value()), found.next()))
            .toList();
  }

  /** The places after a mark that begins here; none if it doesn't. */
  List<Integer> after(int at, Mark mark) {
    return all(at, Mark.class).stream()
        .filter(found -> found.value() == mark)
        .map(Parsed::next)
        .toList();
  }

  /** True if a dash that can stand between the two ends of a range stands here. */
  boolean isRangeSign(int at) {
    return isSign(at) && RANGE_SIGNS.contains(tokens.get(at).text());
  }

  boolean isComma(int at) {
    return isSign(at) && COMMAS.contains(tokens.get(at).text());
  }

  /** True if this sign stands here without a space before it. */
  boolean isGlued(int at, String sign) {
    return isSign(at) && tokens.get(at).glued() && tokens.get(at).text().equals(sign);
  }

  /** True for a number that a full stop or slash ties to the one before it, as the 1 in 24.1.28. */
  boolean isInsideDate(int at) {
    return at > 1
        && at < size()
        && tokens.get(at).glued()
        && (isGlued(at - 1, ".") || isGlued(at - 1, "/"));
  }

  /** True if a number of so many digits stands here. */
  boolean isNumber(int at, int fewest, int most) {
    return at < size()
        && tokens.get(at).kind() == WhenToken.Kind.NUMBER
        && tokens.get(at).text().length() >= fewest
        && tokens.get(at).text().length() <= most;
  }

  /** True if a number of so many digits stands here without a space before it. */
  boolean isGluedNumber(int at, int fewest, int most) {
    return isNumber(at, fewest, most) && tokens.get(at).glued();
  }

  int number(int at) {
    return tokens.get(at).number();
  }

  /** The number's digits, with zeros before it. */
  String digits(int at) {
    return tokens.get(at).text();
  }

  private boolean isSign(int at) {
    return at < size() && tokens.get(at).kind() == WhenToken.Kind.SIGN;
  }
}
