package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A bot that speaks plain HTTP, for what no client library would send. */
final class RawBot implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  RawBot(TelegramStandIn telegram) {
    base = "http://%s:%d/bot%s/".formatted(telegram.host(), telegram.port(), telegram.token());
  }

  /** Calls with a JSON body; the answer's whole body. */
  JsonNode json(String method, String body) {
    return post(method, "application/json", body).join();
  }

  CompletableFuture<JsonNode> later(String method, String body) {
    return post(method, "application/json", body);
  }

  CompletableFuture<JsonNode> post(String method, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + method))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  JsonNode get(String methodAndQuery) {
    return send(HttpRequest.newBuilder(URI.create(base).resolve(methodAndQuery)).GET().build())
        .join();
  }

  private CompletableFuture<JsonNode> send(HttpRequest request) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> Json.read(response.body()).orElseThrow());
  }

  @Override
  public void close() {
    http.close();
  }
}
