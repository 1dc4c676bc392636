package org.kith.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Extension;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Kind;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.Draft;
import org.kith.words.AskReader;
import org.kith.words.Checked;
import org.kith.words.Clean;
import org.kith.words.Reading;
import org.kith.words.Reworded;
import org.kith.words.Text;

/**
 * {@code /edit}: the asker changes a request that is posted, as long as it has not ended; or
 * whoever looks after the circle, once it was handed to them.
 */
final class Changing {
  private final Turn turn;
  private final Dialogue dialogue;

  Changing(Turn turn) {
    this.turn = turn;
    this.dialogue = new Dialogue(turn);
  }

  /** Opens a request for correction, or changes at once what the text speaks of. */
  Reply edit(Target target, String text) {
    return new Picking(turn)
        .one(target, Changing::again, this::asked, request -> edit(request, text));
  }

  /** The window of a request is moved by one tap. */
  Reply extend(long requestId, Extension by) {
    return new Picking(turn)
        .one(
            new Target.Known(requestId),
            Changing::again,
            request -> {
              Reply refused = refused(request);
              return refused != null
                  ? refused
                  : settle(request, of(request).withWindow(by.of(request.window(), turn.now())));
            });
  }

  /** It is to stand longer: by how much? */
  Reply moreTime(long requestId) {
    return new Picking(turn).one(new Target.Known(requestId), Changing::again, this::moreTime);
  }

  /** What was put in other words for the asker is to be as they had put it. */
  Reply asItWas(long requestId) {
    return new Picking(turn).one(new Target.Known(requestId), Changing::again, this::asItWas);
  }

  /** Two requests alike are two, says their asker. */
  Reply bothStand(long requestId) {
    return new Picking(turn)
        .one(
            new Target.Known(requestId),
            Changing::again,
            request -> turn.answer("twin.both", "number", Notices.number(request)));
  }

  /** Saves what the preview of a change showed. */
  Reply save(Draft draft) {
    CareRequest request =
        draft.requestId() == null
            ? null
            : turn.tables().requests().find(draft.requestId()).orElse(null);
    if (request == null) {
      return turn.answer("target.gone");
    }
    Reply refused = refused(request);
    if (refused != null) {
      turn.tables().drafts().remove(draft.id());
      return refused;
    }
    // Whoever asked may have stopped to be asked meanwhile: the details are not theirs any more.
    Draft theirs = dialogue.isOthers(draft) ? draft.withSealed(null) : draft;
    return settle(request, theirs) instanceof Reply.Said said
        ? said.redrawing()
        : new Reply.Silent();
  }

  private static Command again(Target target) {
    return new Command.Edit(target, "");
  }

  private List<CareRequest> asked(Circle circle) {
    return turn.tables().requests().askedBy(circle.id(), turn.person());
  }

  private Reply edit(CareRequest request, String text) {
    Reply refused = refused(request);
    if (refused != null) {
      return refused;
    }
    if (text.isBlank()) {
      return dialogue.next(dialogue.keep(of(request), null, null));
    }
    if (says("edit.read.moretime", text)) {
      return moreTime(request);
    }
    if (says("edit.read.back", text)) {
      return asItWas(request);
    }
    if (says("edit.read.nodetails", text)) {
      return request.isAskedBy(turn.person())
          ? settle(request, of(request).withoutDetails())
          : turn.answer("edit.details.notyours", "number", Notices.number(request));
    }
    Circle circle = circle(request);
    return switch (AskReader.of(turn.words()).readChange(text, turn.now(), circle.zone())) {
      case Checked.Refused<Reworded> no -> said(no.say(turn.words()));
      case Checked.Taken<Reworded>(Reworded read) -> reword(request, read);
    };
  }

  private Reply moreTime(CareRequest request) {
    Reply refused = refused(request);
    if (refused != null) {
      return refused;
    }
    return request.window().isDated()
        ? new Entrusted(turn).moreTime(request)
        : dialogue.next(dialogue.keep(of(request), null, DraftField.WHEN));
  }

  private Reply asItWas(CareRequest request) {
    Reply refused = refused(request);
    return refused != null
        ? refused
        : settle(request, of(turn.tables().rewordings().before(request).orElse(request)));
  }

