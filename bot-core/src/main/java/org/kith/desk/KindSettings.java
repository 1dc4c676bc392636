package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.OwnKind;
import org.kith.circle.UsualKind;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Clean;
import org.kith.words.KindNames;
import org.kith.words.Text;

/** Which kinds of care a circle offers, and what it calls them. */
record KindSettings(Turn turn) {

  /**
   * The circle with a kind hidden, shown again, called otherwise, added or taken away: {@code hide
   * pets}, {@code show pets}, {@code rename pets Animals}, {@code rename pets}, {@code add Bike
   * repair, outside}, {@code remove Bike repair}; null for anything else.
   */
  @Nullable Circle changed(Circle circle, String typed) {
    String[] parts = Clean.line(typed).split(" ", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    Optional<Kinds> changed =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "hide" -> hidden(circle, rest, true);
          case "show" -> hidden(circle, rest, false);
          case "rename" -> renamed(circle, rest);
          case "add" -> KindAdding.read(turn, circle, rest).flatMap(KindAdding::added);
          case "remove" -> removed(circle, rest);
          default -> Optional.empty();
        };
    return changed.map(kinds -> circle.withCustoms(circle.customs().withKinds(kinds))).orElse(null);
  }

  /** Why nothing was changed. */
  Reply refused(Circle circle, String typed) {
    return adding(circle, typed)
        .map(KindAdding::refused)
        .map(why -> turn.said(Message.of(Text.of(why)), why))
        .orElseGet(() -> turn.answer("circle.set.kinds"));
  }

  /** What is said once it is changed. */
  Reply saved(Circle before, Circle after, String typed) {
    return adding(before, typed)
        .map(adding -> adding.told(after))
        .map(told -> turn.said(Message.of(Text.of(told)), told))
        .orElseGet(() -> turn.answer("circle.saved"));
  }

  /** What is offered and what is hidden, a line each. */
  List<String> shown(Circle circle) {
    KindNames names = names(circle);
    Kinds own = circle.customs().kinds();
    List<String> lines = new ArrayList<>();
    lines.add(turn.say("circle.kinds", "kinds", list(names, own.offered())));
    if (!own.hidden().isEmpty()) {
      List<Kind> hidden = own.all().stream().filter(own.hidden()::contains).toList();
      lines.add(turn.say("circle.kinds.hidden", "kinds", list(names, hidden)));
    }
    return lines;
  }

  private Optional<KindAdding> adding(Circle circle, String typed) {
    String[] parts = Clean.line(typed).split(" ", 2);
    return parts.length > 1 && parts[0].equalsIgnoreCase("add")
        ? KindAdding.read(turn, circle, parts[1])
        : Optional.empty();
  }

  private Optional<Kinds> hidden(Circle circle, String name, boolean hide) {
    return names(circle)
        .known(name)
        .filter(kind -> !hide || kind != UsualKind.OTHER)
        .map(kind -> circle.customs().kinds().hiding(kind, hide));
  }

  /** The longest beginning that is a kind's name is called what follows it, or as usual. */
  private Optional<Kinds> renamed(Circle circle, String typed) {
    List<String> words = List.of(typed.split(" ", -1));
    for (int end = words.size(); end > 0; end--) {
      Kind kind = names(circle).known(String.join(" ", words.subList(0, end))).orElse(null);
      if (kind != null) {
        return renamed(circle, kind, String.join(" ", words.subList(end, words.size())));
      }
    }
    return Optional.empty();
  }

  /** Not under the name of another kind, or nobody could tell the two apart. */
  private Optional<Kinds> renamed(Circle circle, Kind kind, String name) {
    boolean taken = names(circle).known(name).filter(other -> !other.equals(kind)).isPresent();
    return taken || name.length() > Kinds.LONGEST_NAME
        ? Optional.empty()
        : Optional.of(
            circle
                .customs()
                .kinds()
                .calling(kind, Optional.of(name).filter(typed -> !typed.isEmpty())));
  }

  private Optional<Kinds> removed(Circle circle, String name) {
    Kinds own = circle.customs().kinds();
    return names(circle)
        .named(name)
        .flatMap(kind ->
            kind instanceof OwnKind added ? Optional.of(own.without(added)) : Optional.empty());
  }

  private KindNames names(Circle circle) {
    return KindNames.of(turn.words(), circle);
  }

  private String list(KindNames names, List<Kind> kinds) {
    return turn.words().list(kinds.stream().map(names::name).toList());
  }
}
