package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Circle;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.DueTable.What;

/** A promise is made, of all that one helper is to do or of a part; or one becomes the other. */
record Promising(Turn turn, Circle circle, CareRequest request) {
  /** How long a place is held for a helper who has not been reached. */
  static final Duration HELD = Duration.ofMinutes(30);

  /** The same when the window begins within {@link #URGENT_WITHIN}. */
  static final Duration HELD_URGENT = Duration.ofMinutes(10);

  static final Duration URGENT_WITHIN = Duration.ofHours(6);

  /**
   * Somebody who may promises it. A part that they do already gives way to the whole.
   *
   * @param claims all claims on the request
   * @param held true if it waits until they have been reached
   * @param part see {@link Claim#part}
   */
  Reply promise(List<Claim> claims, boolean held, boolean byReaction, @Nullable String part) {
    Optional<Claim> theirs =
        claims.stream().filter(one -> one.isInFlight() && one.isBy(turn.person())).findFirst();
    return theirs.isPresent() ? whole(theirs.get(), byReaction) : anew(held, byReaction, part);
  }

  /** Whoever does a part does all of it now; the promise is the same, and so is its calendar. */
  private Reply whole(Claim claim, boolean byReaction) {
    if (!turn.tables().claims().becomesWhole(claim.id(), byReaction)) {
      return waits(null);
    }
    turn.rings().watch(circle, request);
    return another(claim);
  }

  /**
   * Whoever holds a promise does a part from now on, or another part.
   *
   * @param part see {@link Claim#part}
   */
  Reply part(Claim claim, String part) {
    turn.tables().claims().becomesPart(claim.id(), part);
    if (claim.takesAPlace()) {
      turn.rings().released(circle, request);
    }
    return another(claim);
  }

  /** It says something else now: on the card, and to the asker if they know of it. */
  private Reply another(Claim claim) {
    turn.saying().changed(request.id());
    if (claim.state() instanceof ClaimState.Promised && request.asker() != null) {
      turn.tables().outbox().removeAbout(Note.CLAIMED, claim.id());
      turn.saying().tell(Note.CLAIMED, circle, request.asker(), claim.id());
    }
    turn.tables().outbox().removeAbout(Note.HELPING, claim.id());
    return thanks(turn.tables().claims().find(claim.id()).orElseThrow());
  }

  private Reply anew(boolean held, boolean byReaction, @Nullable String part) {
    Instant until = turn.now().plus(isUrgent() ? HELD_URGENT : HELD);
    ClaimState state = held ? new ClaimState.Held(until) : new ClaimState.Promised();
    StandingBy.of(turn, request).ifPresent(softer -> turn.tables().claims().drop(softer.id()));
    Claim claim =
        turn.tables()
            .claims()
            .add(request.id(), turn.person(), state, byReaction, part, turn.now())
            .orElse(null);
    if (claim == null) {
      return waits(part);
    }
    turn.saying().changed(request.id());
    turn.reminders().schedule(circle, request, claim);
    turn.rings().watch(circle, request);
    if (held) {
      turn.tables().due().schedule(What.HOLD, circle.id(), claim.id(), until);
    } else if (request.asker() != null) {
      turn.saying().tell(Note.CLAIMED, circle, request.asker(), claim.id());
    }
    Reply reply = thanks(claim);
    turn.calendars().changed(request, claim.id());
    return reply;
  }

  private Reply thanks(Claim claim) {
    CareRequest fresh = turn.tables().requests().find(request.id()).orElseThrow();
    Told told = new Notices(turn.tables(), turn.now()).helping(circle, fresh, claim, turn.words());
    return turn.sure(told.message(), told.brief(), Note.HELPING, claim.id(), payload());
  }

  /** To whom the asker has blocked, for any press. */
  private Reply waits(@Nullable String part) {
    return new Parting(turn).waits(circle, request, part, payload());
  }

  private String payload() {
    return Code.payload(new Command.More(request.id()));
  }

  private boolean isUrgent() {
    Instant begins = request.window().starts();
    return begins != null && begins.isBefore(turn.now().plus(URGENT_WITHIN));
  }
}
