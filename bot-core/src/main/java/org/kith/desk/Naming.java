package org.kith.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.kith.circle.Circle;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.StewardTable.Steward;
import org.kith.words.Clean;
import org.kith.words.ForReader;

/**
 * Whoever looks after a circle names others who do, too, and takes that back. Whom a platform lets
 * manage a house of it is not named and can't be taken off here.
 */
record Naming(Turn turn) {

  /** Who looks after the circle. */
  Reply show() {
    return turn.lookedAfter().map(this::show).orElseGet(this::inTheGroup);
  }

  /** A member looks after the circle from now on, wherever they act for it. */
  Reply add(String typed) {
    return asSteward(
        typed,
        (circle, name) ->
            switch (new ForWhom(turn).read(List.of(circle), name)) {
              case ForWhom.Found.Oneself() -> add(circle, turn.person(), turn.account().name());
              case ForWhom.Found.Inside one -> add(circle, one.person(), one.name());
              case ForWhom.Found.Outside() -> of("stewards.unknown", circle, Notices.clip(name));
              case ForWhom.Found.Several(String several) -> of("stewards.several", circle, several);
            });
  }

  /** Somebody who was named does not look after the circle any more. */
  Reply remove(String typed) {
    return asSteward(
        typed,
        (circle, name) ->
            named(circle, name)
                .map(one -> remove(circle, one))
                .orElseGet(() -> notNamed(circle, name)));
  }

  private Reply asSteward(String typed, BiFunction<Circle, String, Reply> then) {
    Circle circle = turn.lookedAfter().orElse(null);
    if (circle == null) {
      return inTheGroup();
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    String name = Clean.line(typed);
    return name.isEmpty() ? show(circle) : then.apply(circle, name);
  }

  private Reply add(Circle circle, long person, String name) {
    if (turn.tables().stewards().isNamed(circle.id(), person)) {
      return of("stewards.already", circle, name);
    }
    if (turn.tables().people().isBarred(circle.id(), person)) {
      return of("bar.named", circle, name);
    }
    turn.tables().stewards().name(circle.id(), person, true);
    tell(Note.NAMED, circle, person);
    return of("stewards.added", circle, name);
  }

  private Reply remove(Circle circle, Steward one) {
    boolean others =
        turn.manages(circle)
            || turn.tables().stewards().of(circle.id()).stream()
                .anyMatch(other -> other.manages() || other.person() != one.person());
    if (!others) {
      return of("stewards.last", circle, one.name());
    }
    turn.tables().stewards().name(circle.id(), one.person(), false);
    tell(Note.UNNAMED, circle, one.person());
    return of(
        one.person() == turn.person() ? "stewards.steppedback" : "stewards.removed",
        circle,
        one.name());
  }

  /** Whoever names themself, or steps back, is answered and not told once more. */
  private void tell(Note note, Circle circle, long person) {
    if (person != turn.person()) {
      turn.saying().tell(note, circle, person, circle.id());
    }
  }

  /** Of those who are named, the one of that name: it need not be the only one of it here. */
  private Optional<Steward> named(Circle circle, String name) {
    ForReader reader = ForReader.of(turn.words());
    List<Steward> named =
        turn.tables().stewards().of(circle.id()).stream().filter(Steward::named).toList();
    ForWhom.Found found = new ForWhom(turn).read(List.of(circle), name);
    List<Steward> meant =
        named.stream()
            .filter(one ->
                switch (found) {
                  case ForWhom.Found.Oneself() -> one.person() == turn.person();
                  case ForWhom.Found.Inside inside -> one.person() == inside.person();
                  case ForWhom.Found.Outside() -> false;
                  case ForWhom.Found.Several _ ->
                      reader.small(one.name()).equals(reader.small(name));
                })
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private Reply notNamed(Circle circle, String name) {
    return switch (new ForWhom(turn).read(List.of(circle), name)) {
      case ForWhom.Found.Several(String several) -> of("stewards.several", circle, several);
      case ForWhom.Found.Outside() -> of("stewards.unknown", circle, Notices.clip(name));
      case ForWhom.Found.Oneself() -> notNamed(circle, turn.person(), turn.account().name());
      case ForWhom.Found.Inside one -> notNamed(circle, one.person(), one.name());
    };
  }

  private Reply notNamed(Circle circle, long person, String name) {
    boolean manages =
        turn.tables().stewards().of(circle.id()).stream()
            .anyMatch(one -> one.person() == person && one.manages());
    return of(manages ? "stewards.manages" : "stewards.notnamed", circle, name);
  }

  private Reply show(Circle circle) {
    Message message = new Stewards(turn.tables()).shown(circle, turn.words());
    return turn.said(message, message.text().lines().getFirst().plain());
  }

  private Reply of(String key, Circle circle, String name) {
    return turn.answer(key, "circle", circle.name(), "name", name);
  }

  private Reply inTheGroup() {
    return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
  }
}
