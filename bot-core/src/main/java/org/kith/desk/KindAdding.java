package org.kith.desk;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.Nearness;
import org.kith.circle.OwnKind;
import org.kith.circle.UsualKind;
import org.kith.words.KindNames;
import org.kith.words.PlainWord;
import org.kith.words.Words;

/**
 * What a steward typed to add a kind of care: its name, and after a comma how near whoever helps
 * comes. Where that is left out it counts as done at home, so that nobody is let in anywhere
 * because a steward did not think of it.
 */
record KindAdding(Turn turn, Circle circle, OwnKind kind, Nearness nearness) {
  private static final char ARABIC_COMMA = '\u060C';

  /**
   * Reads one clean line, {@code Bike repair, outside}; empty for what is no name, and for what
   * nobody understands after the comma.
   */
  static Optional<KindAdding> read(Turn turn, Circle circle, String typed) {
    int comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf(ARABIC_COMMA));
    String name = comma < 0 ? typed : typed.substring(0, comma).strip();
    Nearness nearness = comma < 0 ? Nearness.HOME : nearness(turn, typed.substring(comma + 1));
    boolean fits =
        name.length() <= Kinds.LONGEST_NAME
            && name.indexOf(',') < 0
            && name.indexOf(ARABIC_COMMA) < 0;
    return nearness != null && fits && KindNames.of(turn.words(), circle).isName(name)
        ? Optional.of(new KindAdding(turn, circle, new OwnKind(name), nearness))
        : Optional.empty();
  }

  /**
   * The circle's kinds with this one; of one that it has added already, done from so near. Empty if
   * another one is called so, or if there are as many as there may be.
   */
  Optional<Kinds> added() {
    Kinds own = circle.customs().kinds();
    return switch (taken().orElse(null)) {
      case OwnKind same -> Optional.of(own.adding(same, nearness));
      case UsualKind _ -> Optional.empty();
      case null -> Optional.of(kind).filter(own::hasRoomFor).map(one -> own.adding(one, nearness));
    };
  }

  /** Why it is not added. */
  String refused() {
    return taken()
        .map(other ->
            turn.say("circle.kinds.taken", "kind", KindNames.of(turn.words(), circle).name(other)))
        .orElseGet(() -> turn.say("circle.kinds.full", "most", Kinds.MOST_ADDED));
  }

  /** What a steward is told once it is added, with whom it is closed to where that is so. */
  String told(Circle with) {
    Kind now = taken().orElse(kind);
    String key =
        now.isOff(with)
            ? "circle.kinds.added.off"
            : now.needsTrust(with) ? "circle.kinds.added.trust" : "circle.kinds.added";
    return turn.say(key, "kind", KindNames.of(turn.words(), with).name(now));
  }

  /** The kind that has this name already, in the steward's words, the circle's or in English. */
  private Optional<Kind> taken() {
    return Stream.of(turn.words(), Words.in(circle.language()), Words.in(Words.ENGLISH))
        .flatMap(words -> KindNames.of(words, circle).named(kind.name()).stream())
        .findFirst();
  }

  private static @Nullable Nearness nearness(Turn turn, String typed) {
    return switch (PlainWord.english(typed, turn.words())) {
      case "home" -> Nearness.HOME;
      case "outside" -> Nearness.MEETING;
      case "afar" -> Nearness.AFAR;
      default -> null;
    };
  }
}
