package org.kith.telegram;

import org.kith.command.Command;
import org.kith.command.News;

/** What an update means for the bot. */
sealed interface Incoming {
  /** Somebody wants something of the bot. */
  record Asked(Origin origin, Command command) implements Incoming {}

  /**
   * The same with one photo of several that were sent together, each in a message of its own.
   *
   * @param album what they have in common
   */
  record InAlbum(String album, Asked asked) implements Incoming {}

  /** Telegram tells something that nobody asked for. */
  record Heard(News news) implements Incoming {}

  /** A command by somebody who hides behind the group or a channel: nobody, never stored. */
  record FromNobody(Room room, int messageId) implements Incoming {}

  /**
   * A press that carries nothing of the bot's: it is answered, so that the client stops waiting.
   */
  record EmptyPress(String queryId) implements Incoming {}

  /** Not meant for the bot: forgotten here, before anything is stored or logged. */
  record NotOurs() implements Incoming {}
}
