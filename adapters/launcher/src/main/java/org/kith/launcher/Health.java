package org.kith.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /health}: 200 while commands can be taken, 503 otherwise with a line for each part that
 * can't. Holds nothing secret and nobody's name: anybody who reaches the address may read it.
 */
final class Health implements HttpHandler {
  private final Map<String, Supplier<Optional<String>>> parts = new LinkedHashMap<>();

  /**
   * Watches a part.
   *
   * @param complaint what is wrong with it now, in a few words; empty if nothing
   */
  Health watch(String part, Supplier<Optional<String>> complaint) {
    parts.put(part, complaint);
    return this;
  }

  /** What keeps commands from being taken, a line each; empty if nothing does. */
  String complaints() {
    StringBuilder lines = new StringBuilder();
    parts.forEach((part, complaint) ->
        asked(complaint)
            .ifPresent(wrong -> lines.append(part).append(": ").append(wrong).append('\n')));
    return lines.toString();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String wrong = complaints();
    Front.answer(
        exchange,
        wrong.isEmpty() ? 200 : 503,
        "text/plain; charset=utf-8",
        wrong.isEmpty() ? "ok\n" : wrong);
  }

  private static Optional<String> asked(Supplier<Optional<String>> complaint) {
    try {
      return complaint.get();
    } catch (RuntimeException e) {
      // The exception's text may hold an address; its kind is enough to look further in the log.
      return Optional.of("does not answer (" + e.getClass().getSimpleName() + ")");
    }
  }
}
