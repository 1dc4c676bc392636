package org.kith.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.circle.Kind;

/**
 * Guesses the kind of care from what was typed, by the words that the language file lists under
 * {@code kind.NAME.read}. Whole words only, in any case of letters.
 */
public final class KindReader {
  private static final Map<Words, KindReader> KNOWN = new ConcurrentHashMap<>();

  private final Words words;
  private final Map<Kind, List<String>> phrases = new EnumMap<>(Kind.class);

  private KindReader(Words words) {
    this.words = words;
    for (Kind kind : Kind.values()) {
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

  /** What people call this kind. */
  public String name(Kind kind) {
    return words.say("kind." + kind.code());
  }

  /**
   * The kind that most words of the text speak of, in English if the language's own words say
   * nothing; {@link Kind#OTHER} if there is none or if two kinds are level.
   */
  public Kind guess(String text) {
    Kind own = guessed(text);
    return own == Kind.OTHER && words != Words.english() ? of(Words.english()).guess(text) : own;
  }

  private Kind guessed(String text) {
    String padded = padded(text);
    Kind best = Kind.OTHER;
    long most = 0;
    for (Kind kind : Kind.values()) {
      long found = phrases(kind).stream().filter(padded::contains).count();
      if (found > most) {
        best = kind;
        most = found;
      } else if (found == most) {
        best = Kind.OTHER;
      }
    }
    return best;
  }

  /**
   * The kind chosen by an option: its name as people see it, its code, or one of its words alone,
   * in the language or in English; empty if it is none of these.
   */
  public Optional<Kind> choice(String typed) {
    String padded = padded(typed);
    for (Kind kind : Kind.values()) {
      if (padded.equals(padded(name(kind))) || padded.equals(padded(kind.code()))) {
        return Optional.of(kind);
      }
    }
    for (Kind kind : Kind.values()) {
      if (phrases(kind).contains(padded)) {
        return Optional.of(kind);
      }
    }
    return words == Words.english() ? Optional.empty() : of(Words.english()).choice(typed);
  }

  private List<String> phrases(Kind kind) {
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
