package org.kith.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.kith.command.Typed;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a page can ask and do under {@code /room/}. Each answer comes after the desk has decided,
 * and after what lasts is on disk.
 */
final class RoomApi implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(RoomApi.class);

  private final RoomState room;
  private final RoomActs acts;
  private final RoomClock roomClock;
  private final InstantSource clock;
  private final String opening;

  RoomApi(RoomState room, RoomActs acts, RoomClock roomClock, InstantSource clock, String opening) {
    this.room = room;
    this.acts = acts;
    this.roomClock = roomClock;
    this.clock = clock;
    this.opening = opening;
  }

  /** A command as the page offers it. */
  private record Offered(String name, String does) {}

  /**
   * All that a page shows.
   *
   * @param at from which event the stream goes on
   * @param now by the room's clock, in milliseconds since 1970
   * @param movable true if the clock can be moved
   */
  private record State(
      String at,
      String zone,
      long now,
      boolean movable,
      List<Person> people,
      List<Offered> commands,
      List<Entry> entries) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      Object answer =
          exchange.getRequestMethod().equals("POST")
              ? acts.act(path, Http.body(exchange, longest(path)))
              : ask(path, Query.of(exchange, "as"), RoomWords.of(exchange).words());
      Http.answer(exchange, 200, answer);
    } catch (TurnedAway away) {
      Http.answer(exchange, away);
    } catch (UncheckedIOException e) {
      log.error("The room's file takes no more: {}", String.valueOf(e.getMessage()));
      Http.answer(exchange, new TurnedAway(503, "disk"));
    } catch (RuntimeException e) {
      log.error("The room can't do {}", path, e);
      Http.answer(exchange, new TurnedAway(500, "broken"));
    }
  }

  private static int longest(String path) {
    return path.equals("/room/photo") ? Http.LONGEST_PHOTO : Http.LONGEST_BODY;
  }

  /**
   * @param as the person for whose eyes it is; empty for a page that shows several
   */
  private Object ask(String path, String as, Words words) throws TurnedAway {
    if (!path.equals("/room/state")) {
      throw TurnedAway.notThere("path");
    }
    if (!as.isEmpty() && room.person(as).isEmpty()) {
      throw TurnedAway.notThere("person");
    }
    // Read before the entries: what changes in between is told once more by the stream.
    String at = opening + "-" + room.changes().newest();
    return new State(
        at,
        roomClock.zone().getId(),
        clock.millis(),
        roomClock.canBeMoved(),
        room.people(),
        commands(words),
        room.entries(entry -> as.isEmpty() || entry.visibleTo(as)));
  }

  private static List<Offered> commands(Words words) {
    return Typed.NAMES.stream().map(name -> new Offered(name, words.say("menu." + name))).toList();
  }
}
