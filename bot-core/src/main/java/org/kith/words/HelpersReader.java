package org.kith.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads how many people are looked for: "2 people", "two helpers", and where a language has a word
 * or two that says it whole, as the Arabic dual, that.
 */
final class HelpersReader {
  /** The most people that a language counts by words of its own. */
  private static final int HIGHEST_COUNT = 10;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,2}");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\p{Nd}+");

  private final Words words;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> whole = new HashMap<>();
  private final List<String> nouns;

  HelpersReader(Words words) {
    this.words = words;
    count(Words.english());
    count(words);
    this.nouns = words.alternatives("ask.read.helpers").stream().map(this::folded).toList();
  }

  /**
   * A number together with a word for people, in either order, or words that say both; 1 to the
   * most that are allowed.
   */
  OptionalInt people(String part) {
    List<String> read = tokens(part);
    Integer said = whole.get(String.join(" ", read));
    if (said != null) {
      return OptionalInt.of(said);
    }
    if (read.size() != 2) {
      return OptionalInt.empty();
    }
    if (nouns.contains(read.get(1))) {
      return allowed(read.get(0));
    }
    return nouns.contains(read.get(0)) ? allowed(read.get(1)) : OptionalInt.empty();
  }

  /** True if the text counts people, be it too many or too few. */
  boolean counts(String part) {
    List<String> read = tokens(part);
    return read.size() == 2
        && read.stream().anyMatch(nouns::contains)
        && read.stream().anyMatch(one -> NUMBER.matcher(one).matches());
  }

  /** A number alone or with a word for people. */
  OptionalInt number(String part) {
    List<String> read = tokens(part);
    return read.size() == 1 ? allowed(read.get(0)) : people(part);
  }

  private void count(Words language) {
    List<String> told = language.own("when.read.numbers");
    for (int i = 0; i < told.size(); i++) {
      numbers.put(folded(told.get(i)), i + 1);
    }
    language.own("when.read.one").forEach(one -> numbers.put(folded(one), 1));
    for (int i = 1; i <= HIGHEST_COUNT; i++) {
      int number = i;
      language.own("ask.read.count." + i).forEach(one -> numbers.put(folded(one), number));
      for (String one : language.own("ask.read.helpers." + i)) {
        numbers.put(folded(one), number);
        whole.put(folded(one), number);
      }
    }
  }

  private OptionalInt allowed(String number) {
    int found = numbers.getOrDefault(number, 0);
    if (found == 0 && DIGITS.matcher(number).matches()) {
      found = Integer.parseInt(number);
    }
    boolean right = found >= 1 && found <= AskReader.MOST_HELPERS;
    return right ? OptionalInt.of(found) : OptionalInt.empty();
  }

  private List<String> tokens(String part) {
    return SPACE.splitAsStream(folded(Clean.line(part))).toList();
  }

  private String folded(String text) {
    return Folded.of(text, words.locale());
  }
}
