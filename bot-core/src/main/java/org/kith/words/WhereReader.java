package org.kith.words;

import java.util.List;
import java.util.Optional;

/** Reads where something is needed: "near Maple Street", "at the library". */
final class WhereReader {
  private final Words words;
  private final List<String> before;
  private final List<String> not;

  WhereReader(Words words) {
    this.words = words;
    this.before = words.alternatives("ask.read.where");
    this.not = words.alternatives("ask.read.where.not");
  }

  /**
   * The place after "near" or a word like it; empty if the text does not begin so, or is one of the
   * phrases that do and name no place ("at least …").
   */
  Optional<String> read(String part) {
    if (not.stream().anyMatch(phrase -> begins(part + " ", phrase))) {
      return Optional.empty();
    }
    return before.stream()
        .filter(phrase -> begins(part, phrase))
        .map(phrase -> part.substring(phrase.length()).strip())
        .filter(place -> !place.isEmpty())
        .findFirst();
  }

  private boolean begins(String part, String phrase) {
    int length = phrase.length();
    return part.length() > length
        && part.charAt(length) == ' '
        && part.substring(0, length).toLowerCase(words.locale()).equals(phrase);
  }
}
