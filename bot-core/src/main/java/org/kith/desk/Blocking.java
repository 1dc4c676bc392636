package org.kith.desk;

import java.util.List;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.desk.ForWhom.Found;
import org.kith.store.Blocks.Block;
import org.kith.words.Text;

/**
 * {@code /block Ben}, {@code /block 12}: somebody wants to hear nothing more from a person, who is
 * not told. By the number of a request it is whoever asked it; of the actor's own, whoever helps.
 */
record Blocking(Turn turn) {

  /** Blocks whom somebody typed; without a name or number says how, and who is blocked. */
  Reply typed(Target target, String who) {
    if (turn.circles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    if (!(target instanceof Target.Unsaid)) {
      return new Discreet(turn)
          .of(new Picking(turn).one(target, another -> new Command.Block(another, ""), this::of));
    }
    return who.isBlank() ? how() : new Discreet(turn).of(named(who));
  }

  private Reply how() {
    List<String> names =
        turn.tables().blocks().of(turn.person()).stream().map(Block::shown).toList();
    Text.Builder text = new Text.Builder().line(turn.say("block.how"));
    if (!names.isEmpty()) {
      text.line(turn.say("settings.blocked", "names", turn.words().list(names)));
    }
    Message message = Message.of(text.build(), Parting.unblockButtons(turn), 2);
    return turn.said(message, turn.say("block.how"));
  }

  private Reply of(CareRequest request) {
    turn.locked(request.id());
    Addressing addressing = new Addressing(turn);
    int others = addressing.toOthers(request).size();
    boolean own = new Parties(turn.tables()).isAskersSide(request, turn.person());
    return own && others != 1
        ? turn.answer("safety.own", "number", Notices.number(request))
        : addressing.about(request, new Parting(turn)::block);
  }

  private Reply named(String who) {
    List<String> names = turn.circles().stream().map(Circle::name).toList();
    return switch (new ForWhom(turn).read(turn.circles(), who)) {
      case Found.Oneself() -> turn.answer("block.self");
      case Found.Several(String name) -> turn.answer("named.several", "name", name);
      case Found.Outside() -> turn.answer("named.unknown", "circle", turn.words().list(names));
      case Found.Inside(long person, String name, var _) -> new Parting(turn).block(person, name);
    };
  }
}
