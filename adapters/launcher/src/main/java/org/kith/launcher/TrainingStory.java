package org.kith.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** What happens in the browser room while the AOT cache is trained. */
final class TrainingStory {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Who types what. */
  private static final List<List<String>> LINES =
      List.of(
          List.of("ana", "/needhelp two bags from the market, Saturday 10-12, near Maple Street"),
          List.of("ben", "/board"),
          List.of("ben", "/claim 1"),
          List.of("ben", "/mine"),
          List.of("ana", "/done 1"),
          List.of("ana", "/help"),
          List.of("ana", "/circle show"),
          List.of("ana", "/digest now"));

  private TrainingStory() {}

  /** A request from the first word to the digest, and a look at every page. */
  static void play(URI room) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (List<String> line : LINES) {
        send(client, type(room, line.get(0), line.get(1)));
      }
      send(client, get(room.resolve("/")));
      send(client, get(room.resolve("/room/state")));
    }
    look(room);
  }

  /** A look at what monitoring looks at. */
  static void look(URI kith) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      send(client, get(kith.resolve("/health")));
      send(client, get(kith.resolve("/metrics")));
    }
  }

  private static HttpRequest type(URI room, String who, String text) {
    String body =
        "{\"as\":\"%s\",\"where\":\"group\",\"text\":\"%s\",\"id\":\"%d\"}"
            .formatted(who, text, text.hashCode());
    return HttpRequest.newBuilder(room.resolve("/room/type"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-Kith-Room", "training")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest get(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE).build();
  }

  private static void send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    // 503 is what /health says while the platforms' clients run into their closed port.
    if (answer.statusCode() != 200 && answer.statusCode() != 503) {
      throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + answer.body());
    }
  }
}
