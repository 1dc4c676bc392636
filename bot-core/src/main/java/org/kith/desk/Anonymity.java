package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.Nameless;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.Draft;
import org.kith.words.Text;

/** Asking without one's name: what it can't do is said before, and where it can't be it is not. */
record Anonymity(Turn turn) {

  /** What somebody should know before they post without their name. */
  List<String> warnings(Draft draft, Circle circle) {
    boolean small = circle.open().nameless() == Nameless.WARN;
    List<String> lines = new ArrayList<>();
    lines.add(turn.say("anonymous.is"));
    lines.add(turn.say(small ? "anonymous.guess.friends" : "anonymous.guess"));
    lines.add(turn.say(draft.sealed() == null ? "anonymous.door" : "anonymous.door.details"));
    lines.add(turn.say("anonymous.host"));
    lines.add(turn.say("anonymous.react"));
    if (turn.actor().platform() == Platform.TELEGRAM && !turn.isPrivate()) {
      lines.add(turn.say("anonymous.typing"));
    }
    if (turn.tables().cards().has(turn.person())) {
      lines.add(turn.say("anonymous.carecard"));
    }
    return lines;
  }

  /** It was typed where others could read who asks: it can't be anonymous, and nothing is done. */
  Reply refused() {
    Command ask = new Command.NeedHelp(new Ask.Free(""));
    return turn.unseen(
        Message.of(
            Text.of(turn.say("anonymous.refused")), Button.plain(turn.say("button.need"), ask)),
        ask);
  }

  /** True if doing this here would show everybody whose request it is. */
  boolean givesAway(CareRequest request) {
    return turn.isSeen()
        && request.isOwnOf(turn.person())
        && !new AskerName(turn.tables()).shown(request).contains(turn.person());
  }

  /** Nothing is done: it would have shown everybody whose request it is. */
  Reply heldBack() {
    Command mine = new Command.Mine();
    return turn.unseen(
        Message.of(
            Text.of(turn.say("anonymous.heldback")), Button.plain(turn.say("button.yours"), mine)),
        mine);
  }

  /** The preview with the asker's name, or without it. */
  Reply name(long id, boolean anonymous) {
    Draft draft = new Filling(turn).mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    Dialogue dialogue = new Dialogue(turn);
    if (draft.asking() != null || draft.requestId() != null) {
      return dialogue.next(draft);
    }
    return anonymous && draft.manner().seen()
        ? refused()
        : dialogue.next(dialogue.save(draft.with(draft.manner().named(anonymous))));
  }
}
