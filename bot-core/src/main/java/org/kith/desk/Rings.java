package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Onus;
import org.kith.care.Pace;
import org.kith.care.RequestState;
import org.kith.care.Ring;
import org.kith.circle.Circle;
import org.kith.circle.QuietHours;
import org.kith.circle.Space;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;

/** When nobody comes a few more are asked, and then a few more: no call hangs in silence. */
record Rings(Tables tables, Saying saying, Instant now) {
  /** How many willing members are asked at once. */
  static final int FEW = 3;

  /** How many of those who look after the circle are asked. */
  static final int MOST_STEWARDS = 5;

  /** How long before its time the asker of a request that nobody took is told so. */
  static final Duration LAST_HOUR = Duration.ofHours(1);

  /** A promise that is taken back within this time of its window is taken back late. */
  static final Duration LATE = Duration.ofDays(1);

  private static final List<What> STEPS = List.of(What.RING, What.LAST_HOUR);

  private static final Duration A_WEEK = Duration.ofDays(7);

  /** Once all rings have been asked, others are asked no more often than this. */
  private static final Duration BETWEEN_OTHERS = Duration.ofHours(1);

  /** The card is posted again once in this time at most. */
  static final Duration A_DAY = Duration.ofDays(1);

  /** Something changed: while somebody is looked for the next step is due, and never otherwise. */
  void watch(Circle circle, CareRequest request) {
    if (!isLooking(request)) {
      tables.due().cancelAll(STEPS, request.id());
      return;
    }
    if (!tables.askings().isQuiet(request.id()) && !tables.due().awaits(What.RING, request.id())) {
      boolean more = tables.askings().reached(request.id()).wider().isEmpty();
      Instant first = more ? now.plus(BETWEEN_OTHERS) : now;
      Instant next =
          Pace.next(request.window(), now, circle.zone(), circle.customs().pace().longest());
      tables
          .due()
          .schedule(What.RING, circle.id(), request.id(), next.isBefore(first) ? first : next);
    }
    Instant starts = request.window().starts();
    if (starts != null && !tables.due().awaits(What.LAST_HOUR, request.id())) {
      Instant last = QuietHours.USUAL.before(starts.minus(LAST_HOUR), circle.zone());
      if (last.isAfter(now)) {
        tables.due().schedule(What.LAST_HOUR, circle.id(), request.id(), last);
      }
    }
  }

  /** Somebody stands by: they are asked with the next step, however wide it was asked before. */
  void stoodBy(Circle circle, CareRequest request) {
    if (tables.askings().reached(request.id()) != Ring.CARD) {
      tables.askings().reach(request.id(), Ring.CARD);
    }
    watch(circle, request);
  }

  /** It is asked for anew, or for another time: what was asked before does not count. */
  void restart(Circle circle, CareRequest request) {
    tables.due().cancelAll(STEPS, request.id());
    tables.askings().reach(request.id(), Ring.CARD);
    watch(circle, request);
  }

  /** The next ring is due: the first one in which there is anybody is asked. */
  void widen(Circle circle, CareRequest request) {
    if (!isLooking(request) || tables.askings().isQuiet(request.id())) {
      return;
    }
    if (isNight(circle) && !Pace.isUrgent(request.window(), now)) {
      Instant morning = QuietHours.USUAL.next(now, circle.zone());
      tables.due().schedule(What.RING, circle.id(), request.id(), morning);
      return;
    }
    tables.due().cancel(What.RING, request.id());
    Optional<Ring> ring = tables.askings().reached(request.id()).wider();
    // All have been asked once: three others each time, as long as there are any.
    if (ring.isEmpty() && !few(circle, request)) {
      nobodyLeft(circle, request);
    }
    while (ring.isPresent()) {
      tables.askings().reach(request.id(), ring.get());
      if (asks(ring.get(), circle, request)) {
        break;
      }
      ring = ring.get().wider();
    }
    watch(circle, request);
  }

  /** A promise was taken back: late, those who stand by and a few more are asked at once. */
  void released(Circle circle, CareRequest request) {
    Instant starts = request.window().starts();
    boolean late = starts != null && starts.isBefore(now.plus(LATE)) && starts.isAfter(now);
    if (!isLooking(request)) {
      return;
    }
    restart(circle, request);
    if (late) {
      widen(circle, request);
      widen(circle, request);
    }
  }

  /** An hour is left, and nobody has come: the asker is told, or it goes as they wanted. */
  void lastHour(Circle circle, CareRequest request) {
    List<Claim> claims = tables.claims().on(request.id());
    boolean nobody = claims.stream().noneMatch(Claim::takesAPlace);
    if (!isLooking(request) || !nobody || request.asker() == null) {
      return;
    }
    // Whoever does a part came: nothing is taken down behind their back.
    if (tables.askings().isQuiet(request.id()) && claims.stream().noneMatch(Claim::helps)) {
      takeDown(circle, request);
    } else {
      saying.tell(Note.AN_HOUR_LEFT, circle, request.asker(), request.id());
    }
  }

