package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What changes in the room, as server-sent events. An event's id is {@code OPENING-NUMBER}: whoever
 * comes back with the id of the last one goes on from there, and is told to read everything anew
 * ({@code resync}) if the room was opened again since, or too much has happened.
 */
final class RoomStream implements HttpHandler {
  /** Each open page holds one; a browser keeps six at most. */
  private static final int MOST_STREAMS = 32;

  /** How often a silent stream shows that it lives, so that a closed page is noticed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Changes changes;
  private final String opening;
  private final Semaphore free = new Semaphore(MOST_STREAMS);

  /**
   * @param opening different each time the room is opened
   */
  RoomStream(Changes changes, String opening) {
    this.changes = changes;
    this.opening = opening;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!free.tryAcquire()) {
      Http.answer(exchange, new TurnedAway(503, "pages"));
      return;
    }
    try {
      long since = since(exchange);
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      follow(exchange.getResponseBody(), since);
    } catch (TurnedAway away) {
      Http.answer(exchange, away);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
      free.release();
    }
  }

  /** Writing fails with an {@link IOException} once the page is closed. */
  private void follow(OutputStream out, long since) throws IOException, InterruptedException {
    long last = since;
    write(out, ": here\n\n");
    while (!changes.isClosed()) {
      @Nullable List<Changes.Change> more = changes.after(last, HEARTBEAT);
      if (more == null) {
        last = changes.newest();
        write(out, event(last, "resync", "{}"));
      } else if (more.isEmpty()) {
        write(out, ": still here\n\n");
      } else {
        StringBuilder text = new StringBuilder();
        for (Changes.Change change : more) {
          String data = Http.JSON.writeValueAsString(change.data());
          text.append(event(change.number(), change.what(), data));
          last = change.number();
        }
        write(out, text.toString());
      }
    }
  }

  private String event(long number, String what, String data) {
    return "id: " + opening + "-" + number + "\nevent: " + what + "\ndata: " + data + "\n\n";
  }

  /** The number after which to go on; one that never was if the id is from another opening. */
  private long since(HttpExchange exchange) throws TurnedAway {
    String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    if (id == null) {
      id = Query.of(exchange, "since");
    }
    String[] parts = id.split("-", 2);
    boolean known = parts.length == 2 && parts[0].equals(opening) && parts[1].matches("\\d{1,15}");
    return known ? Long.parseLong(parts[1]) : Long.MAX_VALUE;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
