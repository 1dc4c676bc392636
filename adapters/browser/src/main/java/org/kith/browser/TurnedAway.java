package org.kith.browser;

/** A request to the room that can't be done: a status and one sentence that says why. */
final class TurnedAway extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  TurnedAway(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  static TurnedAway badRequest(String sentence) {
    return new TurnedAway(400, sentence);
  }

  static TurnedAway notThere(String sentence) {
    return new TurnedAway(404, sentence);
  }
}
