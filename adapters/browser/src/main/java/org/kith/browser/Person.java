package org.kith.browser;

/**
 * Somebody in the room.
 *
 * @param id what the room calls them, the id of their account
 * @param name as people read it
 * @param manages true if they may manage the group, and so are a steward at first
 */
record Person(String id, String name, boolean manages) {
  /** A name longer than this does not fit above a pane. */
  static final int LONGEST_NAME = 40;

  Person {
    if (id.isEmpty() || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a person has an id and a name of 1 to 40 characters");
    }
  }
}
