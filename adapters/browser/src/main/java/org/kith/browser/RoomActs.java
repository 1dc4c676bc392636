package org.kith.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people can do in the room, as a page sends it; refused with a sentence if it makes no sense.
 */
final class RoomActs {
  /** Longer than any line a person says to neighbours. */
  private static final int LONGEST_CHAT = 2000;

  private final RoomState room;
  private final Intake intake;
  private final RoomClock roomClock;

  RoomActs(RoomState room, Intake intake, RoomClock roomClock) {
    this.room = room;
    this.intake = intake;
    this.roomClock = roomClock;
  }

  /** Does it; what is given back is for the page, as Jackson writes it. */
  Object act(String path, JsonNode body) throws TurnedAway {
    return switch (path) {
      case "/room/type" -> type(body);
      case "/room/photo" -> photo(body);
      case "/room/press" -> press(body);
      case "/room/react" -> react(body);
      case "/room/dismiss" -> dismiss(body);
      case "/room/delete" -> delete(body);
      case "/room/clock" -> moveClock(body);
      case "/room/person" -> addPerson(body);
      default -> throw TurnedAway.notThere("path");
    };
  }

  private Object type(JsonNode body) throws TurnedAway {
    Person person = person(body);
    String text = Http.text(body, "text").strip();
    String where = Http.text(body, "where");
    if (!where.equals("group") && !where.equals("private")) {
      throw TurnedAway.badRequest("where");
    }
    boolean isPrivate = where.equals("private");
    if (text.isEmpty()) {
      throw TurnedAway.badRequest("nothing");
    }
    if (!isPrivate && !text.startsWith("/") && text.length() > LONGEST_CHAT) {
      throw TurnedAway.badRequest("long", "limit", LONGEST_CHAT);
    }
    return answered(intake.typed(person, isPrivate, text, eventId(person, body)));
  }

  private Object photo(JsonNode body) throws TurnedAway {
    Person person = person(body);
    byte[] photo;
    try {
      photo = Base64.getDecoder().decode(Http.text(body, "photo"));
    } catch (IllegalArgumentException e) {
      throw TurnedAway.badRequest("photo");
    }
    String text = Http.text(body, "text").strip();
    return answered(intake.sentPhoto(person, text, photo, eventId(person, body)));
  }

  private Object press(JsonNode body) throws TurnedAway {
    Person person = person(body);
    Entry message = message(person, body);
    String code = Http.text(body, "button");
    return answered(intake.pressed(person, message, code, eventId(person, body)));
  }

  private Object react(JsonNode body) throws TurnedAway {
    Person person = person(body);
    Sign sign = sign(body);
    Entry message = message(person, body);
    if (!body.path("on").isBoolean()) {
      throw TurnedAway.badRequest("on");
    }
    if (message.kind() != Entry.Kind.CARD) {
      throw TurnedAway.badRequest("card");
    }
    intake.reacted(person, message, sign, body.path("on").booleanValue());
    return done();
  }

  private Object dismiss(JsonNode body) throws TurnedAway {
    Person person = person(body);
    Entry message = message(person, body);
    if (!message.to().equals(person.id())) {
      throw new TurnedAway(403, "putaway");
    }
    room.delete(message.id());
    return done();
  }

  private Object delete(JsonNode body) throws TurnedAway {
    Person person = person(body);
    Entry message = message(person, body);
    if (!person.manages()) {
      throw new TurnedAway(403, "delete.who");
    }
    if (!message.to().isEmpty() || !message.kind().lasts()) {
      throw TurnedAway.badRequest("delete");
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
      throw TurnedAway.badRequest("name", "limit", Person.LONGEST_NAME);
    }
    return room.addPerson(name).orElseThrow(() -> new TurnedAway(409, "full"));
  }

  private static Sign sign(JsonNode body) throws TurnedAway {
    return switch (body.path("sign").asText("handshake")) {
      case "handshake" -> Sign.HANDSHAKE;
      case "heart" -> Sign.HEART;
      default -> throw TurnedAway.badRequest("sign");
    };
  }

  private Person person(JsonNode body) throws TurnedAway {
    return room.person(Http.text(body, "as")).orElseThrow(() -> TurnedAway.notThere("person"));
  }

  private Entry message(Person person, JsonNode body) throws TurnedAway {
    return room.entry(Http.text(body, "message"))
        .filter(entry -> entry.visibleTo(person.id()))
        .orElseThrow(() -> TurnedAway.notThere("message"));
  }

  /** The page may name an event, so that sending it again changes nothing. */
  private static String eventId(Person person, JsonNode body) throws TurnedAway {
    if (!body.has("id")) {
      return UUID.randomUUID().toString();
    }
    String id = Http.text(body, "id");
    if (!id.matches("[A-Za-z0-9-]{1,40}")) {
      throw TurnedAway.badRequest("id");
    }
    return person.id() + "-" + id;
  }

  private static Map<String, Object> answered(Optional<Entry> answer) {
    return answer.<Map<String, Object>>map(entry -> Map.of("answer", entry)).orElseGet(Map::of);
  }

  private static Map<String, Object> done() {
    return Map.of();
  }
}
