package org.kith.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Claiming;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.words.Text;

/** Promises: claim, release, done, and what the asker says to them. */
final class Helping {
  private final Turn turn;
  private final Notices notices;
  private final Ending ending;

  Helping(Turn turn) {
    this.turn = turn;
    this.notices = new Notices(turn.tables(), turn.now());
    this.ending = turn.ending();
  }

  /** I'll help. */
  Reply claim(Target target) {
    return new Picking(turn)
        .one(target, Command.Claim::new, request -> claim(request, false, null));
  }

  /**
   * I'll help, by button, command or reaction.
   *
   * @param part see {@link Claim#part}
   */
  Reply claim(CareRequest request, boolean byReaction, @Nullable String part) {
    Circle circle = turn.circleOf(request).orElseThrow();
    List<Claim> claims = turn.tables().claims().on(request.id());
    return switch (Claiming.decide(request, claims, turn.person(), part != null)) {
      case Claiming.Granted(boolean held) ->
          new Trusting(turn)
              .refused(circle, request, byReaction)
              .orElseGet(() ->
                  new Promising(turn, circle, request)
                      .promise(
                          claims, held || notices.hasPrivate(circle, request), byReaction, part));
      case Claiming.OwnRequest() -> GoBetween.own(turn, request);
      case Claiming.AlreadyYours() ->
          part == null
              ? already(circle, request, mine(claims))
              : new Partly(turn).instead(circle, request, claims, part);
      case Claiming.InParts() -> new Partly(turn).enough(request);
      case Claiming.NotOpen() -> notOpen(circle, request);
      case Claiming.Full() -> {
        Told told = notices.tooLate(circle, request, turn.person(), turn.words());
        yield byReaction
            ? turn.sure(told.message(), told.brief(), Note.TOO_LATE, request.id(), null)
            : turn.said(told.message(), told.brief());
      }
    };
  }

  /** A helper: I can't after all. The asker, or a steward: it is taken back. */
  Reply cancel(Target target) {
    Optional<Reply> onlyIf = new Answering(turn).typedIfNobodyComes(target);
    if (onlyIf.isPresent()) {
      return onlyIf.get();
    }
    return new Picking(turn).one(target, Command.Cancel::new, this::cancel);
  }

  /** A helper takes back a promise; no reason is asked. */
  Reply release(CareRequest request, Claim claim) {
    ending.release(request, claim);
    // Of a place that was only held the asker has heard nothing yet.
    if (claim.state() instanceof ClaimState.Promised) {
      turn.followUp().released(turn.circleBehind(request), request, claim);
    }
    return turn.answer(
        claim.isPart() ? "cancel.released.part" : "cancel.released", "number", number(request));
  }

  /** It happened: the asker ends the request, a helper their own part. */
  Reply done(Target target) {
    return new Picking(turn).one(target, Command.Done::new, this::done);
  }

  /** The asker lets a helper see the details. */
  Reply share(long claimId) {
    Asked asked = asked(claimId);
    if (asked == null || !asked.claim.isInFlight()) {
      return turn.answer("claim.notthere");
    }
    if (turn.circleBehind(asked.request).detailsOpen() == DetailsOpen.OFF) {
      return turn.answer("ask.refused.details.off");
    }
    if (!asked.claim.shared()) {
      turn.tables().claims().share(claimId);
      helperOf(asked).ifPresent(helper -> tell(Note.SHARED, asked.request, helper, claimId));
    }
    return turn.answer(
        "share.done", "helper", notices.helper(asked.request, asked.claim, turn.words()));
  }

  /** The asker frees a place: no reason is asked, none is given. */
  Reply somebodyElse(long claimId) {
    Asked asked = asked(claimId);
    if (asked == null || !asked.claim.isInFlight()) {
      return turn.answer("claim.notthere");
    }
    ending.release(asked.request, asked.claim);
    helperOf(asked).ifPresent(helper -> tell(Note.FREED, asked.request, helper, claimId));
    return turn.answer(
        asked.claim.isPart() ? "else.done.part" : "else.done", "number", number(asked.request));
  }

  /** The helper's name may stand on the card. */
  Reply showMyName(long claimId) {
    if (claimId == 0) {
      return turn.answer("name.done"); // Of whoever is only answered as if they helped.
    }
    Claim claim = locked(claimId);
    if (claim == null || !claim.isBy(turn.person()) || !claim.isInFlight()) {
      return turn.answer("claim.notthere");
    }
    if (!claim.nameAgreed()) {
      turn.tables().claims().agreeToName(claimId);
      turn.saying().changed(claim.requestId());
    }
    return turn.answer("name.done");
  }

  /** To a helper: what they promised. A held place is confirmed once they are known to see it. */
  Reply yours(Circle circle, CareRequest request, Claim claim) {
    Told told = notices.helping(circle, request, claim, turn.words());
    Reply.Said said = turn.said(told.message(), told.brief());
    if (!(claim.state() instanceof ClaimState.Held(Instant until))
        || !turn.delivery().answerable()) {
      return said;
    }
    // Where nothing waits any more they could not be written to: looking does not try it again.
    boolean waits = turn.tables().outbox().removeAbout(Note.HELPING, claim.id());
    Instant due = waits ? turn.now().plus(Saying.GRACE) : until;
    long row =
        turn.tables().outbox().tell(Note.HELPING, circle.id(), turn.account(), claim.id(), due);
    return said.backedBy(row).linkedBy(Code.payload(new Command.More(request.id())));
  }

