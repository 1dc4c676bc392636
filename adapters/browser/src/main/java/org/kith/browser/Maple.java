package org.kith.browser;

import org.kith.circle.Place;
import org.kith.circle.Platform;

/** The one group of the room. */
final class Maple {
  /** The house, as the bot knows it. */
  static final String HOUSE = "maple-street";

  /** What people call it. */
  static final String TITLE = RoomWords.ENGLISH.say("title");

  /** Where its cards are posted. */
  static final Place PLACE = new Place(Platform.BROWSER, HOUSE, "");

  private Maple() {}
}
