package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.RelayOpen;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Card;
import org.kith.store.Draft;
import org.kith.store.Requests;
import org.kith.words.KindNames;
import org.kith.words.Text;

/** What somebody looks at: the board, what is theirs, one request, its details. */
final class Looking {
  private static final int MOST_BUTTONS = 10;

  private final Turn turn;
  private final Notices notices;

  Looking(Turn turn) {
    this.turn = turn;
    this.notices = new Notices(turn.tables(), turn.now());
  }

  /** What is open and what is coming. */
  Reply board(@Nullable String kindTyped) {
    if (turn.circles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    Kind kind = kindTyped == null ? null : kinds().choice(kindTyped).orElse(null);
    if (kindTyped != null && kind == null) {
      return turn.answer("board.nokind", "kinds", kindsOffered());
    }
    Text.Builder text = new Text.Builder();
    List<Button> buttons = new ArrayList<>();
    for (Circle circle : turn.circles()) {
      board(circle, kind, text, buttons);
    }
    return turn.harmless(Message.of(text.build(), buttons, 2), turn.say("board.brief"));
  }

  /** What I promised, what I asked. */
  Reply mine() {
    if (turn.ownCircles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    Text.Builder text = new Text.Builder();
    List<Button> buttons = new ArrayList<>();
    for (Circle circle : turn.ownCircles()) {
      List<CareRequest> promised =
          turn.tables().claims().inFlight(circle.id(), turn.person()).stream()
              .flatMap(claim -> turn.tables().requests().find(claim.requestId()).stream())
              .toList();
      section(text, "mine.promised", circle, promised, buttons);
      List<CareRequest> standby =
          turn.tables().claims().standingBy(circle.id(), turn.person()).stream()
              .flatMap(claim -> turn.tables().requests().find(claim.requestId()).stream())
              .toList();
      section(text, "mine.standby", circle, standby, buttons);
      section(
          text,
          "mine.forme",
          circle,
          turn.tables().requests().askedFor(circle.id(), turn.person()),
          buttons);
      section(
          text,
          "mine.asked",
          circle,
          turn.tables().requests().askedBy(circle.id(), turn.person()),
          buttons);
    }
    goingOut(text, buttons);
    new OnBehalf(turn).mine(text, buttons);
    if (text.build().lines().isEmpty()) {
      return turn.answer("mine.nothing");
    }
    List<Button> some = buttons.subList(0, Math.min(MOST_BUTTONS, buttons.size()));
    return turn.said(Message.of(text.build(), some, 2), turn.say("mine.brief"));
  }

  /** What they said yes to, and is not posted yet. */
  private void goingOut(Text.Builder text, List<Button> buttons) {
    for (Draft draft : turn.tables().drafts().waiting(turn.account().id())) {
      turn.circles().stream()
          .filter(circle -> Objects.equals(circle.id(), draft.circleId()))
          .forEach(circle -> {
            String time = GoingOut.latest(turn, draft, circle);
            String what = String.valueOf(draft.what());
            text.gap().line(turn.say("mine.goingout", "what", what, "time", time));
            buttons.addAll(0, GoingOut.buttons(turn, draft));
          });
    }
  }

  /** Everything about one request that the actor may see, and what they can do. */
  Reply more(long requestId) {
    CareRequest request = visible(requestId);
    if (request == null) {
      return turn.answer("target.gone");
    }
    Circle circle = turn.circleOf(request).orElseThrow();
    Optional<Claim> mine = inFlight(request);
    if (mine.isPresent()) {
      return new Helping(turn).yours(circle, request, mine.get());
    }
    Card card = notices.view(circle, request);
    String title = card.title(turn.words());
    List<String> next =
        request.isAskedBy(turn.person())
            ? notices.nextStep(circle, request, turn.words())
            : List.of();
    Text text =
        request.isOpen()
            ? new Text.Builder()
                .strong(title)
                .text(card.body(turn.words(), turn.now()))
                .lines(next)
                .build()
            : card.draw(turn.now()).text();
    return turn.said(Message.of(text, buttons(circle, request, card), 2), title);
  }

  /** The private details, to the asker and to those who hold a claim now. */
  Reply details(long requestId) {
    CareRequest request = visible(requestId);
    if (request == null) {
      return turn.answer("target.gone");
    }
    Circle circle = turn.circleOf(request).orElseThrow();
    Optional<Claim> mine = inFlight(request);
    mine.ifPresent(claim -> reached(circle, request, claim));
    boolean helps = mine.map(claim -> Notices.opens(circle, claim)).orElse(false);
    String details = helps || request.isOwnOf(turn.person()) ? opened(request) : "";
    // A go-between is no helper: what the person wants every helper to know is not for them.
    String card =
        helps || request.isNeedOf(turn.person())
            ? CareCard.of(turn, circle, request).orElse("")
            : "";
    if (details.isEmpty() && card.isEmpty()) {
      boolean waits = mine.isPresent() && notices.hasPrivate(circle, request);
      return turn.answer(
          waits ? "details.later" : "details.closed", "number", Notices.number(request));
    }
    Text.Builder text = new Text.Builder();
    part(text, turn.say("details.head", "number", Notices.number(request)), details);
    part(text, turn.say("details.card", "asker", whose(request)), card);
    return new Reply.Said(
        Message.of(text.build()),
        Notices.clip((details + " " + card).strip().replace('\n', ' '), Reply.Said.LONGEST_BRIEF),
        Reply.Audience.ACTOR_PROTECTED,
        OptionalLong.empty(),
        Code.payload(new Command.ShowDetails(requestId)),
        false);
  }

  private String opened(CareRequest request) {
    return turn.tables()
        .requests()
        .details(request.id())
        .map(sealed -> turn.sealer().unseal(sealed, Requests.sealedRow(request.id())))
        .orElse("");
  }

  private static void part(Text.Builder text, String head, String secret) {
    if (!secret.isEmpty()) {
      text.gap().strong(head);
      secret.lines().forEach(text::line);
    }
  }

  private void reached(Circle circle, CareRequest request, Claim claim) {
    if (turn.delivery().answerable()) {
      turn.ending().confirm(circle, request, claim);
    }
  }

  private Optional<Claim> inFlight(CareRequest request) {
    return turn.tables().claims().on(request.id()).stream()
        .filter(claim -> claim.isInFlight() && claim.isBy(turn.person()))
        .findFirst();
  }

  private @Nullable CareRequest visible(long requestId) {
    return turn.tables()
        .requests()
        .find(requestId)
        .filter(request -> turn.circleOf(request).isPresent())
        .orElse(null);
  }

  private List<Button> buttons(Circle circle, CareRequest request, Card card) {
    List<Button> buttons = new ArrayList<>();
    if (request.isEnded()) {
      if (request.isAskedBy(turn.person())) {
        if (!(request.state() instanceof RequestState.Withdrawn)) {
          buttons.add(FollowUpNotices.stillNeeded(request, turn.words()));
        }
        buttons.add(FollowUpNotices.nextWeek(request, turn.words()));
        if (!Thanking.helpers(turn.tables(), request).isEmpty()) {
          buttons.add(FollowUpNotices.sayThanks(request, turn.words()));
        }
      }
      return buttons;
    }
    if (request.isFor(turn.person()) && !request.isAskedBy(turn.person())) {
      buttons.addAll(new GoBetween(turn).buttons(request));
      if (request.hasDetails()) {
        buttons.add(ownDetails(request));
      }
    } else if (request.isAskedBy(turn.person())) {
      if (request.state() instanceof RequestState.LookedAfter) {
        buttons.add(Button.plain(turn.say("button.back"), new Command.PostAgain(request.id())));
      } else if (!request.isOpen()) {
        buttons.add(Button.first(turn.say("button.again"), new Command.PostAgain(request.id())));
      }
      buttons.add(Button.plain(turn.say("button.done"), new Command.Done(Notices.known(request))));
      buttons.add(notices.change(request, turn.words()));
      buttons.add(notices.takeBack(request, turn.words()));
      if (request.isOpen() && card.places() > 0) {
        buttons.add(notices.ifNobodyComes(request, turn.words()));
      }
      if (request.hasDetails()) {
        buttons.add(ownDetails(request));
      }
      for (Claim claim : turn.tables().claims().on(request.id())) {
        List<Button> about = notices.askerButtons(circle, request, claim, turn.words());
        if (claim.isInFlight() && buttons.size() + about.size() <= MOST_BUTTONS) {
          buttons.addAll(about);
        }
      }
    } else {
      if (request.isOpen() && card.places() > 0) {
        buttons.add(
            Button.first(
                turn.say("button.help"), new Command.Claim(new Target.Listed(request.id()))));
      }
      buttons.addAll(new Partly(turn).button(request));
      boolean standsBy = StandingBy.of(turn, request).isPresent();
      if (standsBy) {
        buttons.add(
            Button.plain(turn.say("button.cant"), new Command.Cancel(Notices.known(request))));
      } else if (request.isOpen()) {
        buttons.add(
            Button.plain(turn.say("button.standby"), new Command.Standby(Notices.known(request))));
      }
      if (circle.open().questions() == RelayOpen.AT_ONCE) {
        buttons.add(
            Button.plain(
                turn.say("button.question"),
                new Command.Write(new Addressee.OfRequest(request.id()))));
      }
      if (turn.isSteward(circle) && request.state() instanceof RequestState.LookedAfter) {
        buttons.addAll(Answering.stewardButtons(turn, request));
      } else if (turn.isSteward(circle) && request.isOpen() && card.places() > 0) {
        buttons.add(
            Button.plain(
                turn.say("button.lookafter"), new Command.LookAfter(Notices.known(request))));
        buttons.addAll(new Entrusted(turn).buttons(request));
      }
      if (turn.isSteward(circle)) {
        buttons.add(Button.plain(turn.say("button.takedown"), new Command.TakeDown(request.id())));
      }
    }
    return buttons;
  }

  /** Whose care card it is; who is helped through a go-between has no name here. */
  private String whose(CareRequest request) {
    boolean between = request.asker() == null || !request.isNeedOf(request.asker());
    return between ? turn.say("somebody") : notices.asker(request, turn.words());
  }

  private Button ownDetails(CareRequest request) {
    return Button.plain(turn.say("button.details.own"), new Command.ShowDetails(request.id()));
  }

  private void board(Circle circle, @Nullable Kind kind, Text.Builder text, List<Button> buttons) {
    List<CareRequest> needed = new ArrayList<>();
    List<CareRequest> coming = new ArrayList<>();
    for (CareRequest request : turn.tables().requests().open(circle.id())) {
      if (kind == null || request.kind().equals(kind)) {
        (notices.view(circle, request).places() > 0 ? needed : coming).add(request);
      }
    }
    if (turn.circles().size() > 1) {
      text.gap().strong(circle.name());
    }
    if (needed.isEmpty() && coming.isEmpty()) {
      text.line(turn.say("board.nothing"));
      return;
    }
    section(text, "board.needed", circle, needed, new ArrayList<>());
    section(text, "board.coming", circle, coming, new ArrayList<>());
    for (CareRequest request : needed) {
      // A board may be shown in the open: what is missing from it must not tell whose it is.
      boolean own = new AskerName(turn.tables()).shown(request).contains(turn.person());
      boolean mine = own || inFlight(request).isPresent();
      if (!mine && buttons.size() < MOST_BUTTONS) {
        buttons.add(
            Button.plain(
                turn.say("button.help.with", "number", Notices.number(request)),
                new Command.Claim(new Target.Listed(request.id()))));
      }
    }
  }

  private void section(
      Text.Builder text,
      String key,
      Circle circle,
      List<CareRequest> requests,
      List<Button> buttons) {
    new Listing(turn.tables(), turn.now(), turn.account().manner().zone())
        .add(text, turn.words(), key, circle, requests);
    for (CareRequest request : requests.subList(0, Math.min(Listing.MOST, requests.size()))) {
      buttons.add(
          Button.plain(
              turn.say("button.number", "number", Notices.number(request)),
              new Command.More(request.id())));
      if (key.equals("mine.asked")) {
        buttons.add(
            Button.plain(
                turn.say("button.change.number", "number", Notices.number(request)),
                new Command.Edit(Notices.known(request), "")));
      }
    }
  }

  private KindNames kinds() {
    return KindNames.of(turn.words(), turn.circle());
  }

  private String kindsOffered() {
    return turn.words().list(kinds().own().offered().stream().map(kinds()::name).toList());
  }
}