  private Reply reword(CareRequest request, Reworded read) {
    Draft draft = of(request);
    String what = read.what();
    Integer helpers = read.helpers();
    draft = what == null ? draft : draft.withWhat(what);
    draft = read.near() == null ? draft : draft.withNear(read.near());
    draft = helpers == null ? draft : draft.withHelpers(helpers);
    return switch (read.when()) {
      case null -> settle(request, draft);
      case Reading.Understood(Window window) -> settle(request, draft.withWindow(window));
      case Reading.Past(Window over) ->
          dialogue.past(dialogue.keep(draft, null, DraftField.WHEN), over);
      case Reading.Unclear _ -> throw new IllegalStateException("what is unclear is words");
    };
  }

  /** Changes it, unless something has to be asked or said first. */
  private Reply settle(CareRequest request, Draft draft) {
    Circle circle = circle(request);
    Window window = draft.window() == null ? request.window() : draft.window();
    boolean moved = !window.equals(request.window());
    if (moved && window.isOver(turn.now())) {
      return dialogue.past(kept(draft, DraftField.WHEN), window);
    }
    int taken = taken(request);
    int helpers = draft.helpers() == null ? request.helpers() : draft.helpers();
    if (helpers < taken) {
      String why = turn.say("edit.toofew", "count", taken, "number", Notices.number(request));
      return dialogue.refused(kept(draft.withHelpers(request.helpers()), null), why);
    }
    boolean seals = draft.sealed() != null && !draft.clears();
    if (seals && circle.detailsOpen() == DetailsOpen.OFF) {
      return turn.answer("ask.refused.details.off");
    }
    if (new KindOff(turn, dialogue).of(draft)) {
      return dialogue.next(kept(draft, null));
    }
    LinkOff links = new LinkOff(turn, circle);
    if (draft.id() == 0 ? links.in(draft.what(), draft.near()) : links.in(draft)) {
      return draft.id() == 0 ? turn.answer("links.refused") : dialogue.refused(draft, links.why());
    }
    if (moved && window.isDated() && !circle.zoneConfirmed()) {
      if (draft.id() == 0) {
        return dialogue.next(kept(draft, null));
      }
      turn.tables().circles().save(circle.in(circle.zone()));
    }
    turn.tables().drafts().removeAbout(request.id());
    return new Changed(turn, circle, request)
        .to(reworded(request, draft, window), details(request, draft));
  }

  private static CareRequest reworded(CareRequest request, Draft draft, Window window) {
    return request.reworded(
        draft.kind() == null ? request.kind() : draft.kind(),
        draft.what() == null ? request.what() : draft.what(),
        window,
        draft.near(),
        draft.helpers() == null ? request.helpers() : draft.helpers());
  }

  private @Nullable String details(CareRequest request, Draft draft) {
    String sealed = draft.sealed();
    if (draft.clears()) {
      return request.hasDetails() ? "" : null;
    }
    return sealed == null ? null : turn.sealer().unseal(sealed, Draft.sealedRow(draft.id()));
  }

  /** The draft with the question that it waits for, stored. */
  private Draft kept(Draft draft, @Nullable DraftField asking) {
    return draft.id() == 0
        ? dialogue.keep(draft, null, asking)
        : dialogue.save(draft.withAsking(asking));
  }

  private int taken(CareRequest request) {
    return (int)
        turn.tables().claims().on(request.id()).stream().filter(Claim::takesAPlace).count();
  }

  private @Nullable Reply refused(CareRequest request) {
    return new Entrusted(turn).refused(request);
  }

  private Draft of(CareRequest request) {
    Kind kind = request.kind();
    return new Draft(
        0,
        turn.account().id(),
        request.circleId(),
        request.id(),
        kind,
        request.what(),
        request.window(),
        null,
        request.near(),
        request.helpers(),
        null,
        null,
        Draft.Manner.PLAIN,
        turn.now());
  }

  private Circle circle(CareRequest request) {
    return turn.circleOf(request).orElseThrow();
  }

  private boolean says(String key, String text) {
    String words = Clean.line(text).toLowerCase(turn.words().locale());
    return turn.words().alternatives(key).contains(words);
  }

  private Reply said(String sentence) {
    return turn.said(Message.of(Text.of(sentence)), sentence);
  }
}
