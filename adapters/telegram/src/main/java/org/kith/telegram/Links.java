package org.kith.telegram;

/**
 * Links that open the private chat.
 *
 * @param botName the bot's user name, without {@code @}
 */
record Links(String botName) {
  /** What a link carries when there is nothing to carry. */
  static final String HELLO = "hello";

  /**
   * A link that opens the private chat and presses Start there.
   *
   * @param payload 1 to 64 of {@code A-Za-z0-9_-}
   */
  String start(String payload) {
    return "https://t.me/" + botName + "?start=" + payload;
  }
}
