package org.kith.words;

import java.util.List;
import java.util.Optional;

/** Reads whether somebody wants to ask without their name: "anonymous", "without my name". */
final class NamelessReader {
  private static final String COLONS = ":：";

  private final Words words;
  private final List<String> phrases;

  NamelessReader(Words words) {
    this.words = words;
    this.phrases = words.alternatives("ask.read.anonymous");
  }

  /** True if a part says that, and nothing else. */
  boolean is(String part) {
    return phrases.contains(lower(part));
  }

  /** What follows a first part that begins with it, "anonymous: bread"; empty if none does. */
  Optional<String> after(String first) {
    String lower = lower(first);
    return phrases.stream()
        .filter(phrase -> lower.startsWith(phrase) && isColon(lower, phrase.length()))
        .map(phrase -> Clean.line(first).substring(phrase.length() + 1).strip())
        .findFirst();
  }

  /** True if it stands somewhere among other words: perhaps they meant it so. */
  boolean isIn(String text) {
    String spaced = " " + lower(text).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    return phrases.stream().anyMatch(phrase -> spaced.contains(" " + phrase + " "));
  }

  private static boolean isColon(String text, int at) {
    return at < text.length() && COLONS.indexOf(text.charAt(at)) >= 0;
  }

  private String lower(String text) {
    return Clean.line(text).toLowerCase(words.locale());
  }
}
