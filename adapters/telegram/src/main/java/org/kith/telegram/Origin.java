package org.kith.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/** Where a command came from, as far as its answer needs it. */
sealed interface Origin {
  /** The chat it came from. */
  Room room();

  /** Who sent it. */
  User from();

  /** A command that everybody in the group can see, or a message in the private chat. */
  record Written(Room room, User from, int messageId) implements Origin {}

  /**
   * A command that only its sender and the bot see.
   *
   * @param ephemeralId Telegram's id of it, good for an answer within fifteen seconds
   */
  record Whispered(Room room, User from, int ephemeralId) implements Origin {}

  /**
   * A press on a button.
   *
   * @param queryId good for one answer, for about fifteen seconds
   * @param messageId the message with the button; null if it is too old for Telegram to tell
   * @param ephemeralId its id if only the presser sees that message; null for any other
   */
  record Pressed(
      Room room,
      User from,
      String queryId,
      @Nullable Integer messageId,
      @Nullable Integer ephemeralId)
      implements Origin {}

  /** A reaction: nothing can be answered. */
  record Happened(Room room, User from) implements Origin {}
}
