package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and the few files that belong to it. What people read on it stands in the language file:
 * {@code {{key}}} in the page becomes that sentence, and {@code {{sentences}}} in a script all of
 * them.
 */
final class RoomPage implements HttpHandler {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z.]+)}}");

  /** Where the page says which way it runs. */
  private static final String DIRECTION = "[[direction]]";

  private static final Map<String, String> TYPES =
      Map.of(
          "room.html", "text/html; charset=utf-8",
          "room.css", "text/css; charset=utf-8",
          "room.js", "text/javascript; charset=utf-8",
          "pane.js", "text/javascript; charset=utf-8",
          "message.js", "text/javascript; charset=utf-8",
          "sentences.js", "text/javascript; charset=utf-8",
          "room.svg", "image/svg+xml");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "room.html" : path.substring(1);
    String type = TYPES.get(name);
    if (type == null) {
      Http.answer(exchange, TurnedAway.notThere("page"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    Http.send(exchange, 200, filled(name, RoomWords.of(exchange)).getBytes(StandardCharsets.UTF_8));
  }

  private static String filled(String name, RoomWords words) throws IOException {
    String file = read(name);
    return switch (name) {
      case "room.html" ->
          GAP.matcher(file.replace(DIRECTION, words.direction()))
              .replaceAll(gap -> Matcher.quoteReplacement(escaped(words.say(gap.group(1)))));
      case "sentences.js" ->
          file.replace("{{sentences}}", Http.JSON.writeValueAsString(words.ofThePage()));
      default -> file;
    };
  }

  /** As text and as the value of an attribute. */
  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String read(String name) {
    try (var in = RoomPage.class.getResourceAsStream("/room/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no file room/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("room/" + name + " can't be read", e);
    }
  }
}
