package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What stands behind the question mark of an address. */
final class Query {
  private Query() {}

  /** The value under a name, empty if there is none. */
  static String of(HttpExchange exchange, String name) throws TurnedAway {
    String query = exchange.getRequestURI().getRawQuery();
    if (query == null) {
      return "";
    }
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return "";
  }

  private static String decoded(String value) throws TurnedAway {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw TurnedAway.badRequest("address");
    }
  }
}
