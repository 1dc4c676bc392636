package org.kith.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.circle.UsualKind;

/**
 * Guesses the kind of care from what was typed, by the words that the language file lists under
 * {@code kind.NAME.read}. Whole words only, in any case of letters.
 */
public final class KindReader {
  private static final Map<Words, KindReader> KNOWN = new ConcurrentHashMap<>();

  private final Words words;
  private final Map<UsualKind, List<String>> phrases = new EnumMap<>(UsualKind.class);

  /** By its name and its code, each as they are compared. */
  private final Map<String, UsualKind> names = new HashMap<>();

  private KindReader(Words words) {
    this.words = words;
    for (UsualKind kind : UsualKind.values()) {
      names.putIfAbsent(padded(name(kind)), kind);
      names.putIfAbsent(padded(kind.code()), kind);
      phrases.put(
          kind,
          // A word that is listed with and without its accents is one word.
          words.own("kind." + kind.code() + ".read").stream()
              .map(this::padded)
              .distinct()
              .toList());
    }
  }

  /** The reader of a language. */
  public static KindReader of(Words words) {
    return KNOWN.computeIfAbsent(words, KindReader::new);
  }

  /** The locale of the language. */
  public Locale locale() {
    return words.locale();
  }

  /** What people call this kind. */
  public String name(UsualKind kind) {
    return words.say("kind." + kind.code());
  }

  /**
   * The kind that most words of the text speak of, in English if the language's own words say
   * nothing; {@link UsualKind#OTHER} if there is none or if two kinds are level.
   */
  public UsualKind guess(String text) {
    UsualKind own = guessed(text);
    return own == UsualKind.OTHER && words != Words.english()
        ? of(Words.english()).guess(text)
        : own;
  }

  private UsualKind guessed(String text) {
    String padded = padded(text);
    UsualKind best = UsualKind.OTHER;
    long most = 0;
    for (UsualKind kind : UsualKind.values()) {
      long found = phrases(kind).stream().filter(padded::contains).count();
      if (found > most) {
        best = kind;
        most = found;
      } else if (found == most) {
        best = UsualKind.OTHER;
      }
    }
    return best;
  }

  /**
   * The kind chosen by an option: its name as people see it, its code, or one of its words alone,
   * in the language or in English; empty if it is none of these.
   */
  public Optional<UsualKind> choice(String typed) {
    Optional<UsualKind> named = named(typed);
    if (named.isPresent()) {
      return named;
    }
    String padded = padded(typed);
    for (UsualKind kind : UsualKind.values()) {
      if (phrases(kind).contains(padded)) {
        return Optional.of(kind);
      }
    }
    return words == Words.english() ? Optional.empty() : of(Words.english()).choice(typed);
  }

  /** The kind with this name or code in the language; empty if none has it. */
  Optional<UsualKind> named(String typed) {
    return Optional.ofNullable(names.get(padded(typed)));
  }

  /** True if two names differ in nothing but capitals, accents and signs. */
  boolean isSame(String one, String other) {
    return padded(one).equals(padded(other));
  }

  /** The different words of a text, as they are compared. */
  Set<String> words(String text) {
    return Stream.of(padded(text).split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private List<String> phrases(UsualKind kind) {
    return phrases.getOrDefault(kind, List.of());
  }

  /** The words of a text as they are compared, with a space before, between and after them. */
  private String padded(String text) {
    // "L'école" is the school, and "doctor's" the doctor.
    String lower = Folded.of(text, words.locale()).replace('\'', ' ');
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLocale(words.locale()));
    breaks.setText(lower);
    StringBuilder padded = new StringBuilder(" ");
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
        padded.append(lower, start, end).append(' ');
      }
      start = end;
    }
    return padded.toString();
  }
}
