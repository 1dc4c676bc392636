package org.kith.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.Draft;
import org.kith.store.DueTable.What;
import org.kith.store.Requests;
import org.kith.words.Text;

/** The asker needs it still, wants its card again, or needs the same a week later. */
final class Again {
  private final Turn turn;

  Again(Turn turn) {
    this.turn = turn;
  }

  /**
   * Typed: with nothing after the number it is needed still, with "next week" the same is asked
   * once more. Other times are for a new request.
   */
  Reply typed(Target target, @Nullable String when) {
    if (when == null) {
      return new Picking(turn).one(target, this::still, this::mine, this::stillOrNot);
    }
    return isNextWeek(when)
        ? new Picking(turn).one(target, this::week, this::ended, this::sameNextWeek)
        : turn.answer("again.when");
  }

  /** The asker: it is needed still. */
  Reply stillNeeded(long requestId) {
    CareRequest request = turn.locked(requestId);
    return request == null || !request.isAskedBy(turn.person())
        ? turn.answer("target.gone")
        : stillNeeded(request);
  }

  /**
   * A card that somebody deleted is posted again, when its asker wants it; so is what somebody
   * looked after, also when they can't any more.
   */
  Reply postAgain(long requestId) {
    CareRequest request = turn.locked(requestId);
    if (request == null || !mayPostAgain(request)) {
      return turn.answer("target.gone");
    }
    if (!request.isOpen() && !request.isEnded()) {
      turn.tables().requests().enter(requestId, new RequestState.Open(), turn.now());
      turn.saying().card(requestId);
      CareRequest fresh = turn.tables().requests().find(requestId).orElseThrow();
      turn.rings().restart(turn.circleBehind(request), fresh);
    }
    return turn.answer("again.done", "number", number(request));
  }

  /** The same again, a week later. A second press is answered with what the first one made. */
  Reply nextWeek(long requestId) {
    return new Picking(turn)
        .one(new Target.Known(requestId), this::week, this::ended, this::sameNextWeek);
  }

  private boolean mayPostAgain(CareRequest request) {
    boolean handsBack =
        request.state() instanceof RequestState.LookedAfter
            && turn.isSteward(turn.circleBehind(request));
    return request.isAskedBy(turn.person()) || handsBack;
  }

  private Reply stillOrNot(CareRequest request) {
    return notTheirs(request).orElseGet(() -> stillNeeded(request));
  }

  private Reply stillNeeded(CareRequest request) {
    boolean asked = turn.tables().due().awaits(What.CLOSE, request.id());
    return switch (request.state()) {
      case RequestState.Withdrawn _ -> turn.answer("claim.ended", "number", number(request));
      // Nobody asked what became of it: whoever promised since goes on helping.
      case RequestState.Open _ when !asked ->
          turn.answer("still.already", "number", number(request));
      case RequestState.Paused _ when !asked -> postAgain(request.id());
      case RequestState.Open _,
          RequestState.Paused _,
          RequestState.LookedAfter _,
          RequestState.Kept _,
          RequestState.Unconfirmed _,
          RequestState.Unmet _ -> {
        turn.followUp().reopen(turn.circleBehind(request), request);
        yield turn.answer("still.done", "number", number(request));
      }
    };
  }

  private Reply sameNextWeek(CareRequest request) {
    Optional<Reply> not = notTheirs(request);
    if (not.isPresent()) {
      return not.get();
    }
    if (!request.isEnded()) {
      return turn.answer("again.notended", "number", number(request));
    }
    Circle circle = turn.circleBehind(request);
    if (circle.customs().kinds().asked(request.kind()).isOff(circle)) {
      return turn.said(
          Message.of(Text.of(new KindOff(turn, new Dialogue(turn)).why(circle, request.kind()))),
          number(request));
    }
    CareRequest made = turn.tables().requests().sameAgain(request.id()).orElse(null);
    if (made == null && request.behalf() != null) {
      return new OnBehalf(turn).again(request, draft(request));
    }
    if (made == null) {
      return new Asking(turn).posted(circle, make(circle, request), null);
    }
    return made.isEnded()
        ? turn.answer("again.over", "number", number(request), "again", number(made))
        : new Asking(turn).posted(circle, made, null);
  }

  private CareRequest make(Circle circle, CareRequest request) {
    CareRequest made = new Asking(turn).post(circle, draft(request));
    turn.tables().requests().askedAgain(request.id(), made.id());
    // A circle that has stopped taking details since takes none by this door either.
    if (circle.detailsOpen() != DetailsOpen.OFF) {
      turn.tables()
          .requests()
          .details(request.id())
          .map(sealed -> turn.sealer().unseal(sealed, Requests.sealedRow(request.id())))
          .map(details -> turn.sealer().seal(details, Requests.sealedRow(made.id())))
          .ifPresent(sealed -> turn.tables().requests().keepDetails(made.id(), sealed));
    }
    return turn.tables().requests().find(made.id()).orElseThrow();
  }

  private Draft draft(CareRequest request) {
    return new Draft(
        0,
        turn.account().id(),
        request.circleId(),
        null,
        request.kind(),
        request.what(),
        aWeekLater(request.window()),
        null,
        request.near(),
        request.helpers(),
        null,
        null,
        new Draft.Manner(request.anonymous(), false, null),
        turn.now());
  }

  /** A week later, and as many more as it takes to lie ahead. */
  private Window aWeekLater(Window window) {
    Window later = window.aWeekLater();
    while (later.isOver(turn.now())) {
      later = later.aWeekLater();
    }
    return later;
  }

  /** Why the actor can't ask for this again, if they can't. */
  private Optional<Reply> notTheirs(CareRequest request) {
    if (request.isAskedBy(turn.person())) {
      return Optional.empty();
    }
    boolean forgotten = request.asker() == null;
    return Optional.of(
        turn.answer(forgotten ? "again.forgotten" : "again.notyours", "number", number(request)));
  }

  private boolean isNextWeek(String when) {
    return turn.words()
        .alternatives("again.read.week")
        .contains(when.strip().toLowerCase(turn.words().locale()));
  }

  private List<CareRequest> mine(Circle circle) {
    Requests requests = turn.tables().requests();
    return Stream.concat(
            requests.askedBy(circle.id(), turn.person()).stream(),
            ended(circle).stream()
                .filter(request -> !(request.state() instanceof RequestState.Withdrawn)))
        .toList();
  }

  private List<CareRequest> ended(Circle circle) {
    return turn.tables().requests().endedOf(circle.id(), turn.person());
  }

  private Command still(Target target) {
    return target instanceof Target.Known(long id)
        ? new Command.StillNeeded(id)
        : new Command.Again(target, null);
  }

  private Command week(Target target) {
    return target instanceof Target.Known(long id)
        ? new Command.NextWeek(id)
        : new Command.Again(target, null);
  }

  private static String number(CareRequest request) {
    return Notices.number(request);
  }
}
