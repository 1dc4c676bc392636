package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.words.Text;
import org.kith.words.Words;

/** How people are asked when nobody has come: standby first, a few members, then the stewards. */
record RingNotices(Notices notices) {

  /** To somebody who stands by, once nobody else has come. */
  Told couldYouNow(CareRequest request, Words words) {
    return notices.sentence("ring.standby", request, words, helpButtons(request, words));
  }

  /** To somebody who may be asked privately. */
  Told couldYou(Circle circle, CareRequest request, Words words) {
    Text text =
        new Text.Builder()
            .line(words.say("ring.few", "circle", circle.name(), "number", Notices.number(request)))
            .gap()
            .line(request.what())
            .line(notices.whenAndNear(request, words))
            .gap()
            .line(words.say("ring.few.no"))
            .build();
    List<Button> buttons = new ArrayList<>(List.of(helpButtons(request, words)));
    buttons.add(Button.plain(words.say("button.askmenot"), new Command.MayAskMe(false)));
    return new Told(Message.of(text, buttons, 2), text.lines().getFirst().plain());
  }

  /** To somebody who looks after the circle. */
  Told nobodyFor(CareRequest request, Words words) {
    Told told =
        notices.sentence(
            "ring.stewards",
            request,
            words,
            Button.first(
                words.say("button.lookafter"), new Command.LookAfter(Notices.known(request))),
            Button.plain(
                words.say("button.help"), new Command.Claim(new Target.Listed(request.id()))),
            Button.plain(words.say("button.no"), new Command.CantHelp(request.id())));
    List<List<Button>> rows = new ArrayList<>(told.message().rows());
    rows.add(Entrusted.buttons(request, words));
    return new Told(new Message(told.message().text(), rows), told.brief());
  }

  private static Button[] helpButtons(CareRequest request, Words words) {
    return new Button[] {
      Button.first(words.say("button.help"), new Command.Claim(new Target.Listed(request.id()))),
      Button.plain(words.say("button.no"), new Command.CantHelp(request.id()))
    };
  }
}
