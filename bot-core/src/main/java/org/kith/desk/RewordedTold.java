package org.kith.desk;

import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.words.Text;
import org.kith.words.Words;

/** What an asker is told when somebody who looks after the circle has changed their request. */
record RewordedTold(Notices notices, Circle circle, CareRequest request) {

  /** What is other, and how it was; empty if it is over, or nothing is other any more. */
  Optional<Told> draw(Words words) {
    return request.isEnded()
        ? Optional.empty()
        : notices
            .tables()
            .rewordings()
            .before(request)
            .flatMap(before -> told(before, new Difference(before, request).fields(words), words));
  }

  private Optional<Told> told(CareRequest before, List<String> fields, Words words) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String head =
        words.say("reworded.head", "number", Notices.number(request), "fields", words.list(fields));
    Text text =
        new Text.Builder()
            .line(head)
            .gap()
            .text(notices.described(circle, request, words))
            .gap()
            .line(words.say("reworded.before"))
            .gap()
            .text(notices.described(circle, before, words))
            .gap()
            .line(words.say("reworded.yours"))
            .build();
    Button back = Button.plain(words.say("button.asitwas"), new Command.AsItWas(request.id()));
    return Optional.of(new Told(Message.of(text, notices.change(request, words), back), head));
  }
}
