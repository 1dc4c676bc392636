package org.kith.desk;

import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Text;

/** What nobody is to see of somebody: where others could read what they typed, it is said so. */
record Discreet(Turn turn) {

  /** The same answer; of what was typed in the open that it was, and it is taken away. */
  Reply of(Reply reply) {
    if (!turn.isSeen() || !(reply instanceof Reply.Said said)) {
      return reply;
    }
    Message message = said.message();
    Text text = new Text.Builder().text(message.text()).line(turn.say("safety.seen")).build();
    return turn.unseen(new Message(text, message.rows()), new Command.Mine());
  }
}
