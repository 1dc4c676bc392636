package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the platform makes of the embeds and components it is sent, and what people see of it. */
final class Rendered {
  private static final int BUTTON = 2;
  private static final int TEXT_DISPLAY = 10;
  private static final List<String> ONLY_IN_REQUESTS = List.of("required");

  private Rendered() {}

  /** Components as answered: each with a number, and without the fields that were sent as null. */
  static ArrayNode components(JsonNode sent) {
    AtomicInteger number = new AtomicInteger();
    ArrayNode all = Json.array();
    sent.forEach(c -> all.add(numbered(c, number)));
    return all;
  }

  private static JsonNode numbered(JsonNode sent, AtomicInteger number) {
    ObjectNode made = sent.deepCopy();
    made.properties().removeIf(e -> e.getValue().isNull());
    made.remove(ONLY_IN_REQUESTS);
    int next = number.incrementAndGet();
    if (!made.has("id") || made.path("id").asInt() == 0) {
      made.put("id", next);
    }
    if (made.has("components")) {
      ArrayNode inner = Json.array();
      made.path("components").forEach(c -> inner.add(numbered(c, number)));
      made.set("components", inner);
    }
    if (made.has("accessory")) {
      made.set("accessory", numbered(made.path("accessory"), number));
    }
    return made;
  }

  static ArrayNode embeds(JsonNode sent) {
    ArrayNode all = Json.array();
    for (JsonNode embed : sent) {
      ObjectNode made = embed.deepCopy();
      made.properties().removeIf(e -> e.getValue().isNull());
      all.add(made.put("type", "rich"));
    }
    return all;
  }

  static List<Button> buttons(JsonNode components) {
    List<Button> found = new ArrayList<>();
    collectButtons(components, found);
    return found;
  }

  private static void collectButtons(JsonNode components, List<Button> found) {
    for (JsonNode c : components) {
      if (c.path("type").asInt() == BUTTON) {
        String label = (Json.text(c.path("emoji"), "name") + " " + Json.text(c, "label")).strip();
        found.add(
            new Button(
                label,
                Json.text(c, "custom_id"),
                Json.text(c, "url"),
                c.path("disabled").asBoolean()));
      }
      collectButtons(c.path("components"), found);
      if (c.has("accessory")) {
        collectButtons(Json.array().add(c.path("accessory")), found);
      }
    }
  }

  static String text(String content, JsonNode embeds, JsonNode components) {
    List<String> lines = new ArrayList<>();
    lines.add(content);
    for (JsonNode embed : embeds) {
      lines.add(Json.text(embed.path("author"), "name"));
      lines.add(Json.text(embed, "title"));
      lines.add(Json.text(embed, "description"));
      for (JsonNode field : embed.path("fields")) {
        lines.add(Json.text(field, "name"));
        lines.add(Json.text(field, "value"));
      }
      lines.add(Json.text(embed.path("footer"), "text"));
    }
    collectText(components, lines);
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines);
  }

  private static void collectText(JsonNode components, List<String> lines) {
    for (JsonNode c : components) {
      if (c.path("type").asInt() == TEXT_DISPLAY) {
        lines.add(Json.text(c, "content"));
      }
      collectText(c.path("components"), lines);
    }
  }
}
