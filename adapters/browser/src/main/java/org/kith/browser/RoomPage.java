package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page and the few files that belong to it. */
final class RoomPage implements HttpHandler {
  private static final Map<String, String> TYPES =
      Map.of(
          "room.html", "text/html; charset=utf-8",
          "room.css", "text/css; charset=utf-8",
          "room.js", "text/javascript; charset=utf-8",
          "pane.js", "text/javascript; charset=utf-8",
          "message.js", "text/javascript; charset=utf-8",
          "room.svg", "image/svg+xml");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "room.html" : path.substring(1);
    String type = TYPES.get(name);
    if (type == null) {
      Http.answer(exchange, TurnedAway.notThere("There is nothing here. The room is at /."));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    Http.send(exchange, 200, read(name));
  }

  private static byte[] read(String name) {
    try (var in = RoomPage.class.getResourceAsStream("/room/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no file room/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("room/" + name + " can't be read", e);
    }
  }
}
