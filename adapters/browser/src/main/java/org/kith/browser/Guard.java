package org.kith.browser;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: only pages of this very room, on this machine. A name that somebody else's DNS
 * points here is refused, and so is whatever another site's page sends.
 */
final class Guard extends Filter {
  /** A header that no form and no other site's script can send without being allowed to. */
  static final String OWN = "X-Kith-Room";

  private static final Pattern HERE =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    Headers answer = exchange.getResponseHeaders();
    answer.set(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("Cross-Origin-Resource-Policy", "same-origin");
    answer.set("Cache-Control", "no-store");
    try {
      check(exchange);
    } catch (TurnedAway away) {
      Http.answer(exchange, away);
      return;
    }
    chain.doFilter(exchange);
  }

  @Override
  public String description() {
    return "only this machine's own page";
  }

  private static void check(HttpExchange exchange) throws TurnedAway {
    Headers asked = exchange.getRequestHeaders();
    String host = asked.getFirst("Host");
    if (host == null || !HERE.matcher(host).matches()) {
      throw new TurnedAway(421, "here");
    }
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> {}
      case "POST" -> checkOwn(asked, host);
      default -> throw new TurnedAway(405, "method");
    }
  }

  private static void checkOwn(Headers asked, String host) throws TurnedAway {
    @Nullable String origin = asked.getFirst("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new TurnedAway(403, "own");
    }
    String type = asked.getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new TurnedAway(415, "type");
    }
    if (asked.getFirst(OWN) == null) {
      throw new TurnedAway(403, "header", "header", OWN);
    }
  }
}