  /** To somebody who wants to help with what is over, or rests. */
  Reply notOpen(Circle circle, CareRequest request) {
    return request.isEnded()
        ? turn.answer("claim.ended", "number", number(request))
        : turn.answer("card.paused", "title", notices.view(circle, request).title(turn.words()));
  }

  private Claim mine(List<Claim> claims) {
    return Claiming.yours(claims, turn.person(), false).orElseThrow();
  }

  /** To somebody who has promised already. */
  Reply already(Circle circle, CareRequest request, Claim mine) {
    return mine.isInFlight()
        ? yours(circle, request, mine)
        : turn.answer("claim.kept", "number", number(request));
  }

  private Reply cancel(CareRequest request) {
    Optional<Claim> mine = ending.inFlight(request, turn.person());
    if (mine.isPresent()) {
      return release(request, mine.get());
    }
    if (StandingBy.of(turn, request).isPresent()
        || turn.tables().askings().isAsked(request.id(), turn.person())) {
      boolean asIf = new Parting(turn).isAsIfHelping(request);
      Reply cant = new Answering(turn).cantHelp(request);
      return asIf ? turn.answer("cancel.released", "number", number(request)) : cant;
    }
    // A second tap on "I can't after all" must not take the whole request down.
    boolean released =
        turn.tables().claims().on(request.id()).stream().anyMatch(c -> c.isBy(turn.person()));
    if (!request.isOwnOf(turn.person()) && released) {
      return cancelledBefore(request);
    }
    return end(request);
  }

  /** A steward takes somebody's request down. */
  Reply takeDown(Target target) {
    return new Picking(turn).one(target, Command.Cancel::new, this::end);
  }

  private Reply end(CareRequest request) {
    if (!request.isOwnOf(turn.person()) && !turn.isSteward(turn.circleBehind(request))) {
      return turn.answer("cancel.notyours", "number", number(request));
    }
    if (request.isEnded()) {
      return turn.answer("claim.ended", "number", number(request));
    }
    if (!request.isOwnOf(turn.person()) && request.asker() != null) {
      tell(Note.TAKEN_DOWN, request, request.asker(), request.id());
    }
    ending.end(request, new RequestState.Withdrawn(turn.now()), turn.person());
    return turn.answer("cancel.withdrawn", "number", number(request));
  }

  private Reply cancelledBefore(CareRequest request) {
    String sentence = turn.say("claim.notthere");
    return turn.isSteward(turn.circleBehind(request)) && !request.isEnded()
        ? turn.said(
            Message.of(
                Text.of(sentence),
                Button.plain(turn.say("button.takedown"), new Command.TakeDown(request.id()))),
            sentence)
        : turn.said(Message.of(Text.of(sentence)), sentence);
  }

  private Reply done(CareRequest request) {
    if (request.isOwnOf(turn.person())) {
      if (request.isEnded()) {
        return turn.answer("claim.ended", "number", number(request));
      }
      ending.end(request, new RequestState.Kept(turn.now()), turn.person());
      if (!request.isAskedBy(turn.person())) {
        return turn.answer("done.asker", "number", number(request));
      }
      Told told = new FollowUpNotices(notices).doneByAsker(request, turn.words());
      return turn.said(told.message(), told.brief());
    }
    if (request.state() instanceof RequestState.LookedAfter
        && turn.isSteward(turn.circleBehind(request))) {
      ending.end(request, new RequestState.Kept(turn.now()), turn.person());
      return turn.answer("done.asker", "number", number(request));
    }
    Optional<Claim> mine = ending.inFlight(request, turn.person());
    if (mine.isEmpty() && new Parting(turn).isAsIfHelping(request)) {
      return thanks(request, false);
    }
    if (mine.isEmpty()) {
      boolean kept =
          turn.tables().claims().on(request.id()).stream()
              .anyMatch(c -> c.state() instanceof ClaimState.Kept && c.isBy(turn.person()));
      return turn.answer(kept ? "claim.kept" : "done.notyours", "number", number(request));
    }
    ending.keep(request, mine.get());
    if (request.asker() != null) {
      tell(Note.HELPED, request, request.asker(), mine.get().id());
    }
    return thanks(request, mine.get().isPart());
  }

  private Reply thanks(CareRequest request, boolean part) {
    String thanks = turn.say(part ? "done.helper.part" : "done.helper", "number", number(request));
    return turn.tables().wishes().of(turn.person()).mayAsk()
        ? turn.said(Message.of(Text.of(thanks)), thanks)
        : turn.said(Message.of(Text.of(thanks), Wishing.mayAskMeButton(turn, true)), thanks);
  }

  /** A claim on the actor's own request; null if it is none. */
  private @Nullable Asked asked(long claimId) {
    Claim claim = locked(claimId);
    CareRequest request =
        claim == null ? null : turn.tables().requests().find(claim.requestId()).orElse(null);
    return claim != null && request != null && request.isAskedBy(turn.person())
        ? new Asked(request, claim)
        : null;
  }

  /** The claim once its circle is locked: its button may be pressed from anywhere. */
  private @Nullable Claim locked(long claimId) {
    turn.tables().claims().find(claimId).ifPresent(claim -> turn.locked(claim.requestId()));
    return turn.tables().claims().find(claimId).orElse(null);
  }

  private Optional<Long> helperOf(Asked asked) {
    return Optional.ofNullable(asked.claim.helper());
  }

  private void tell(Note note, CareRequest request, long person, long ref) {
    turn.saying().tell(note, turn.circleBehind(request), person, ref);
  }

  private static String number(CareRequest request) {
    return Notices.number(request);
  }

  private record Asked(CareRequest request, Claim claim) {}
}
