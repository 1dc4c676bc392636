package org.kith.desk;

import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Claiming;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.words.Text;

/** The softer promise: "I can if nobody else does". It is between the bot and whoever made it. */
record StandingBy(Turn turn) {

  /** I can if nobody else does. */
  Reply standby(Target target) {
    return new Picking(turn).one(target, Command.Standby::new, this::standby);
  }

  /** A person's softer promise on a request. */
  static Optional<Claim> of(Turn turn, CareRequest request) {
    return turn.tables().claims().on(request.id()).stream()
        .filter(claim -> claim.isStandby() && claim.isBy(turn.person()))
        .findFirst();
  }

  /** What a person who stands by can do about it. */
  static List<Button> buttons(Turn turn, CareRequest request) {
    Button help =
        Button.plain(turn.say("button.help"), new Command.Claim(new Target.Listed(request.id())));
    Button cant = Button.plain(turn.say("button.cant"), new Command.Cancel(Notices.known(request)));
    Circle circle = turn.circleOf(request).orElseThrow();
    boolean room = request.isOpen() && turn.saying().view(circle, request).places() > 0;
    return room ? List.of(help, cant) : List.of(cant);
  }

  private Reply standby(CareRequest request) {
    String number = Notices.number(request);
    Circle circle = turn.circleOf(request).orElseThrow();
    if (request.isOwnOf(turn.person())) {
      return GoBetween.own(turn, request);
    }
    if (!request.isOpen()) {
      return new Helping(turn).notOpen(circle, request);
    }
    Optional<Claim> promised =
        Claiming.yours(turn.tables().claims().on(request.id()), turn.person(), true);
    if (promised.isPresent()) {
      return new Helping(turn).already(circle, request, promised.get());
    }
    Optional<Reply> refused = new Trusting(turn).refused(circle, request, false);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (of(turn, request).isEmpty()) {
      turn.tables()
          .claims()
          .add(request.id(), turn.person(), new ClaimState.Standby(), false, null, turn.now())
          .ifPresentOrElse(
              softer -> turn.rings().stoodBy(circle, request),
              () -> turn.tables().askings().told(request.id(), turn.person()));
    }
    String thanks = turn.say("standby.thanks", "number", number);
    return turn.said(Message.of(Text.of(thanks), buttons(turn, request), 2), thanks);
  }
}
