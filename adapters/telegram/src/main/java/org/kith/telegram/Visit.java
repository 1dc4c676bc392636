package org.kith.telegram;

import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.News;

/** An update, ready to be decided. */
sealed interface Visit {
  /** A command with whoever acts. */
  record Wish(Delivery delivery, Origin origin) implements Visit {}

  /** A command that could not be taken to the core, because something is broken. */
  record Broken(Origin origin, Command command) implements Visit {}

  /** Somebody who is not in the group that they act in. */
  record Stranger(Origin origin) implements Visit {}

  /** News of the platform. */
  record Told(String id, News news) implements Visit {}

  /** Somebody who hides behind the group or a channel. */
  record Hidden(Room room, int messageId) implements Visit {}

  /** A press without meaning. */
  record Empty(String queryId) implements Visit {}

  /** Not for the bot. */
  record Nothing() implements Visit {}
}
