package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.circle.Kinds;
import org.kith.circle.LinkCode;
import org.kith.circle.Openness;
import org.kith.circle.Space;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * Two groups become one circle: a steward of one gets a code, a steward of the other types it
 * there. From then on both show the same cards and the same digest.
 */
final class Linking {
  /** How long a code works; and how long a space can type none after too many wrong ones. */
  static final Duration WORKS = Duration.ofMinutes(15);

  private static final int MOST_WRONG = 5;

  private final Turn turn;

  Linking(Turn turn) {
    this.turn = turn;
  }

  /** The circle that a command is about to join, which is locked with the one of its place. */
  static Optional<Long> joined(Tables tables, Delivery delivery, Instant now) {
    return delivery.command() instanceof Command.CircleJoin(String code)
        ? tables.linkCodes().circle(LinkCode.fingerprint(code), now)
        : Optional.empty();
  }

  /**
   * A code that lets another group join this circle.
   *
   * @param chance a random number from 0 to below its argument
   */
  Reply link(IntUnaryOperator chance) {
    Circle circle = turn.circle().orElse(null);
    if (circle == null) {
      return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    LinkCode code = LinkCode.any(chance);
    turn.tables().linkCodes().put(circle.id(), code.fingerprint(), turn.now().plus(WORKS));
    String said = turn.say("circle.link.code", "code", code.shown());
    return turn.said(Message.of(Text.of(said)), said);
  }

  /** The space of this turn, with all of its circle, joins the circle of the code. */
  Reply join(String typed) {
    Circle own = turn.circle().orElse(null);
    Space space = turn.space();
    if (own == null || space == null) {
      return turn.answer("circle.join.where");
    }
    if (!turn.isSteward(own)) {
      return turn.answer("circle.stewards");
    }
    int wrong = turn.tables().linkCodes().wrongSince(space.id(), turn.now().minus(WORKS));
    if (wrong >= MOST_WRONG) {
      return turn.answer("circle.join.locked");
    }
    Circle into =
        turn.tables()
            .linkCodes()
            .circle(LinkCode.fingerprint(typed), turn.now())
            .flatMap(turn.tables().circles()::find)
            .orElse(null);
    if (into == null) {
      turn.tables().linkCodes().wrong(space.id(), wrong + 1, turn.now());
      return turn.answer("circle.join.wrong");
    }
    if (into.id() == own.id()) {
      return turn.answer("circle.join.own");
    }
    turn.tables().linkCodes().right(space.id());
    turn.tables().linkCodes().remove(into.id());
    unite(own, into);
    return turn.answer("circle.join.done", "space", space.title(), "circle", into.name());
  }

  private void unite(Circle own, Circle into) {
    Tables tables = turn.tables();
    Circle united = stricter(own, into, new KindUnion(tables, own, into).united());
    List<CareRequest> moved =
        tables.union().take(own.id(), into.id()).stream()
            .flatMap(id -> tables.requests().find(id).stream())
            .filter(request -> !request.isEnded())
            .toList();
    tables.circles().save(united);
    // Whoever was barred in one of them is barred in both: nothing of theirs is promised any more.
    tables.people().barred(united.id()).forEach(one -> Barring.free(turn, united, one.person()));
    Set<Long> shown = new LinkedHashSet<>();
    tables.requests().open(united.id()).forEach(one -> shown.add(one.id()));
    moved.forEach(one -> shown.add(one.id()));
    shown.forEach(turn.saying()::changed);
    if (!moved.isEmpty()) {
      new Evening(tables, turn.now()).watch(united);
    }
    for (Space space : tables.circles().spacesOf(united.id())) {
      tables
          .outbox()
          .post(
              Note.UNITED, united.id(), space.place(), united.id(), united.language(), turn.now());
    }
    for (CareRequest request : moved) {
      concerned(tables, request)
          .forEach(person -> turn.saying().tell(Note.RENUMBERED, united, person, request.id()));
    }
  }

  /** Whoever asked for it and whoever promised it: they know it by its number. */
  static Set<Long> concerned(Tables tables, CareRequest request) {
    Set<Long> people = new LinkedHashSet<>();
    Optional.ofNullable(request.asker()).ifPresent(people::add);
    tables.claims().on(request.id()).stream()
        .filter(Claim::isInFlight)
        .flatMap(claim -> Optional.ofNullable(claim.helper()).stream())
        .forEach(people::add);
    return people;
  }

  /** The settings of the circle that was joined, or what is stricter of both. */
  private static Circle stricter(Circle own, Circle into, Kinds kinds) {
    Openness openness = max(own.openness(), into.openness());
    return into.withOpenness(openness)
        .withDetailsOpen(max(own.detailsOpen(), into.detailsOpen()))
        .withNames(max(own.names(), into.names()))
        .withPhotos(own.photos() && into.photos())
        .withCustoms(
            into.customs()
                .withKinds(kinds)
                .withLinks(own.customs().links() && into.customs().links()))
        .withOpen(own.open().stricter(into.open()));
  }

  /** Of two settings the stricter one: each begins with the most open. */
  private static <E extends Enum<E>> E max(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** To all: where the circle is now, and what holds there. */
  static Message united(Tables tables, Circle circle, Words words) {
    List<String> spaces =
        tables.circles().spacesOf(circle.id()).stream().map(Space::title).distinct().toList();
    return Message.of(
        new Text.Builder()
            .line(words.say("united", "circle", circle.name(), "spaces", words.list(spaces)))
            .lines(CircleSettings.howOpen(circle, words))
            .build());
  }
}
