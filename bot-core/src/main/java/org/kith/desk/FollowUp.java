package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.QuietHours;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;

/**
 * What became of a request? Once its time is over both sides are asked, never at night, and what
 * nobody answers ends all the same: no request is left hanging.
 */
record FollowUp(Tables tables, Saying saying, Instant now) {
  /** What happens at one time takes a while. */
  static final Duration AFTER_A_MOMENT = Duration.ofHours(2);

  /** When a request without a date is asked about. */
  static final Duration UNDATED = Duration.ofDays(14);

  /** How long helper and asker have to say what became of a promise. */
  static final Duration SILENCE = Duration.ofDays(3);

  /** How long the asker has, where nobody came. */
  static final Duration NOBODY = Duration.ofDays(1);

  /** Both sides will be asked when the time of this request is over. */
  void schedule(Circle circle, CareRequest request) {
    Instant over = over(request.window());
    Instant then = over.isBefore(now) ? now : over;
    Instant awake = QuietHours.USUAL.next(then, circle.zone());
    tables.due().schedule(What.FOLLOW_UP, circle.id(), request.id(), awake);
  }

  /** The time is over: both sides are asked. */
  void ask(Circle circle, CareRequest request) {
    if (request.isEnded()) {
      return;
    }
    List<Claim> claims = claims(request);
    if (claims.isEmpty() && request.isOpen() && tables.askings().isQuiet(request.id())) {
      new Rings(tables, saying, now).takeDown(circle, request);
      return;
    }
    for (Claim claim : claims) {
      if (claim.state() instanceof ClaimState.Promised && claim.helper() != null) {
        saying.tell(Note.DID_IT_HAPPEN, circle, claim.helper(), claim.id());
      }
    }
    if (request.asker() != null) {
      Note note = nobody(request, claims) ? Note.NOBODY_CAME : Note.DID_YOU_GET_IT;
      saying.tell(note, circle, request.asker(), request.id());
    }
    Instant end =
        QuietHours.USUAL.next(now.plus(nobody(request, claims) ? NOBODY : SILENCE), circle.zone());
    tables.due().schedule(What.CLOSE, circle.id(), request.id(), end);
  }

  /**
   * A promise is taken back: the asker hears of it. Where its time is over and nobody else has
   * promised, nobody is looked for any more: then they are asked at once whether it is needed
   * still.
   */
  void released(Circle circle, CareRequest request, Claim claim) {
    if (request.isOpen() && request.window().isOver(now) && claims(request).isEmpty()) {
      tables.due().cancel(What.FOLLOW_UP, request.id());
      ask(circle, request);
    } else if (request.asker() != null) {
      saying.tell(Note.RELEASED, circle, request.asker(), claim.id());
    }
  }

  /** Nobody has answered: the request ends. */
  void close(Circle circle, CareRequest request) {
    if (request.isEnded()) {
      return;
    }
    boolean nobody = nobody(request, claims(request));
    RequestState state = nobody ? new RequestState.Unmet(now) : new RequestState.Unconfirmed(now);
    new Ending(tables, saying, now).end(request, state, 0);
    if (nobody && request.asker() != null) {
      saying.tell(Note.UNMET, circle, request.asker(), request.id());
    }
  }

  /** The asker's word decides: it is on the board again, for whoever comes now. */
  void reopen(Circle circle, CareRequest request) {
    for (Claim claim : claims(request)) {
      tables.claims().enter(claim.id(), new ClaimState.Released(now), now);
      new Ending(tables, saying, now).over(request, claim);
      if (claim.helper() != null) {
        saying.tell(Note.STILL_NEEDED, circle, claim.helper(), claim.id());
      }
    }
    if (request.window().isOver(now)) {
      tables.requests().move(request.id(), Window.toBeAgreed(circle.zone()));
    }
    tables.thanks().remove(request.id());
    tables.requests().enter(request.id(), new RequestState.Open(), now);
    saying.card(request.id());
    tables.due().cancelAll(List.of(What.CLOSE, What.FORGET, What.RETIRE), request.id());
    CareRequest fresh = tables.requests().find(request.id()).orElseThrow();
    schedule(circle, fresh);
    new Rings(tables, saying, now).restart(circle, fresh);
  }

  private static boolean nobody(CareRequest request, List<Claim> claims) {
    return claims.isEmpty() && !(request.state() instanceof RequestState.LookedAfter);
  }

  private List<Claim> claims(CareRequest request) {
    return tables.claims().on(request.id()).stream().filter(Claim::helps).toList();
  }

  private Instant over(Window window) {
    Instant ends = window.ends();
    if (ends == null) {
      return now.plus(UNDATED);
    }
    return window.shape() == Window.Shape.MOMENT ? ends.plus(AFTER_A_MOMENT) : ends;
  }
}
