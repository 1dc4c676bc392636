package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the files lie that people attach, as Discord's content delivery network hands them out. */
final class Cdn {
  private static final Map<String, String> TYPES =
      Map.of("jpg", "image/jpeg", "png", "image/png", "webp", "image/webp", "txt", "text/plain");

  private final Map<String, Attachment> files = new ConcurrentHashMap<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final HttpServer http;

  Cdn() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/attachments/", this::fetch);
    http.start();
  }

  /** Takes a file, and says what the bot is told of it. */
  ObjectNode take(String id, Attachment file) {
    files.put(id, file);
    String name = file.name();
    String url = "http://127.0.0.1:" + http.getAddress().getPort() + "/attachments/" + id;
    ObjectNode json = Json.object().put("id", id).put("filename", name);
    json.put("size", file.bytes().length).put("url", url).put("proxy_url", url);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type != null) {
      json.put("content_type", type);
    }
    return json.put("ephemeral", true);
  }

  /** How often a file was fetched. */
  int fetched() {
    return fetched.get();
  }

  void stop() {
    http.stop(0);
  }

  private void fetch(HttpExchange exchange) throws IOException {
    try (exchange) {
      fetched.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      Attachment file = files.get(path.substring(path.lastIndexOf('/') + 1));
      if (file == null || file.bytes().length == 0) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, file.bytes().length);
        exchange.getResponseBody().write(file.bytes());
      }
    }
  }
}
