package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Claiming;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.words.AskReader;
import org.kith.words.Checked;
import org.kith.words.Text;

/** "I can do part": a promise that takes no place, so that the rest stays open to everybody. */
record Partly(Turn turn) {

  /**
   * I can do part.
   *
   * @param typed what of it, for everybody to read; null if nothing was said
   */
  Reply claim(Target target, @Nullable String typed) {
    return switch (AskReader.part(typed == null ? "" : typed)) {
      case Checked.Refused<String> no -> {
        String sentence = no.say(turn.words());
        yield turn.said(Message.of(Text.of(sentence)), sentence);
      }
      case Checked.Taken<String>(String part) ->
          new Picking(turn)
              .one(
                  target,
                  another -> new Command.ClaimPart(another, null),
                  request -> new Helping(turn).claim(request, false, part));
    };
  }

  /** Whoever holds all of it may do a part of it only, and whoever does a part another one. */
  Reply instead(Circle circle, CareRequest request, List<Claim> claims, String part) {
    Claim mine = Claiming.yours(claims, turn.person(), true).orElseThrow();
    boolean less = mine.takesAPlace() && Claiming.hasRoomForParts(claims);
    boolean other = mine.isPart() && !part.isEmpty() && !part.equals(mine.part());
    return mine.isInFlight() && request.isOpen() && (less || other)
        ? new Promising(turn, circle, request).part(mine, part)
        : new Helping(turn).already(circle, request, mine);
  }

  /** So many do a part of it that one more would help nobody to see what is left. */
  Reply enough(CareRequest request) {
    String sentence = turn.say("claim.parts", "number", Notices.number(request));
    return turn.said(
        Message.of(
            Text.of(sentence),
            Button.first(
                turn.say("button.help"), new Command.Claim(new Target.Listed(request.id()))),
            Button.plain(turn.say("button.standby"), new Command.Standby(Notices.known(request)))),
        sentence);
  }

  /** The button for it, where there is something left to do and it is not in parts already. */
  List<Button> button(CareRequest request) {
    List<Button> buttons = new ArrayList<>();
    List<Claim> claims = turn.tables().claims().on(request.id());
    if (Claiming.decide(request, claims, turn.person(), true) instanceof Claiming.Granted) {
      buttons.add(
          Button.plain(
              turn.say("button.part"),
              new Command.ClaimPart(new Target.Listed(request.id()), null)));
    }
    return buttons;
  }
}
