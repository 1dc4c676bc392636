package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kith.words.Words;

/**
 * What the room says by itself, as it stands in the language files under {@code room.}: in the
 * language that somebody's browser asks for, if Kith speaks it.
 */
record RoomWords(Words words) {
  private static final String ROOM = "room.";
  private static final String HEADER = "Accept-Language";

  /** Where the browser does not matter: what is the same for all, and the log. */
  static final RoomWords ENGLISH = new RoomWords(Words.in(Words.ENGLISH));

  /** The words for whoever asks. */
  static RoomWords of(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Vary", HEADER);
    String wanted = exchange.getRequestHeaders().getFirst(HEADER);
    return wanted == null ? ENGLISH : wanted(wanted, Words.languages());
  }

  /**
   * The first language that is wanted and known; English if there is none.
   *
   * @param header as browsers send it: {@code ar,en;q=0.8}
   */
  static RoomWords wanted(String header, List<String> known) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> range.getRange().split("-", 2)[0])
          .filter(known::contains)
          .findFirst()
          .map(tag -> new RoomWords(Words.in(tag)))
          .orElse(ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return ENGLISH;
    }
  }

  /**
   * A sentence of the room.
   *
   * @param key without {@code room.}
   * @param pairs name, value, name, value …
   */
  String say(String key, Object... pairs) {
    return words.say(ROOM + key, pairs);
  }

  /** Which way the page runs, as HTML has it. */
  String direction() {
    return words.isRightToLeft() ? "rtl" : "ltr";
  }

  /** What a page needs to speak, by keys without {@code room.}; it fills in {@code {names}}. */
  Map<String, String> ofThePage() {
    Map<String, String> found = new TreeMap<>();
    for (String key : ENGLISH.words.keys()) {
      if (key.startsWith(ROOM) && !key.startsWith(ROOM + TurnedAway.REFUSED)) {
        found.put(key.substring(ROOM.length()), words.pattern(key));
      }
    }
    return found;
  }
}
