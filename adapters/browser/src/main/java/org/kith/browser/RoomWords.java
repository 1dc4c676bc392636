package org.kith.browser;

import java.util.Map;
import java.util.TreeMap;
import org.kith.words.Words;

/** What the room says by itself, as it stands in the language file under {@code room.}. */
final class RoomWords {
  private static final String ROOM = "room.";

  /** The bot answers elsewhere in each person's language; this page has one, and so one file. */
  private static final Words WORDS = Words.in(Words.ENGLISH);

  private RoomWords() {}

  /**
   * A sentence of the room.
   *
   * @param key without {@code room.}
   * @param pairs name, value, name, value …
   */
  static String say(String key, Object... pairs) {
    return WORDS.say(ROOM + key, pairs);
  }

  /** What a page needs to speak, by keys without {@code room.}; it fills in {@code {names}}. */
  static Map<String, String> ofThePage() {
    Map<String, String> found = new TreeMap<>();
    for (String key : WORDS.keys()) {
      if (key.startsWith(ROOM) && !key.startsWith(ROOM + TurnedAway.REFUSED)) {
        found.put(key.substring(ROOM.length()), WORDS.raw(key));
      }
    }
    return found;
  }
}
