package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/** What those who promised are told when the asker changes a request; never any details. */
record ChangeNotices(Notices notices, Circle circle, CareRequest request, Claim claim) {

  /** It says something else now. */
  Told changed(Words words) {
    boolean asker = notices.tables().rewordings().before(request).isEmpty();
    return told(asker ? "changed.helper" : "changed.helper.others", words, List.of(cant(words)));
  }

  /** It is needed at another time: does that still work? */
  Told moved(Words words) {
    return told(
        "moved.helper",
        words,
        List.of(
            Button.first(
                words.say("button.works"), new Command.Claim(new Target.Listed(request.id()))),
            cant(words)));
  }

  /** The private details are others now, or there are none any more. */
  Told details(Words words) {
    if (!request.hasDetails()) {
      Text gone = Text.of(sentence("changed.details.gone", words));
      return new Told(Message.of(gone, cant(words)), gone.plain());
    }
    Text text = Text.of(sentence("changed.details", words));
    return new Told(Message.of(text, show(words), cant(words)), text.plain());
  }

  private Told told(String key, Words words, List<Button> answers) {
    String sentence = sentence(key, words);
    Text.Builder text =
        new Text.Builder().line(sentence).gap().text(notices.described(circle, request, words));
    List<Button> buttons = new ArrayList<>(answers);
    if (request.hasDetails() && Notices.opens(circle, claim)) {
      text.line(words.say("changed.details.maybe"));
      buttons.add(show(words));
    }
    return new Told(Message.of(text.build(), buttons, 3), sentence);
  }

  private String sentence(String key, Words words) {
    return words.say(
        key,
        "number",
        Notices.number(request),
        "asker",
        notices.asker(request, words),
        "when",
        WhenText.of(words).textWithZone(request.window(), notices.now(), request.window().zone()));
  }

  private Button show(Words words) {
    return Button.plain(words.say("button.details"), new Command.ShowDetails(request.id()));
  }

  private Button cant(Words words) {
    return Button.plain(words.say("button.cant"), new Command.Cancel(Notices.known(request)));
  }
}
