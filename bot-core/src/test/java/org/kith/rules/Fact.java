package org.kith.rules;

import java.util.Set;

/** What some may know and others may not: the table that every message is held against. */
enum Fact {
  /**
   * The private details of a request: its asker, and whoever holds a promise on it as they look; in
   * the answer to them and nowhere else but the asker's own file.
   */
  DETAILS {
    @Override
    boolean mayRead(Set<String> concerned, Reached reached) {
      return switch (reached.way()) {
        case ANSWER -> reached.opened().contains(reached.reader());
        case FILE -> concerned.contains(reached.reader());
        case POST, LETTER -> false;
      };
    }
  },

  /** Who asks without a name: they alone. */
  ANONYMOUS_ASKER,

  /** Who can't help although they were asked: they alone. */
  DECLINE,

  /** What goes on in a circle: its members, and in a place only what is of its own circle. */
  OTHER_CIRCLE,

  /** Whom somebody has blocked: whoever did. */
  BLOCK,

  /** What is reported: whoever reports it, and the stewards except whom it is about. */
  REPORT,

  /** What a steward and one of those whom a report concerns write to each other: the two. */
  STEWARD_TALK;

  /**
   * True if this may reach its reader.
   *
   * @param concerned the accounts and houses whom the fact is for
   */
  boolean mayRead(Set<String> concerned, Reached reached) {
    return concerned.contains(reached.reader())
        && (reached.house().isEmpty()
            || this != OTHER_CIRCLE
            || concerned.contains(reached.house()));
  }
}
