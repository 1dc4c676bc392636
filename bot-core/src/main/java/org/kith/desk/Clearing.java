package org.kith.desk;

import java.util.List;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.words.Text;
import org.kith.words.Words;

/** Somebody wants their private chat with the bot to be empty, as far as the platform lets it. */
record Clearing(Turn turn) {

  /** It is done right away; then the person is told what is left. */
  Reply clear() {
    for (Note note : List.of(Note.CLEAR, Note.CLEARED)) {
      turn.tables().outbox().removeAbout(note, turn.person());
      turn.tables().outbox().tell(note, null, turn.account(), turn.person(), turn.now());
    }
    return turn.answer("clear.coming");
  }

  /** What could not be taken away, and how people do that themselves. */
  static Message done(Platform platform, Words words) {
    String key =
        switch (platform) {
          case DISCORD -> "clear.done.discord";
          case TELEGRAM -> "clear.done.telegram";
          case BROWSER -> "clear.done.browser";
        };
    return Message.of(Text.of(words.say(key)));
  }
}
