package org.kith.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

  /** Longer than any line a person says to neighbours. */
  private static final int LONGEST_CHAT = 2000;

  private final RoomState room;
  private final Intake intake;
  private final RoomClock roomClock;
  private final InstantSource clock;
  private final String opening;

  RoomApi(RoomState room, Intake intake, RoomClock roomClock, InstantSource clock, String opening) {
    this.room = room;
    this.intake = intake;
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
      String title,
      String zone,
      long now,
      boolean movable,
      List<Person> people,
      List<Offered> commands,
      List<Entry> entries) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Object answer =
          exchange.getRequestMethod().equals("POST")
              ? act(exchange.getRequestURI().getPath(), Http.body(exchange))
              : ask(exchange);
      Http.answer(exchange, 200, answer);
    } catch (TurnedAway away) {
      Http.answer(exchange, away);
    } catch (UncheckedIOException e) {
      log.error("The room's file takes no more: {}", String.valueOf(e.getMessage()));
      Http.answer(
          exchange, new TurnedAway(503, "The room's file takes no more. Is the disk full?"));
    } catch (RuntimeException e) {
      log.error("The room can't do {}", exchange.getRequestURI().getPath(), e);
      Http.answer(exchange, new TurnedAway(500, "Something went wrong here. Please try again."));
    }
  }

  private Object ask(HttpExchange exchange) throws TurnedAway {
    if (!exchange.getRequestURI().getPath().equals("/room/state")) {
      throw unknownPath();
    }
    String as = Query.of(exchange, "as");
    if (!as.isEmpty()) {
      person(as);
    }
    // Read before the entries: what changes in between is told once more by the stream.
    String at = opening + "-" + room.changes().newest();
    return new State(
        at,
        Maple.TITLE,
        roomClock.zone().getId(),
        clock.millis(),
        roomClock.canBeMoved(),
        room.people(),
        commands(),
        room.entries(entry -> as.isEmpty() || entry.visibleTo(as)));
  }

  private Object act(String path, JsonNode body) throws TurnedAway {
    return switch (path) {
      case "/room/type" -> type(body);
      case "/room/press" -> press(body);
      case "/room/react" -> react(body);
      case "/room/dismiss" -> dismiss(body);
      case "/room/delete" -> delete(body);
      case "/room/clock" -> moveClock(body);
      case "/room/person" -> addPerson(body);
      default -> throw unknownPath();
    };
  }

  private Object type(JsonNode body) throws TurnedAway {
    Person person = person(Http.text(body, "as"));
    String text = Http.text(body, "text").strip();
    String where = Http.text(body, "where");
    if (!where.equals("group") && !where.equals("private")) {
      throw TurnedAway.badRequest("\"where\" is group or private.");
    }
    boolean isPrivate = where.equals("private");
    if (text.isEmpty()) {
      throw TurnedAway.badRequest("There is nothing to send yet.");
    }
    if (!isPrivate && !text.startsWith("/") && text.length() > LONGEST_CHAT) {
      throw TurnedAway.badRequest("That is too long: at most 2,000 characters.");
    }
    return answered(intake.typed(person, isPrivate, text, eventId(person, body)));
  }

  private Object press(JsonNode body) throws TurnedAway {
    Person person = person(Http.text(body, "as"));
    Entry message = message(person, body);
    String code = Http.text(body, "button");
    return answered(intake.pressed(person, message, code, eventId(person, body)));
  }

  private Object react(JsonNode body) throws TurnedAway {
    Person person = person(Http.text(body, "as"));
    Entry message = message(person, body);
    if (!body.path("on").isBoolean()) {
      throw TurnedAway.badRequest("\"on\" is true or false.");
    }
    if (message.kind() != Entry.Kind.CARD) {
      throw TurnedAway.badRequest("Only cards take a reaction.");
    }
    intake.reacted(person, message, body.path("on").booleanValue());
    return done();
  }

  private Object dismiss(JsonNode body) throws TurnedAway {
    Person person = person(Http.text(body, "as"));
    Entry message = message(person, body);
    if (!message.to().equals(person.id())) {
      throw new TurnedAway(403, "Only what you alone see can be put away.");
    }
    room.delete(message.id());
    return done();
  }

  private Object delete(JsonNode body) throws TurnedAway {
    Person person = person(Http.text(body, "as"));
    Entry message = message(person, body);
    if (!person.manages()) {
      throw new TurnedAway(403, "Only who manages the group may delete messages in it.");
    }
    if (!message.to().isEmpty() || !message.kind().lasts()) {
      throw TurnedAway.badRequest("Only posts of the bot in the group can be deleted.");
    }
    intake.deleted(message);
    return done();
  }

  private Object moveClock(JsonNode body) throws TurnedAway {
    if (body.has("by")) {
      roomClock.by(Http.text(body, "by"));
    } else {
      roomClock.to(Http.text(body, "to"));
    }
    return done();
  }

  private Object addPerson(JsonNode body) throws TurnedAway {
    String name = Http.text(body, "name").strip().replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
    if (name.isBlank() || name.length() > Person.LONGEST_NAME) {
      throw TurnedAway.badRequest("A name has 1 to " + Person.LONGEST_NAME + " characters.");
    }
    return room.addPerson(name).orElseThrow(() -> new TurnedAway(409, "The room is full."));
  }

  private Person person(String id) throws TurnedAway {
    return room.person(id)
        .orElseThrow(() -> TurnedAway.notThere("There is nobody of that name in the room."));
  }

  private Entry message(Person person, JsonNode body) throws TurnedAway {
    return room.entry(Http.text(body, "message"))
        .filter(entry -> entry.visibleTo(person.id()))
        .orElseThrow(() -> TurnedAway.notThere("That message is not there any more."));
  }

  /** The page may name an event, so that sending it again changes nothing. */
  private static String eventId(Person person, JsonNode body) throws TurnedAway {
    if (!body.has("id")) {
      return UUID.randomUUID().toString();
    }
    String id = Http.text(body, "id");
    if (!id.matches("[A-Za-z0-9-]{1,40}")) {
      throw TurnedAway.badRequest("\"id\" has 1 to 40 letters, digits and dashes.");
    }
    return person.id() + "-" + id;
  }

  private static List<Offered> commands() {
    Words words = Words.in(Words.ENGLISH);
    return Typed.NAMES.stream().map(name -> new Offered(name, words.say("menu." + name))).toList();
  }

  private Map<String, Object> answered(Optional<Entry> answer) {
    return answer.<Map<String, Object>>map(entry -> Map.of("answer", entry)).orElseGet(Map::of);
  }

  private static Map<String, Object> done() {
    return Map.of();
  }

  private static TurnedAway unknownPath() {
    return TurnedAway.notThere("The room can't do that.");
  }
}
