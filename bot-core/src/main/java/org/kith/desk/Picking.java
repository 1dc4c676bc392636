package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.words.Text;

/** Finds the one request that a command is about, or asks which. */
record Picking(Turn turn) {
  private static final Target ANY = new Target.Known(1);

  /**
   * Decides about the one request that is meant.
   *
   * @param same makes the same command for another target, for buttons where several are meant
   */
  Reply one(Target target, Function<Target, Command> same, Function<CareRequest, Reply> decide) {
    return one(target, same, claims(same) ? this::claimable : this::theirs, decide);
  }

  /**
   * The same, where no number was typed, among these.
   *
   * @param among the requests of a circle that may be meant
   */
  Reply one(
      Target target,
      Function<Target, Command> same,
      Function<Circle, List<CareRequest>> among,
      Function<CareRequest, Reply> decide) {
    if (turn.ownCircles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    List<CareRequest> found = turn.find(target);
    if (found.size() == 1) {
      Anonymity anonymity = new Anonymity(turn);
      return anonymity.givesAway(found.getFirst())
          ? anonymity.heldBack()
          : decide.apply(found.getFirst());
    }
    if (found.size() > 1) {
      return which(found, same);
    }
    return switch (target) {
      case Target.Numbered(int number) ->
          turn.answer("target.unknown", "number", String.valueOf(number));
      case Target.Known _, Target.Listed _ -> turn.answer("target.gone");
      case Target.Unsaid _ -> unsaid(same, among);
    };
  }

  /** No number was typed: the ones that may be meant, as buttons. */
  private Reply unsaid(Function<Target, Command> same, Function<Circle, List<CareRequest>> among) {
    List<CareRequest> candidates =
        turn.ownCircles().stream()
            .flatMap(circle -> among.apply(circle).stream())
            .filter(request -> turn.circleOf(request).isPresent())
            .toList();
    return candidates.isEmpty() ? turn.answer("target.none") : which(candidates, same);
  }

  private List<CareRequest> claimable(Circle circle) {
    return turn.tables().requests().open(circle.id()).stream()
        .filter(open -> !open.isOwnOf(turn.person()))
        .toList();
  }

  private List<CareRequest> theirs(Circle circle) {
    List<CareRequest> theirs = new ArrayList<>();
    turn.tables().claims().inFlight(circle.id(), turn.person()).stream()
        .flatMap(claim -> turn.tables().requests().find(claim.requestId()).stream())
        .forEach(theirs::add);
    theirs.addAll(turn.tables().requests().askedBy(circle.id(), turn.person()));
    return theirs;
  }

  private static boolean claims(Function<Target, Command> same) {
    return switch (same.apply(ANY)) {
      case Command.Claim _, Command.ClaimPart _, Command.Standby _, Command.LookAfter _ -> true;
      default -> false;
    };
  }

  /** A claim by a button that is no card's own; all else is the same wherever it is pressed. */
  private static Target listed(CareRequest request, Function<Target, Command> same) {
    return switch (same.apply(ANY)) {
      case Command.Claim _, Command.ClaimPart _ -> new Target.Listed(request.id());
      default -> Notices.known(request);
    };
  }

  private Reply which(List<CareRequest> candidates, Function<Target, Command> same) {
    List<Button> buttons =
        candidates.stream()
            .limit(10)
            .map(request ->
                Button.plain(
                    Notices.clip(
                        turn.say(
                            "button.which",
                            "number",
                            Notices.number(request),
                            "what",
                            request.what())),
                    same.apply(listed(request, same))))
            .toList();
    String question = turn.say("target.which");
    return turn.said(Message.of(Text.of(question), buttons, 2), question);
  }
}
