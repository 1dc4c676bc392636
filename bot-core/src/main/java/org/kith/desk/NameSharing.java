package org.kith.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.Talk;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Text;

/** One side lets the other know how they can be found without the bot. */
record NameSharing(Turn turn) {

  /** What it says is said first: it can't be taken back. */
  Reply share(Way way) {
    Relay relay = new Relay(turn);
    Optional<Reply> not = relay.refused(way);
    if (not.isPresent()) {
      return not.get();
    }
    Talk talk = turn.tables().talks().begin(way.request().id(), way.other());
    Text text =
        new Text.Builder()
            .line(relay.say("relay.name.what", way))
            .gap()
            .line(contact())
            .gap()
            .line(turn.say(handle() == null ? "relay.name.none" : "relay.name.sure"))
            .build();
    return turn.said(
        Message.of(
            text,
            Button.plain(turn.say("button.name.share"), new Command.ShareName(talk.id(), true))),
        text.lines().getFirst().plain());
  }

  /** It goes to the other like any words. */
  Reply shared(Way way) {
    Relay relay = new Relay(turn);
    return relay
        .refused(way)
        .orElseGet(() -> {
          relay.letter(way, contact(), true);
          String sent = relay.say("relay.sent", way);
          return turn.said(Message.of(Text.of(sent)), sent);
        });
  }

  private String contact() {
    String platform =
        turn.say("platform." + turn.actor().platform().name().toLowerCase(Locale.ROOT));
    String handle = handle();
    return handle == null
        ? turn.say("relay.contact.none", "name", turn.account().name(), "platform", platform)
        : turn.say(
            "relay.contact", "name", turn.account().name(), "platform", platform, "handle", handle);
  }

  private @Nullable String handle() {
    return turn.actor().handle();
  }
}
