package org.kith.desk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Thanks;
import org.kith.care.Thanks.Way;
import org.kith.circle.Circle;
import org.kith.command.Message;
import org.kith.post.Card;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** Thanks as they are read, drawn from the state now. */
record ThanksTold(Tables tables, Instant now) {

  /** To a helper; nothing if it is not said, or not any more. */
  Optional<Told> toHelper(CareRequest request, Claim claim, Words words) {
    Thanks thanks = tables.thanks().of(request.id()).orElse(null);
    if (thanks == null || thanks.way() == null || thanks.way() == Way.PUBLIC) {
      return Optional.empty();
    }
    boolean plain = thanks.words() == null;
    String key =
        thanks.way() == Way.ANONYMOUS
            ? plain ? "thanks.somebody" : "thanks.somebody.words"
            : plain ? "thanks.told" : "thanks.told.words";
    return Optional.of(told(sentence(key, thanks, request, "", words)));
  }

  /** One line for everybody; nothing if it is not said, or not any more. */
  Optional<Message> inSpace(Circle circle, CareRequest request, Words words) {
    return tables
        .thanks()
        .of(request.id())
        .filter(thanks -> thanks.way() == Way.PUBLIC && request.asker() != null)
        .map(thanks ->
            Message.of(
                Text.of(
                    sentence(
                        thanks.words() == null ? "thanks.line" : "thanks.line.words",
                        thanks,
                        request,
                        helpers(circle, request, words),
                        words))));
  }

  private String sentence(
      String key, Thanks thanks, CareRequest request, String helpers, Words words) {
    Object[] pairs = {
      "asker",
      new Notices(tables, now).publicAsker(request, words),
      "number",
      Notices.number(request),
      "helpers",
      helpers,
      "words",
      thanks.words() == null ? "" : thanks.words()
    };
    return words.say(key, pairs);
  }

  /** Their names as far as the card would show them, somebody for the others. */
  private String helpers(Circle circle, CareRequest request, Words words) {
    Card card = new Saying(tables, now).view(circle, request);
    Set<String> shown = new LinkedHashSet<>();
    for (Claim claim : Thanking.helpers(tables, request)) {
      shown.add(card.shownName(claim).orElse(words.say("somebody.within")));
    }
    return words.list(shown);
  }

  private static Told told(String sentence) {
    return new Told(Message.of(Text.of(sentence)), sentence);
  }
}
