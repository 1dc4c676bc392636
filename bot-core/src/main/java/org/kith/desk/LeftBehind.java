package org.kith.desk;

import java.util.stream.Stream;
import org.kith.post.Note;
import org.kith.store.Tables;

/**
 * Whether the bytes of the database's file may still hold somebody who was forgotten. To empty
 * their private chats their accounts are known a little longer; where the file was compacted before
 * that was done, it is compacted once more.
 */
record LeftBehind(Tables tables) {
  private static final String NAME = "forgotten.since.compaction";
  private static final String NOW = "";
  private static final String ONCE_SAID = "once the last words are said";

  /** What the file holds. */
  enum State {
    /** Nobody who was forgotten. */
    NOBODY,
    /** Accounts to which a last word is still to be said: it is too early. */
    LAST_WORDS,
    /** Somebody who was forgotten, and all is said. */
    SOMEBODY
  }

  /** Somebody was forgotten. */
  void write() {
    tables.remembered().write(NAME, NOW);
  }

  State state() {
    String fact = tables.remembered().fact(NAME).orElse(null);
    if (fact == null) {
      return State.NOBODY;
    }
    return fact.equals(ONCE_SAID) && isSaying() ? State.LAST_WORDS : State.SOMEBODY;
  }

  /** The file is about to be compacted. */
  State compacts() {
    if (isSaying()) {
      tables.remembered().write(NAME, ONCE_SAID);
      return State.LAST_WORDS;
    }
    tables.remembered().remove(NAME);
    return State.NOBODY;
  }

  private boolean isSaying() {
    return Stream.of(Note.CLEAR, Note.FORGOTTEN)
        .anyMatch(note -> tables.outbox().holds(note, Forgetting.NOBODY));
  }
}
