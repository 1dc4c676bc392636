package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The latest requests, oldest first; bounded, so that a benchmark does not fill the memory. */
final class RequestLog {
  private static final int KEPT = 20_000;

  private final World world;
  private final Deque<LoggedRequest> requests = new ArrayDeque<>();
  private final List<Consumer<LoggedRequest>> listeners = new CopyOnWriteArrayList<>();

  RequestLog(World world) {
    this.world = world;
  }

  void listen(Consumer<LoggedRequest> listener) {
    listeners.add(listener);
  }

  void add(String method, String path, String query, JsonNode body, int status, JsonNode answer) {
    LoggedRequest request =
        new LoggedRequest(
            method, path, query, body, status, answer, world.now(), System.nanoTime());
    world.change(() -> {
      requests.addLast(request);
      if (requests.size() > KEPT) {
        requests.removeFirst();
      }
    });
    listeners.forEach(listener -> listener.accept(request));
  }

  List<LoggedRequest> all() {
    return world.look(() -> List.copyOf(requests));
  }
}
