package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.desk.ForWhom.Found;
import org.kith.post.Note;
import org.kith.words.Text;

/**
 * A steward bars a member: they can neither help nor ask nor write through the bot in this circle,
 * and are not told so. What they promised is free again.
 */
record Barring(Turn turn) {

  /** Bars whom the steward named, or takes that back. */
  Reply typed(String who, boolean barred) {
    Circle circle = turn.lookedAfter().orElse(null);
    if (circle == null) {
      return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    if (who.isBlank()) {
      return turn.answer("bar.whom");
    }
    return switch (new ForWhom(turn).read(List.of(circle), who)) {
      case Found.Oneself() -> turn.answer("bar.self");
      case Found.Several(String name) -> turn.answer("named.several", "name", name);
      case Found.Outside() -> turn.answer("named.unknown", "circle", circle.name());
      case Found.Inside(long person, String name, var _) ->
          barred ? bar(circle, person, name) : unbar(circle, person, name);
    };
  }

  /** The same for somebody who is known to be a member. */
  Reply bar(Circle circle, long person, String name) {
    if (turn.tables().stewards().people(circle.id()).contains(person)) {
      return turn.answer("bar.steward", "name", name);
    }
    turn.tables().people().bar(circle.id(), person, turn.now());
    free(turn, circle, person);
    Text.Builder text =
        new Text.Builder()
            .line(turn.say("bar.done", "name", name, "circle", circle.name()))
            .line(turn.say("bar.limits", "name", name));
    List<Button> buttons = new ArrayList<>();
    for (CareRequest request : shown(circle, person)) {
      String label =
          turn.say("button.takedown.of", "number", Notices.number(request), "what", request.what());
      buttons.add(Button.plain(Notices.clip(label), new Command.TakeDown(request.id())));
    }
    if (!buttons.isEmpty()) {
      text.line(turn.say("bar.open", "name", name));
    }
    if (turn.isSeen()) {
      text.line(turn.say("safety.seen"));
    }
    return turn.unseen(Message.of(text.build(), buttons, 2), new Command.Mine());
  }

  /** All that somebody had promised in a circle is free again; those who asked hear of it. */
  static void free(Turn turn, Circle circle, long person) {
    for (Claim claim : turn.tables().claims().ahead(circle.id(), person)) {
      free(turn, circle, person, claim);
    }
  }

  /** One promise of somebody's is free again. */
  static void free(Turn turn, Circle circle, long person, Claim claim) {
    CareRequest request = turn.tables().requests().find(claim.requestId()).orElseThrow();
    turn.ending().release(request, claim);
    if (claim.state() instanceof ClaimState.Promised) {
      turn.followUp().released(circle, request, claim);
    }
    if (claim.isInFlight()) {
      // Nobody is to stand at a door; why is not said.
      turn.saying().tell(Note.FREED, circle, person, claim.id());
    }
  }

  private Reply unbar(Circle circle, long person, String name) {
    if (!turn.tables().people().isBarred(circle.id(), person)) {
      return turn.answer("bar.isnot", "name", name);
    }
    turn.tables().people().bar(circle.id(), person, null);
    return turn.answer("bar.undone", "name", name);
  }

  /** What they have asked with their name: of the rest nobody is to learn whose it is. */
  private List<CareRequest> shown(Circle circle, long person) {
    return turn.tables().requests().askedBy(circle.id(), person).stream()
        .filter(request -> new AskerName(turn.tables()).shown(request).contains(person))
        .limit(Listing.MOST)
        .toList();
  }
}
