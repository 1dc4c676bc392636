package org.kith.desk;

import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.command.Target;

/**
 * What somebody can't do whom a steward has barred. Asking is refused in a sentence: whoever is in
 * need must not wait for help that nobody was asked for. A press to help is not refused: it ends as
 * it does for whom the asker has blocked.
 */
record Barred(Turn turn) {

  /** The refusal, if this asks the circle for something, or speaks in it, and they are barred. */
  Optional<Reply> refused(Command command) {
    boolean barred =
        switch (command) {
          case Command.NeedHelp _ -> isBarredEverywhere();
          case Command.Edit(Target target, var _) -> isBarred(target);
          case Command.Again(Target target, var _) -> isBarred(target);
          case Command.Thanks(Target target, var _, var _) -> isBarred(target);
          case Command.Extend(long id, var _) -> isBarred(id);
          case Command.MoreTime(long id) -> isBarred(id);
          case Command.AsItWas(long id) -> isBarred(id);
          case Command.StillNeeded(long id) -> isBarred(id);
          case Command.PostAgain(long id) -> isBarred(id);
          case Command.NextWeek(long id) -> isBarred(id);
          case Command.SayThanks(long id) -> isBarred(id);
          case Command.GiveThanks(long id, var _) -> isBarred(id);
          default -> false;
        };
    return barred ? Optional.of(turn.answer("barred")) : Optional.empty();
  }

  /** The refusal, if a steward has paused the request and it is not settled yet. */
  Optional<Reply> held(Command command) {
    Optional<CareRequest> request =
        switch (command) {
          case Command.StillNeeded(long id) -> turn.tables().requests().find(id);
          case Command.PostAgain(long id) -> turn.tables().requests().find(id);
          case Command.Again(Target target, var when) when when == null ->
              turn.find(target).stream().findFirst();
          default -> Optional.empty();
        };
    return request
        .filter(one -> one.isAskedBy(turn.person()) && turn.tables().reports().holds(one.id()))
        .map(one -> turn.answer("report.held", "number", Notices.number(one)));
  }

  /** From the private chat they may ask in another circle; the preview looks once more. */
  private boolean isBarredEverywhere() {
    return !turn.circles().isEmpty()
        && turn.circles().stream().allMatch(circle -> turn.isBarred(circle.id()));
  }

  private boolean isBarred(Target target) {
    return turn.find(target).stream().anyMatch(request -> turn.isBarred(request.circleId()));
  }

  private boolean isBarred(long requestId) {
    return turn.tables()
        .requests()
        .find(requestId)
        .filter(request -> turn.isBarred(request.circleId()))
        .isPresent();
  }
}
