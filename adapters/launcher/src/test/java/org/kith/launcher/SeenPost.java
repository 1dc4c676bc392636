package org.kith.launcher;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that the bot posted in a space, as it stands there.
 *
 * @param text all that can be read in it, without markup
 * @param message the platform's id of the message
 * @param at when it was posted
 */
record SeenPost(String text, String message, Instant at) {
  private static final Pattern TITLE = Pattern.compile("^[^\\n]{0,60}· #(\\d+)");

  /** The number of the request whose card it is; 0 if it is something else. */
  int number() {
    Matcher title = TITLE.matcher(text);
    return title.find() ? Integer.parseInt(title.group(1)) : 0;
  }

  boolean isCard() {
    return number() != 0;
  }

  CardState state() {
    return CardState.of(text);
  }
}
