package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.words.Clean;
import org.kith.words.KindNames;
import org.kith.words.KindReader;

/** Which kinds of care a circle offers, and what it calls them. */
record KindSettings(Turn turn) {

  /**
   * The circle with a kind hidden, shown again or called otherwise: {@code hide pets}, {@code show
   * pets}, {@code rename pets Animals}, {@code rename pets}; null for anything else.
   */
  @Nullable Circle changed(Circle circle, String typed) {
    String[] parts = Clean.line(typed).split(" ", 3);
    Kind kind =
        parts.length < 2 ? null : KindNames.of(turn.words(), circle).choice(parts[1]).orElse(null);
    if (parts.length > 1 && kind == null) {
      kind = KindReader.of(turn.words()).choice(parts[1]).orElse(null);
    }
    if (kind == null) {
      return null;
    }
    Kinds own = circle.customs().kinds();
    String rest = parts.length > 2 ? parts[2] : "";
    Kinds changed =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "hide" -> rest.isEmpty() && kind != Kind.OTHER ? own.hiding(kind, true) : null;
          case "show" -> rest.isEmpty() ? own.hiding(kind, false) : null;
          case "rename" -> renamed(circle, kind, rest);
          default -> null;
        };
    return changed == null ? null : circle.withCustoms(circle.customs().withKinds(changed));
  }

  /** What is offered and what is hidden, a line each. */
  List<String> shown(Circle circle) {
    KindNames names = KindNames.of(turn.words(), circle);
    Kinds own = circle.customs().kinds();
    List<String> lines = new ArrayList<>();
    lines.add(turn.say("circle.kinds", "kinds", list(names, own.offered())));
    if (!own.hidden().isEmpty()) {
      lines.add(
          turn.say(
              "circle.kinds.hidden",
              "kinds",
              list(names, own.hidden().stream().sorted().toList())));
    }
    return lines;
  }

  /** Not under the name of another kind, or nobody could tell the two apart. */
  private @Nullable Kinds renamed(Circle circle, Kind kind, String name) {
    boolean taken =
        KindNames.of(turn.words(), circle).choice(name).filter(other -> other != kind).isPresent();
    return taken || name.length() > Kinds.LONGEST_NAME
        ? null
        : circle
            .customs()
            .kinds()
            .calling(kind, Optional.of(name).filter(typed -> !typed.isEmpty()));
  }

  private String list(KindNames names, List<Kind> kinds) {
    return turn.words().list(kinds.stream().map(names::name).toList());
  }
}
