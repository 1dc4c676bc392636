package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.words.Text;

/**
 * A posted request on behalf of somebody: the go-between is asked in their place, and the person
 * can see it, be asked themself, show their name, and take it back at any time.
 */
record GoBetween(Turn turn) {

  /** To the person, who has just said yes. */
  Reply posted(Circle circle, CareRequest request) {
    boolean themself = request.isAskedBy(turn.person());
    String sentence =
        turn.say(
            themself ? "behalf.posted.askme" : "behalf.posted",
            "number",
            Notices.number(request),
            "circle",
            circle.name(),
            "asker",
            new Notices(turn.tables(), turn.now()).asker(request, turn.words()));
    return turn.said(Message.of(Text.of(sentence), buttons(request), 2), sentence).redrawing();
  }

  /** From now on the person is asked themself. */
  Reply askMe(Target target) {
    return new Picking(turn).one(target, Command.AskMe::new, this::forMe, this::askMe);
  }

  /** The name of the person may stand on the card. */
  Reply nameMe(Target target) {
    return new Picking(turn).one(target, Command.NameMe::new, this::forMe, this::nameMe);
  }

  /** What was typed after {@code /mine}: an answer to what waits, or about a request. */
  Reply typed(Target target, String typed) {
    boolean waits = target instanceof Target.Unsaid;
    if (says("behalf.read.name", typed)) {
      return nameMe(target);
    }
    if (says("behalf.read.askme", typed)) {
      boolean asked = turn.tables().consents().waitingFor(turn.person()).isPresent();
      return waits && asked ? new OnBehalf(turn).answer(Consenting.ASK_ME) : askMe(target);
    }
    Consenting choice =
        says("behalf.read.yes", typed)
            ? Consenting.YES
            : says("behalf.read.no", typed)
                ? Consenting.NOT_NOW
                : says("behalf.read.details", typed) ? Consenting.DETAILS : null;
    if (choice != null && waits) {
      return new OnBehalf(turn).answer(choice);
    }
    return waits && says("behalf.read.drop", typed)
        ? new OnBehalf(turn).dropAll()
        : turn.answer("behalf.typed");
  }

  /** What the person can do about a request for them. */
  List<Button> buttons(CareRequest request) {
    List<Button> buttons = new ArrayList<>();
    Behalf behalf = request.behalf();
    if (!request.isFor(turn.person()) || behalf == null || request.isEnded()) {
      return buttons;
    }
    if (!request.isAskedBy(turn.person())) {
      buttons.add(
          Button.plain(turn.say("button.askme.now"), new Command.AskMe(Notices.known(request))));
    }
    if (!behalf.named()) {
      buttons.add(
          Button.plain(turn.say("button.name"), new Command.NameMe(Notices.known(request))));
    }
    buttons.add(
        Button.plain(turn.say("button.takeback"), new Command.Cancel(Notices.known(request))));
    return buttons;
  }

  /** To somebody who can't help with a request, because it is their own or they answer for it. */
  static Reply own(Turn turn, CareRequest request) {
    boolean between = request.behalf() != null && !request.isFor(turn.person());
    return turn.answer(between ? "claim.between" : "claim.own", "number", Notices.number(request));
  }

  /**
   * A request has ended: the go-between hears how, unless they were told in the person's place.
   *
   * @param by who ended it; 0 for nobody
   */
  static void hears(Saying saying, Circle circle, CareRequest request, long by) {
    Behalf behalf = request.behalf();
    Long between = behalf == null ? null : behalf.goBetween();
    boolean toldAnyway = between != null && request.isAskedBy(between) && !request.isFor(by);
    if (between != null && between != by && !toldAnyway) {
      saying.tell(Note.HOW_IT_ENDED, circle, between, request.id());
    }
  }

  /** The go-between has changed it: the person sees what stands there now. */
  static void changed(Turn turn, Circle circle, CareRequest request) {
    Behalf behalf = request.behalf();
    Long person = behalf == null ? null : behalf.person();
    if (person != null && person != turn.person()) {
      turn.tables().outbox().removeAbout(Note.CHANGED_FOR_YOU, request.id());
      turn.saying().tell(Note.CHANGED_FOR_YOU, circle, person, request.id());
    }
  }

  private Reply askMe(CareRequest request) {
    Optional<Reply> not = notMine(request);
    if (not.isPresent()) {
      return not.get();
    }
    Circle circle = turn.circleOf(request).orElseThrow();
    Behalf behalf = request.behalf();
    if (!request.isAskedBy(turn.person()) && behalf != null && behalf.goBetween() != null) {
      turn.tables().requests().answerTo(request.id(), turn.person());
      turn.saying().tell(Note.AGREED, circle, behalf.goBetween(), request.id());
    }
    return posted(circle, turn.tables().requests().find(request.id()).orElseThrow());
  }

  private Reply nameMe(CareRequest request) {
    Optional<Reply> not = notMine(request);
    if (not.isPresent()) {
      return not.get();
    }
    Behalf behalf = request.behalf();
    if (behalf != null && !behalf.named()) {
      turn.tables().requests().named(request.id());
      turn.saying().changed(request.id());
    }
    return turn.answer("name.done");
  }

  private Optional<Reply> notMine(CareRequest request) {
    String number = Notices.number(request);
    if (!request.isFor(turn.person())) {
      return Optional.of(turn.answer("behalf.notyours", "number", number));
    }
    return request.isEnded()
        ? Optional.of(turn.answer("claim.ended", "number", number))
        : Optional.empty();
  }

  private List<CareRequest> forMe(Circle circle) {
    return turn.tables().requests().askedFor(circle.id(), turn.person());
  }

  private boolean says(String key, String typed) {
    return turn.words()
        .alternatives(key)
        .contains(typed.strip().toLowerCase(turn.words().locale()));
  }
}
