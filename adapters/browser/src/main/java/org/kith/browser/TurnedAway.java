package org.kith.browser;

/** A request to the room that can't be done: a status and one sentence that says why. */
final class TurnedAway extends Exception {
  /** Where the language file has these sentences, below the room's own. */
  static final String REFUSED = "refused.";

  private static final long serialVersionUID = 1;

  private final int status;
  private final String why;
  private final transient Object[] pairs;

  /**
   * @param why a key of the language file, without {@code room.refused.}
   * @param pairs what is filled in: name, value, name, value …
   */
  TurnedAway(int status, String why, Object... pairs) {
    super(RoomWords.ENGLISH.say(REFUSED + why, pairs), null, false, false);
    this.status = status;
    this.why = why;
    this.pairs = pairs;
  }

  int status() {
    return status;
  }

  /** Why, for whoever reads these words. */
  String said(RoomWords words) {
    return words.say(REFUSED + why, pairs);
  }

  static TurnedAway badRequest(String why, Object... pairs) {
    return new TurnedAway(400, why, pairs);
  }

  static TurnedAway notThere(String why) {
    return new TurnedAway(404, why);
  }
}
