package org.kith.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The plain words that settings and commands take, "off", "yes", "part": typed in one's own
 * language or in English, they are one word. Each language's forms stand under {@code typed.read.}.
 */
public final class PlainWord {
  private static final String READ = "typed.read.";

  /** The English words that have forms in other languages. */
  private static final List<String> ENGLISH =
      List.of(
          "off",
          "on",
          "yes",
          "no",
          "part",
          "handover",
          "friends",
          "neighbours",
          "support",
          "claim",
          "agreed",
          "send",
          "drop",
          "home",
          "outside",
          "afar");

  private PlainWord() {}

  /** The English word that a text stands for in a language; the text in lower case otherwise. */
  public static String english(String typed, Words words) {
    String small = Clean.line(typed).toLowerCase(words.locale());
    String folded = Folded.of(small, words.locale());
    for (String word : ENGLISH) {
      boolean means =
          words.alternatives(READ + word).stream()
              .anyMatch(one -> Folded.of(one, words.locale()).equals(folded));
      if (means) {
        return word;
      }
    }
    return small;
  }

  /** The same where it is not known which language somebody types: in any that Kith speaks. */
  public static String english(String typed) {
    String small = Clean.line(typed).toLowerCase(Locale.ROOT);
    return Anywhere.FORMS.getOrDefault(Folded.of(small, Locale.ROOT), small);
  }

  /** Made when it is needed first. */
  private static final class Anywhere {
    private static final Map<String, String> FORMS = forms();

    private static Map<String, String> forms() {
      Map<String, String> forms = new HashMap<>();
      for (String language : Words.languages()) {
        Words words = Words.in(language);
        for (String word : ENGLISH) {
          // What English says stands, should another language mean something else by it.
          words
              .own(READ + word)
              .forEach(form -> forms.putIfAbsent(Folded.of(form, Locale.ROOT), word));
        }
      }
      return forms;
    }
  }
}
