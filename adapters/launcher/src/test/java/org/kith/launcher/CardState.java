package org.kith.launcher;

import java.util.Arrays;

/** What a card in a space can say of its request. */
enum CardState {
  OPEN("is looking for"),
  CLAIMED("will help"),
  DONE(": done"),
  WITHDRAWN(": taken back");

  private final String words;

  CardState(String words) {
    this.words = words;
  }

  /** What people read in this text; fails where it says nothing of the kind. */
  static CardState of(String text) {
    return Arrays.stream(values())
        .filter(state -> text.contains(state.words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a card that says nothing known: " + text));
  }

  /** Whether nothing follows any more. */
  boolean isLast() {
    return this == DONE || this == WITHDRAWN;
  }
}
