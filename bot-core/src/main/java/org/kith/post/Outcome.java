package org.kith.post;

import java.time.Duration;

/** What became of something sent to a platform. */
public sealed interface Outcome {
  /**
   * It is there.
   *
   * @param messageId the platform's id of the message, within its place or private chat
   */
  record Sent(String messageId) implements Outcome {}

  /** The message to edit or delete is not there any more: somebody deleted it. */
  record MessageGone() implements Outcome {}

  /** The person can't be written to: closed private messages, no first contact, blocked. */
  record Unreachable() implements Outcome {}

  /**
   * The space can't be written to: the bot was removed or may not post there.
   *
   * @param why in the platform's words, for the log and {@code /circle show}
   */
  record PlaceClosed(String why) implements Outcome {}

  /**
   * The platform will never take this message.
   *
   * @param why in the platform's words, for the log; holds nothing of the message
   */
  record Refused(String why) implements Outcome {}

  /**
   * Not now: too many at once, or the platform is away.
   *
   * @param after how long to wait, as the platform said or as the adapter thinks right
   * @param inDoubt true if the message may have arrived all the same (the answer was lost)
   */
  record TryLater(Duration after, boolean inDoubt) implements Outcome {}

  /**
   * The house has a new id; try again there.
   *
   * @param house the new id
   */
  record Moved(String house) implements Outcome {}
}
