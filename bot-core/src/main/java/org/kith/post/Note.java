package org.kith.post;

/** What an outbox row is about: the text is drawn from the state when it is about to be sent. */
public enum Note {
  /** In a space: the card of a request shows the newest state. */
  CARD(true),
  /** In a space: a message that is a second copy of a card, or of nothing any more, goes. */
  STRAY(true),
  /** In a space: the digest of a circle. */
  DIGEST(true),
  /** In a space: the bot was added, and says what it is. */
  DOOR(true),
  /** In a space: a circle was made, and how open it was guessed to be; about a circle. */
  FOUNDED(true),
  /** In a space, below the card: the asker can't be written to; there is news of the request. */
  LINE_FOR_ASKER(true),
  /**
   * In a space, below the card: the helper can't be written to; a button shows what is for them.
   */
  LINE_FOR_HELPER(true),

  /** To the asker: what was understood and posted; about a request. */
  ASKED(false),
  /** To the helper: you're helping; about a claim. */
  HELPING(false),
  /** To somebody who came a moment late; about a request. */
  TOO_LATE(false),
  /** To the asker: somebody helps; about a claim. */
  CLAIMED(false),
  /** To the asker: a helper can't after all; about a claim. */
  RELEASED(false),
  /** To the asker: a helper says that it happened; about a claim. */
  HELPED(false),
  /** To the helper: did it happen?; about a claim. */
  DID_IT_HAPPEN(false),
  /** To the helper: it is needed still; about a claim. */
  STILL_NEEDED(false),
  /** To the asker: did you get what you needed?; about a request. */
  DID_YOU_GET_IT(false),
  /** To the asker: the time has passed, and nobody came; about a request. */
  NOBODY_CAME(false),
  /** To the asker: it ends without anybody having come; about a request. */
  UNMET(false),
  /** To the helper: the asker shares the details; about a claim. */
  SHARED(false),
  /** To the helper: the asker found another way; about a claim. */
  FREED(false),
  /** To the helper: the request ended; about a claim. */
  ENDED(false),
  /** To the asker: somebody deleted the card; about a request. */
  CARD_GONE(false),
  /** To the asker: an administrator took the request down; about a request. */
  TAKEN_DOWN(false);

  private final boolean inSpace;

  Note(boolean inSpace) {
    this.inSpace = inSpace;
  }

  /** True if it is posted in a space, false if it goes to one person. */
  public boolean isInSpace() {
    return inSpace;
  }
}
