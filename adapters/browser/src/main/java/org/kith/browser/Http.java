package org.kith.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kith.care.Photo;

/** JSON in and out of an exchange. */
final class Http {
  static final ObjectMapper JSON = new ObjectMapper();

  /** A text of 10,000 characters fits, escaped; nobody types more. */
  static final int LONGEST_BODY = 64 * 1024;

  /** A photo that is a little too large, in base 64: the bot says so itself. */
  static final int LONGEST_PHOTO = 2 * Photo.MOST_BYTES;

  private Http() {}

  /** The object that was sent, in so many bytes at most. */
  static JsonNode body(HttpExchange exchange, int longest) throws IOException, TurnedAway {
    byte[] bytes = exchange.getRequestBody().readNBytes(longest + 1);
    if (bytes.length > longest) {
      throw new TurnedAway(413, "large", "limit", longest / 1024);
    }
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw TurnedAway.badRequest("json");
    }
    if (body == null || !body.isObject()) {
      throw TurnedAway.badRequest("object");
    }
    return body;
  }

  /** A text that must be there. */
  static String text(JsonNode body, String name) throws TurnedAway {
    JsonNode found = body.path(name);
    if (!found.isTextual()) {
      throw TurnedAway.badRequest("text", "name", name);
    }
    return found.textValue();
  }

  static void answer(HttpExchange exchange, int status, Object data) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    send(exchange, status, JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8));
  }

  static void answer(HttpExchange exchange, TurnedAway away) throws IOException {
    String sentence = away.said(RoomWords.of(exchange));
    answer(exchange, away.status(), Map.of("error", sentence));
  }

  static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
