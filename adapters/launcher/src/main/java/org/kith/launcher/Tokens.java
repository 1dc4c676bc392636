package org.kith.launcher;

import java.util.regex.Pattern;

/**
 * What the platforms' tokens look like, loosely: enough to catch one that was cut short or put in
 * the other's place, no more, for the platforms promise no shape.
 */
enum Tokens {
  /** Three parts between dots. */
  DISCORD(
      Pattern.compile("[\\w-]{10,}\\.[\\w-]{4,}\\.[\\w-]{10,}"),
      "Copy it again: Discord's developer portal, your application, Bot, Reset Token."),
  /** The bot's number, a colon, and the secret. */
  TELEGRAM(
      Pattern.compile("\\d{4,}:[\\w-]{20,}"),
      "Copy it again: write /token to BotFather in Telegram.");

  private final Pattern shape;
  private final String mend;

  Tokens(Pattern shape, String mend) {
    this.shape = shape;
    this.mend = mend;
  }

  boolean fits(String token) {
    return shape.matcher(token).matches();
  }

  /** What is wrong with it; never quotes it. */
  String complaint(String token) {
    Tokens other = this == DISCORD ? TELEGRAM : DISCORD;
    return other.fits(token)
        ? "looks like a token of the other platform"
        : "does not look like a whole token";
  }

  String mend() {
    return mend;
  }
}
