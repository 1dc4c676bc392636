package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;

/** How promises and requests end, and what is forgotten when. */
record Ending(Tables tables, Saying saying, Instant now) {
  /** When details are destroyed and people let go, after the end. */
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(3);

  /** What tells a helper of their promise. */
  private static final List<Note> FOR_THE_HELPER = List.of(Note.HELPING, Note.LINE_FOR_HELPER);

  private static final List<What> OPEN_STEPS =
      List.of(What.RING, What.LAST_HOUR, What.FOLLOW_UP, What.CLOSE);

  /** A person's promise on a request that lies ahead. */
  Optional<Claim> inFlight(CareRequest request, long person) {
    return tables.claims().on(request.id()).stream()
        .filter(claim -> claim.isInFlight() && claim.isBy(person))
        .findFirst();
  }

  /** A held claim stands once its helper has been reached; the asker is told of it then. */
  void confirm(Circle circle, CareRequest request, Claim claim) {
    if (claim.state() instanceof ClaimState.Held) {
      tables.claims().enter(claim.id(), new ClaimState.Promised(), now);
      moot(claim);
      new Calendars(tables, now).changed(request, claim.id());
      if (request.asker() != null) {
        saying.tell(Note.CLAIMED, circle, request.asker(), claim.id());
      }
    }
  }

  /** A promise is taken back, or its place freed. */
  void release(CareRequest request, Claim claim) {
    tables.claims().enter(claim.id(), new ClaimState.Released(now), now);
    over(request, claim);
    if (!request.isEnded() && claim.helps()) {
      saying.changed(request.id());
    }
    if (!request.isEnded() && claim.takesAPlace()) {
      Circle circle = tables.circles().find(request.circleId()).orElseThrow();
      new Rings(tables, saying, now).released(circle, request);
    }
  }

  /** A helper has done what they promised; the request is kept once all its places are. */
  void keep(CareRequest request, Claim claim) {
    tables.claims().enter(claim.id(), new ClaimState.Kept(now), now);
    over(request, claim);
    long kept =
        tables.claims().on(request.id()).stream()
            .filter(one -> one.state() instanceof ClaimState.Kept && !one.isPart())
            .count();
    if (!request.isEnded() && kept >= request.helpers()) {
      end(request, new RequestState.Kept(now), claim.helper() == null ? 0 : claim.helper());
    } else {
      saying.changed(request.id());
    }
  }

  /**
   * A request ends.
   *
   * @param by who ended it: they need not be told; 0 for nobody
   */
  void end(CareRequest request, RequestState state, long by) {
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    for (Claim claim : tables.claims().on(request.id())) {
      if (claim.isStandby()) {
        tables.claims().enter(claim.id(), new ClaimState.Released(now), now);
      }
      if (claim.isInFlight()) {
        boolean kept =
            state instanceof RequestState.Kept && claim.state() instanceof ClaimState.Promised;
        boolean said =
            state instanceof RequestState.Kept || state instanceof RequestState.Withdrawn;
        tables
            .claims()
            .enter(claim.id(), kept ? new ClaimState.Kept(now) : new ClaimState.Released(now), now);
        over(request, claim);
        if (said && claim.helper() != null && !claim.isBy(by)) {
          saying.tell(Note.ENDED, circle, claim.helper(), claim.id());
        }
      }
    }
    tables.requests().enter(request.id(), state, now);
    saying.card(circle, tables.requests().find(request.id()).orElseThrow());
    GoBetween.hears(saying, circle, request, by);
    tables.due().cancelAll(OPEN_STEPS, request.id());
    tables.due().schedule(What.FORGET, circle.id(), request.id(), now.plus(FORGOTTEN_AFTER));
    tables.due().schedule(What.RETIRE, circle.id(), request.id(), retired(circle, now));
  }

  /** When what is left of a request that ended then becomes a count. */
  static Instant retired(Circle circle, Instant ended) {
    return ended.plus(Duration.ofDays(7L * circle.customs().retention()));
  }

  /** A promise does not lie ahead any more: nobody need be reached, or reminded of it. */
  void over(CareRequest request, Claim claim) {
    moot(claim);
    new Reminders(tables, now).cancel(claim);
    new Calendars(tables, now).changed(request, claim.id());
  }

  /** The helper has been reached, or the promise is over: nothing need be said about it. */
  private void moot(Claim claim) {
    tables.due().cancel(What.HOLD, claim.id());
    tables.outbox().removeAbout(FOR_THE_HELPER, claim.id());
  }
}
