package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kith.circle.Account;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** Somebody wants their private chat with the bot to be empty, as far as the platform lets it. */
record Clearing(Turn turn) {
  /** An answer that is being shown just now goes, too. */
  private static final Duration AFTER_THE_ANSWER = Duration.ofSeconds(3);

  /** A platform that is away for so long is not asked any more: no account is kept for it. */
  private static final Duration GIVEN_UP = Duration.ofDays(2);

  /** It is done in a moment; then the person is told what is left. */
  Reply clear() {
    for (Note note : List.of(Note.CLEAR, Note.CLEARED)) {
      turn.tables().outbox().removeAbout(note, turn.person());
    }
    empty(turn.tables(), turn.account(), Note.CLEARED, turn.person(), turn.now());
    return turn.answer("clear.coming");
  }

  /** What was said to an account goes; what comes after that is the one word that stays. */
  static void empty(Tables tables, Account account, Note lastWord, long ref, Instant now) {
    for (Note note : List.of(Note.CLEAR, lastWord)) {
      long row = tables.outbox().tell(note, null, account, ref, now.plus(AFTER_THE_ANSWER));
      tables.outbox().until(row, now.plus(GIVEN_UP));
    }
  }

  /** What could not be taken away, and how people do that themselves. */
  static Message done(Platform platform, Words words) {
    return Message.of(Text.of(left(platform, words)));
  }

  /** The same as a sentence. */
  static String left(Platform platform, Words words) {
    String key =
        switch (platform) {
          case DISCORD -> "clear.done.discord";
          case TELEGRAM -> "clear.done.telegram";
          case BROWSER -> "clear.done.browser";
        };
    return words.say(key);
  }
}
