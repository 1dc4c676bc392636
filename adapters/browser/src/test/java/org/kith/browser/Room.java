package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The whole bot in the browser room, driven by its API as the page drives it: what is written here
 * reads like what went on in the group. It begins on Friday 22 January 2027 at 10:00 in Berlin.
 */
final class Room implements AutoCloseable {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ZonedDateTime FRIDAY_TEN = ZonedDateTime.of(2027, 1, 22, 10, 0, 0, 0, BERLIN);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;
  private Bot bot;
  private JsonNode answer = JSON.createObjectNode();

  private Room(Path data) {
    this.data = data;
    this.bot = Bot.start(data, FRIDAY_TEN.toInstant());
  }

  static Room in(Path data) {
    return new Room(data);
  }

  URI address() {
    return bot.address();
  }

  /** Somebody types in the group. */
  Room types(String who, String text) {
    return acts("type", Map.of("as", id(who), "where", "group", "text", text));
  }

  /** Somebody writes to the bot in their private chat. */
  Room writesToKith(String who, String text) {
    return acts("type", Map.of("as", id(who), "where", "private", "text", text));
  }

  /** Somebody sends the bot a photo, with words or "". */
  Room sendsPhoto(String who, String text, byte[] photo) {
    String encoded = Base64.getEncoder().encodeToString(photo);
    return acts("photo", Map.of("as", id(who), "text", text, "photo", encoded));
  }

  /** Somebody presses the newest button of that label that they see. */
  Room presses(String who, String label) {
    JsonNode entry =
        await(
            who + " sees a button " + label,
            who,
            one -> buttons(one).anyMatch(button -> button.path("label").textValue().equals(label)));
    String code =
        buttons(entry)
            .filter(button -> button.path("label").textValue().equals(label))
            .map(button -> button.path("code").textValue())
            .findFirst()
            .orElseThrow();
    return acts(
        "press", Map.of("as", id(who), "message", entry.path("id").textValue(), "button", code));
  }

  /** Somebody puts 🤝 on the newest card that says this. */
  Room reacts(String who, String card) {
    return reacts(who, card, "handshake", true);
  }

  /** Somebody takes their 🤝 back. */
  Room takesBack(String who, String card) {
    return reacts(who, card, "handshake", false);
  }

  /** Somebody puts ❤ on the newest card that says this. */
  Room hearts(String who, String card) {
    return reacts(who, card, "heart", true);
  }

  /** Somebody deletes the newest card that says this. */
  Room deletes(String who, String card) {
    return acts("delete", Map.of("as", id(who), "message", card(who, card)));
  }

  /** Time passes: {@code tomorrow} or {@code monday}, at 09:00. */
  Room goesTo(String when) {
    return acts("clock", Map.of("to", when));
  }

  /** Time passes. */
  Room goesOn(Duration time) {
    return acts("clock", Map.of("by", time.toString()));
  }

  /** What was just typed or pressed was answered with all of these words, for that person alone. */
  Room isAnswered(String... words) {
    assertThat(words(answer.path("answer"))).contains(words);
    assertThat(answer.path("answer").path("to").textValue()).isNotEmpty();
    return this;
  }

  /** What was just typed or pressed was not answered: the group sees all there is to see. */
  Room isNotAnswered() {
    assertThat(answer.has("answer")).isFalse();
    return this;
  }

  /** Within some seconds somebody sees one message with all of these words. */
  Room sees(String who, String... words) {
    await(who + " sees " + List.of(words), who, saying(words));
    return this;
  }

  /** Everybody sees one message in the group with all of these words. */
  Room allSee(String... words) {
    for (String who : List.of("Ana", "Ben", "Chi", "Dee")) {
      await(
          who + " sees " + List.of(words),
          who,
          saying(words).and(one -> one.path("to").textValue().isEmpty()));
    }
    return this;
  }

  /** Somebody is told privately, in one message with all of these words. */
  Room isTold(String who, String... words) {
    await(
        who + " is told " + List.of(words),
        who,
        saying(words).and(one -> one.path("kind").textValue().equals("TOLD")));
    return this;
  }

  /** Nothing that somebody sees, once all is said, has all of these words. */
  Room doesNotSee(String who, String... words) {
    bot.settle();
    assertThat(entries(who)).noneMatch(saying(words));
    return this;
  }

  /** So many messages of the bot in the group, once all is said, have all of these words. */
  Room groupHas(int times, String... words) {
    bot.settle();
    assertThat(entries("Ana"))
        .filteredOn(saying(words).and(one -> one.path("to").textValue().isEmpty()))
        .hasSize(times);
    return this;
  }

  /** The bot stops and comes back to the same data. */
  Room restarts() {
    bot.close();
    bot = Bot.start(data, FRIDAY_TEN.toInstant());
    return this;
  }

  /** What the clock on the page shows. */
  ZonedDateTime now() {
    return Instant.ofEpochMilli(get("room/state").path("now").longValue()).atZone(BERLIN);
  }

  /** What somebody sees, oldest first. */
  List<JsonNode> entries(String who) {
    List<JsonNode> all = new ArrayList<>();
    get("room/state?as=" + id(who)).path("entries").forEach(all::add);
    return all;
  }

  /** All words of an entry, and what stands on its buttons. */
  static String words(JsonNode entry) {
    StringBuilder words = new StringBuilder();
    for (JsonNode line : entry.path("shown").path("lines")) {
      line.forEach(span -> words.append(span.path("text").textValue()));
      words.append('\n');
    }
    buttons(entry)
        .forEach(
            button -> words.append('[').append(button.path("label").textValue()).append("]\n"));
    return words.toString();
  }

  /** Sends something as the page would, whatever comes of it. */
  HttpResponse<String> post(String what, String body) {
    return send(
        HttpRequest.newBuilder(address().resolve("room/" + what))
            .header("Content-Type", "application/json")
            .header(Guard.OWN, "test")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  JsonNode get(String what) {
    return read(send(HttpRequest.newBuilder(address().resolve(what)).build()));
  }

  @Override
  public void close() {
    bot.close();
    client.close();
  }

  private Room acts(String what, Map<String, ?> data) {
    try {
      HttpResponse<String> response = post(what, JSON.writeValueAsString(data));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      answer = read(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private Room reacts(String who, String card, String sign, boolean on) {
    return acts("react", Map.of("as", id(who), "message", card(who, card), "sign", sign, "on", on));
  }

  private String card(String who, String words) {
    return await(
            who + " sees the card " + words,
            who,
            saying(words).and(one -> one.path("kind").textValue().equals("CARD")))
        .path("id")
        .textValue();
  }

  /** The newest entry that somebody sees and that is so; waits for it. */
  private JsonNode await(String what, String who, Predicate<JsonNode> isSo) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long before = bot.changes();
      List<JsonNode> found = entries(who).stream().filter(isSo).toList();
      if (!found.isEmpty()) {
        return found.getLast();
      }
      if (System.nanoTime() > until) {
        throw new AssertionError(what + ", but only:\n" + transcript(who));
      }
      bot.awaitChange(before);
    }
  }

  private String transcript(String who) {
    return String.join(
        "\n", entries(who).stream().map(one -> one.path("kind") + " " + words(one)).toList());
  }

  private static Predicate<JsonNode> saying(String... words) {
    return entry -> Stream.of(words).allMatch(words(entry)::contains);
  }

  private static Stream<JsonNode> buttons(JsonNode entry) {
    return stream(entry.path("shown").path("rows")).flatMap(Room::stream);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String id(String who) {
    return who.toLowerCase(Locale.ROOT);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
