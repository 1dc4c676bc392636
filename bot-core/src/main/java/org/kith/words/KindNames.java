package org.kith.words;

import java.util.Optional;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;

/**
 * The kinds of care of one circle in one language: hidden ones are not found, and those that the
 * circle calls otherwise are found by that name, too.
 */
public record KindNames(KindReader reader, Kinds own) {

  /** The kinds of a circle. */
  public static KindNames of(Words words, Circle circle) {
    return new KindNames(KindReader.of(words), circle.customs().kinds());
  }

  /** The kinds where it is not clear of which circle. */
  public static KindNames of(Words words, Optional<Circle> circle) {
    return circle
        .map(known -> of(words, known))
        .orElseGet(() -> new KindNames(KindReader.of(words), Kinds.USUAL));
  }

  /** What people call this kind. */
  public String name(Kind kind) {
    return own.called(kind).orElseGet(() -> reader.name(kind));
  }

  /** The kind that most words of a text speak of; {@link Kind#OTHER} for one that is hidden. */
  public Kind guess(String text) {
    Kind guessed = reader.guess(text);
    return own.hidden().contains(guessed) ? Kind.OTHER : guessed;
  }

  /** The kind chosen by an option; empty for none, and for one that is hidden. */
  public Optional<Kind> choice(String typed) {
    String wanted = Clean.line(typed);
    return own.offered().stream()
        .filter(kind -> own.called(kind).filter(wanted::equalsIgnoreCase).isPresent())
        .findFirst()
        .or(() -> reader.choice(typed))
        .filter(kind -> !own.hidden().contains(kind));
  }
}
