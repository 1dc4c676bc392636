package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, oldest first; bounded, so that a benchmark does not fill the memory. */
final class RequestLog {
  private static final int KEPT = 20_000;

  private final World world;
  private final Deque<LoggedRequest> requests = new ArrayDeque<>();

  RequestLog(World world) {
    this.world = world;
  }

  void add(String method, String path, String query, JsonNode body, int status) {
    world.change(() -> {
      requests.addLast(
          new LoggedRequest(method, path, query, body, status, world.now(), System.nanoTime()));
      if (requests.size() > KEPT) {
        requests.removeFirst();
      }
    });
  }

  List<LoggedRequest> all() {
    return world.look(() -> List.copyOf(requests));
  }
}
