package org.kith.desk;

import java.util.List;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.circle.Nameless;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;

/** A steward pauses a request without a name: its asker is told, the steward not who that is. */
record Pausing(Turn turn) {

  /** Pauses a request; whoever asked can change it, post it again or take it back. */
  Reply pause(Target target) {
    return new Picking(turn).one(target, Command.Pause::new, this::nameless, this::pause);
  }

  private List<CareRequest> nameless(Circle circle) {
    return turn.tables().requests().open(circle.id()).stream()
        .filter(CareRequest::anonymous)
        .toList();
  }

  private Reply pause(CareRequest request) {
    Circle circle = turn.circleBehind(request);
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    if (!request.anonymous() || circle.open().nameless() != Nameless.PAUSE) {
      return turn.answer("pause.not");
    }
    if (!request.isOpen()) {
      return new Helping(turn).notOpen(circle, request);
    }
    turn.tables().requests().enter(request.id(), new RequestState.Paused(turn.now()), turn.now());
    turn.saying().card(request.id());
    turn.rings().watch(circle, turn.tables().requests().find(request.id()).orElseThrow());
    if (request.asker() != null) {
      turn.saying().tell(Note.PAUSED_UNSEEN, circle, request.asker(), request.id());
    }
    return turn.answer("pause.done", "number", Notices.number(request));
  }
}
