package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests that JDA would never make. */
final class BareRequests implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final DiscordStandIn discord;

  BareRequests(DiscordStandIn discord) {
    this.discord = discord;
  }

  record Got(int status, int code, HttpResponse<String> response) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(response.body());
    }
  }

  Got send(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(discord.apiBase() + path))
            .header("Authorization", "Bot " + discord.token())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    int code =
        response.body().isEmpty()
            ? 0
            : new ObjectMapper().readTree(response.body()).path("code").asInt();
    return new Got(response.statusCode(), code, response);
  }

  @Override
  public void close() {
    http.close();
  }
}