  /** Nobody is left to be asked: whoever waits for something urgent is not left in silence. */
  private void nobodyLeft(Circle circle, CareRequest request) {
    Instant soon = now.plus(LAST_HOUR);
    Instant starts = request.window().starts();
    boolean said =
        (starts != null && starts.isBefore(soon))
            || tables.due().at(What.LAST_HOUR, request.id()).filter(soon::isAfter).isPresent();
    if (Pace.isUrgent(request.window(), now) && !said) {
      lastHour(circle, request);
    }
  }

  /** Nobody came, and the asker wanted it taken down quietly then. */
  void takeDown(Circle circle, CareRequest request) {
    Long asker = request.asker();
    new Ending(tables, saying, now).end(request, new RequestState.Unmet(now), 0);
    if (asker != null) {
      saying.tell(Note.TAKEN_DOWN_QUIETLY, circle, asker, request.id());
    }
  }

  private boolean asks(Ring ring, Circle circle, CareRequest request) {
    return switch (ring) {
      case CARD -> false;
      case STANDBY -> standby(circle, request);
      case FEW -> few(circle, request);
      case CIRCLE -> again(circle, request);
      case STEWARDS -> stewards(circle, request);
    };
  }

  private boolean standby(Circle circle, CareRequest request) {
    boolean any = false;
    for (Claim claim : tables.claims().on(request.id())) {
      Long helper = claim.helper();
      // A no has taken the claim away: whoever stands by still means it.
      if (claim.isStandby() && helper != null && !tables.wishes().of(helper).rests(now)) {
        tables.askings().told(request.id(), helper);
        saying.tell(Note.COULD_YOU_NOW, circle, helper, claim.id());
        any = true;
      }
    }
    return any;
  }

  /** In the night nobody is asked who did not offer themselves, however urgent it is. */
  private boolean few(Circle circle, CareRequest request) {
    if (isNight(circle)) {
      return false;
    }
    // Where a few hold most of what lies ahead, more are asked, and none who hold any of it.
    boolean heavy = Onus.isHeavy(tables.claims().heldByEach(circle.id()));
    int most = heavy ? 2 * FEW : FEW;
    List<Long> willing =
        tables
            .askings()
            .willing(
                circle.id(), request.id(), now, most, !heavy, Trusting.isNeeded(circle, request));
    if (heavy) {
      tellOfOnus(circle);
    }
    for (long person : willing) {
      tables.askings().told(request.id(), person);
      saying.tell(Note.COULD_YOU, circle, person, request.id());
    }
    return !willing.isEmpty();
  }

  /** Once a week those who look after the circle hear that it rests on few, and not on whom. */
  private void tellOfOnus(Circle circle) {
    String fact = "onus." + circle.id();
    Instant last = tables.remembered().fact(fact).map(Instant::parse).orElse(Instant.EPOCH);
    if (last.isBefore(now.minus(A_WEEK))) {
      tables.remembered().write(fact, now.toString());
      for (long person : tables.stewards().people(circle.id())) {
        saying.tell(Note.ONUS, circle, person, circle.id());
      }
    }
  }

  /** The card once more, at the end of the conversation, in place of the old one. */
  private boolean again(Circle circle, CareRequest request) {
    boolean soon =
        tables
            .askings()
            .postedAgain(request.id())
            .filter(before -> before.isAfter(now.minus(A_DAY)))
            .isPresent();
    List<Post> cards =
        tables.posts().ofRequest(request.id()).stream().filter(p -> p.messageId() != null).toList();
    if (soon || cards.isEmpty()) {
      return false;
    }
    for (Post card : cards) {
      Space space = tables.circles().space(card.spaceId()).orElseThrow();
      tables
          .outbox()
          .stray(
              space.place(),
              String.valueOf(card.messageId()),
              request.id(),
              circle.language(),
              now);
      tables.posts().lost(card.id());
    }
    tables.askings().postedAgain(request.id(), now);
    saying.changed(request.id());
    return true;
  }

  private boolean stewards(Circle circle, CareRequest request) {
    List<Long> stewards =
        tables.stewards().people(circle.id()).stream()
            .filter(person -> !request.isOwnOf(person))
            .filter(person -> !tables.askings().knows(request.id(), person))
            .filter(person -> !isBlocked(request, person))
            .filter(person -> !tables.wishes().of(person).rests(now))
            .limit(MOST_STEWARDS)
            .toList();
    for (long person : stewards) {
      tables.askings().told(request.id(), person);
      saying.tell(Note.NOBODY_FOR, circle, person, request.id());
    }
    return !stewards.isEmpty();
  }

  private boolean isBlocked(CareRequest request, long person) {
    return Stream.of(Optional.ofNullable(request.asker()), Optional.ofNullable(request.person()))
        .flatMap(Optional::stream)
        .anyMatch(own -> tables.blocks().blocks(own, person));
  }

  private boolean isLooking(CareRequest request) {
    long taken = tables.claims().on(request.id()).stream().filter(Claim::takesAPlace).count();
    return request.isOpen() && taken < request.helpers() && !request.window().isOver(now);
  }

  private boolean isNight(Circle circle) {
    return QuietHours.USUAL.next(now, circle.zone()).isAfter(now);
  }
}
