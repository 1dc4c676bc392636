package org.kith.words;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.OwnKind;
import org.kith.circle.UsualKind;

/**
 * The kinds of care of one circle in one language: hidden ones are not found, and those that the
 * circle has added or calls otherwise are found by that name, too.
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
    return own.called(kind)
        .orElseGet(() ->
            switch (kind) {
              case UsualKind usual -> reader.name(usual);
              case OwnKind(String name) -> name;
            });
  }

  /**
   * The kind that a text speaks of: one all words of whose name, as the circle gave it, are in it;
   * otherwise the one that most words speak of. {@link UsualKind#OTHER} if two are level, and for
   * one that is hidden.
   */
  public Kind guess(String text) {
    Set<String> said = given().findAny().isPresent() ? reader.words(text) : Set.of();
    Kind best = null;
    int most = 0;
    for (Kind kind : given().toList()) {
      int found = found(kind, said);
      if (found > most) {
        best = kind;
        most = found;
      } else if (found == most && found > 0) {
        best = UsualKind.OTHER;
      }
    }
    return own.asked(best == null ? reader.guess(text) : best);
  }

  /** The kind chosen by an option; empty for none, and for one that is hidden. */
  public Optional<Kind> choice(String typed) {
    return known(typed).filter(kind -> !own.hidden().contains(kind));
  }

  /** The same, hidden or not. */
  public Optional<Kind> known(String typed) {
    return named(typed).or(() -> reader.choice(typed));
  }

  /** The kind with this name, hidden or not: the one that it has here, or its usual one. */
  public Optional<Kind> named(String typed) {
    String wanted = Clean.line(typed);
    return own.all().stream()
        .filter(kind ->
            kind.code().equals(wanted) || givenTo(kind).anyMatch(name -> isSame(name, wanted)))
        .findFirst()
        .or(() -> reader.named(typed));
  }

  /** True for what can be a name: there is a word in it. */
  public boolean isName(String typed) {
    return !reader.words(typed).isEmpty();
  }

  /** Kinds that the circle named. {@link UsualKind#OTHER} is for what no other speaks of. */
  private Stream<Kind> given() {
    return own.offered().stream()
        .filter(kind -> kind != UsualKind.OTHER && givenTo(kind).findAny().isPresent());
  }

  private Stream<String> givenTo(Kind kind) {
    Stream<String> added = kind instanceof OwnKind(String name) ? Stream.of(name) : Stream.empty();
    return Stream.concat(own.called(kind).stream(), added);
  }

  /** How many words the longest of its names has that is in the text with all of them. */
  private int found(Kind kind, Set<String> said) {
    return givenTo(kind)
        .map(reader::words)
        .filter(said::containsAll)
        .mapToInt(Set::size)
        .max()
        .orElse(0);
  }

  /** A name of signs alone has no words to compare. */
  private boolean isSame(String one, String other) {
    return one.equalsIgnoreCase(other)
        || (!reader.words(one).isEmpty() && reader.isSame(one, other));
  }
}
