package org.kith.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.command.Actor;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.command.Whence;
import org.kith.post.Note;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * One command while it is decided: who acts, from where, for which circle, and what is said.
 *
 * @param circles the circles that the actor may act in from here: the one of the place, or in the
 *     private chat all of which the platform says that they are still in
 * @param apart in the private chat, circles that the actor's group has left: of them only what they
 *     asked or promised themself is theirs
 * @param space the space of the place; null in the private chat
 * @param barredHere true if a steward has barred the actor in the circle of the place
 */
record Turn(
    Tables tables,
    Sealer sealer,
    Instant now,
    Delivery delivery,
    Account account,
    List<Circle> circles,
    List<Circle> apart,
    @Nullable Space space,
    boolean barredHere) {

  Actor actor() {
    return delivery.actor();
  }

  /** The words of the actor's language. */
  Words words() {
    return Words.in(account.language());
  }

  /** What the outbox and the cards need. */
  Saying saying() {
    return new Saying(tables, now);
  }

  Rings rings() {
    return new Rings(tables, saying(), now);
  }

  Ending ending() {
    return new Ending(tables, saying(), now);
  }

  FollowUp followUp() {
    return new FollowUp(tables, saying(), now);
  }

  Reminders reminders() {
    return new Reminders(tables, now);
  }

  Calendars calendars() {
    return new Calendars(tables, now);
  }

  long person() {
    return account.personId();
  }

  boolean isPrivate() {
    return actor().whence() instanceof Whence.InPrivate;
  }

  /** True if others could read what was typed, and by whom. */
  boolean isSeen() {
    return delivery.seen();
  }

  /** True where plain words reach the bot: on Discord it reads none, there words go into forms. */
  boolean takesWords() {
    return isPrivate() && actor().platform() != Platform.DISCORD;
  }

  /** The circle, if there is no doubt which. */
  Optional<Circle> circle() {
    return circles.size() == 1 ? Optional.of(circles.getFirst()) : Optional.empty();
  }

  /**
   * The circle; in private, where several may be meant, the only one that the actor looks after.
   */
  Optional<Circle> lookedAfter() {
    if (circles.size() < 2) {
      return circle();
    }
    List<Circle> own = circles.stream().filter(this::isSteward).toList();
    return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
  }

  /**
   * True if the actor looks after this circle: by the platform's word, or because they are named.
   */
  boolean isSteward(Circle circle) {
    return manages(circle) || (isOurs(circle) && tables.stewards().isNamed(circle.id(), person()));
  }

  /** True if the platform lets the actor manage a house of this circle. */
  boolean manages(Circle circle) {
    return switch (actor().whence()) {
      case Whence.InPlace in -> in.mayManage() && isOurs(circle);
      case Whence.InPrivate in ->
          tables.circles().spacesOf(circle.id()).stream()
              .map(Space::place)
              .filter(place -> place.platform() == actor().platform())
              .map(Place::house)
              .anyMatch(in.manages()::contains);
    };
  }

  /** True if a steward has barred the actor in this circle. */
  boolean isBarred(long circle) {
    return (space != null && space.circleId() == circle)
        ? barredHere
        : tables.people().isBarred(circle, person());
  }

  /** True if this circle, as it is now or was before a change, is one of this turn's. */
  boolean isOurs(Circle circle) {
    return circles.stream().anyMatch(one -> one.id() == circle.id());
  }

  /** True in a private channel whose circle's cards are posted where more people can read them. */
  boolean isElsewhere() {
    return actor().whence() instanceof Whence.InPlace in
        && in.facts().hidden()
        && tables.circles().spaceAt(in.place()).isEmpty();
  }

  /** The circle of a request, if the actor may act in it from here. */
  Optional<Circle> circleOf(CareRequest request) {
    return circles.stream()
        .filter(circle -> circle.id() == request.circleId())
        .findFirst()
        .or(() ->
            apart.stream()
                .filter(circle -> circle.id() == request.circleId() && isConcerned(request))
                .findFirst());
  }

  /** The circles in which something may be the actor's own. */
  List<Circle> ownCircles() {
    return Stream.concat(circles.stream(), apart.stream()).toList();
  }

  private boolean isConcerned(CareRequest request) {
    return request.isAskedBy(person())
        || request.isOwnOf(person())
        || tables.claims().on(request.id()).stream().anyMatch(claim -> claim.isBy(person()));
  }

  /** The requests that a target may mean, in the circles of this turn; at most one for a circle. */
  List<CareRequest> find(Target target) {
    return switch (target) {
      case Target.Known(long id) -> known(id);
      case Target.Listed(long id) -> known(id);
      case Target.Numbered(int number) ->
          ownCircles().stream()
              .flatMap(circle -> tables.requests().numbered(circle.id(), number).stream())
              .filter(request -> circleOf(request).isPresent())
              .toList();
      case Target.Unsaid _ -> List.of();
    };
  }

  /**
   * A request once its circle is locked: its button may be pressed from anywhere, so that it need
   * not be of one of this turn's circles. Null if there is none.
   */
  @Nullable CareRequest locked(long requestId) {
    CareRequest before;
    CareRequest after = tables.requests().find(requestId).orElse(null);
    do {
      before = after;
      if (before != null) {
        tables.circles().lock(before.circleId());
        after = tables.requests().find(requestId).orElse(null);
      }
    } while (before != null && after != null && after.circleId() != before.circleId());
    return after;
  }

  /** The circle that a request is of, wherever the actor is. */
  Circle circleBehind(CareRequest request) {
    return circleOf(request)
        .orElseGet(() -> tables.circles().find(request.circleId()).orElseThrow());
  }

  private List<CareRequest> known(long id) {
    return tables.requests().find(id).filter(one -> circleOf(one).isPresent()).stream().toList();
  }

  /** A sentence in the actor's language. */
  String say(String key, Object... pairs) {
    return words().say(key, pairs);
  }

  /** An answer of one sentence. */
  Reply.Said answer(String key, Object... pairs) {
    String sentence = say(key, pairs);
    return said(Message.of(Text.of(sentence)), sentence);
  }

  /** An answer for the actor alone. */
  Reply.Said said(Message message, String brief) {
    return new Reply.Said(
        message, cut(brief), Reply.Audience.ACTOR, OptionalLong.empty(), null, false);
  }

  /**
   * An answer for the actor alone, of whom nobody is to see that they did anything.
   *
   * @param linked what a link into the private chat leads to
   */
  Reply.Said unseen(Message message, Command linked) {
    String brief = message.text().lines().getFirst().plain();
    return new Reply.Said(
        message,
        cut(brief),
        Reply.Audience.ACTOR_UNSEEN,
        OptionalLong.empty(),
        Code.payload(linked),
        false);
  }

  /** An answer that would do no harm in the space. */
  Reply.Said harmless(Message message, String brief) {
    return new Reply.Said(
        message, cut(brief), Reply.Audience.ANYBODY, OptionalLong.empty(), null, false);
  }

  /**
   * An answer that must not be lost: an outbox row says the same by private message, at once if the
   * actor can't be answered here, otherwise unless the adapter reports that it was shown.
   *
   * @param payload what a link into the private chat carries, null for none
   */
  Reply sure(Message message, String brief, Note note, long ref, @Nullable String payload) {
    Instant due = delivery.answerable() ? now.plus(Saying.GRACE) : now;
    Long circle = circle().map(Circle::id).orElse(null);
    long row = tables.outbox().tell(note, circle, account, ref, due);
    return delivery.answerable()
        ? new Reply.Said(
            message, cut(brief), Reply.Audience.ACTOR, OptionalLong.of(row), payload, false)
        : new Reply.Silent();
  }

  private static String cut(String brief) {
    String line = brief.replace('\n', ' ');
    return Notices.clip(line, Reply.Said.LONGEST_BRIEF);
  }
}
