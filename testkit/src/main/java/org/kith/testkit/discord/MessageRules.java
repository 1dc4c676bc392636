package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a message may be: its length, its parts, its buttons. */
final class MessageRules {
  private static final int ROW = 1;
  private static final int BUTTON = 2;
  private static final int TEXT_DISPLAY = 10;
  private static final int LINK = 5;
  private static final int PREMIUM = 6;

  private MessageRules() {}

  /** Of an edit only what it names is looked at. */
  static void check(JsonNode body, boolean creates, boolean withFiles, List<String> found) {
    boolean v2 = (body.path("flags").asInt(0) & Message.COMPONENTS_V2) != 0;
    String content = Json.text(body, "content");
    if (RequestRules.length(content) > 2000) {
      found.add("content has " + RequestRules.length(content) + " characters; 2000 are allowed");
    }
    if (v2 && (!content.isEmpty() || !body.path("embeds").isEmpty())) {
      found.add("content or embeds together with the components-v2 flag");
    }
    boolean empty =
        content.isBlank()
            && body.path("embeds").isEmpty()
            && body.path("components").isEmpty()
            && body.path("sticker_ids").isEmpty()
            && body.path("poll").isEmpty();
    if (creates && empty && !withFiles) {
      throw new Refusal(400, 50006, "Cannot send an empty message");
    }
    embeds(body.path("embeds"), found);
    components(body.path("components"), v2, found);
  }

  private static void embeds(JsonNode embeds, List<String> found) {
    int total = 0;
    for (JsonNode embed : embeds) {
      total += RequestRules.length(Rendered.text("", Json.array().add(embed), Json.array()));
      if (RequestRules.length(Json.text(embed, "description")) > 4096) {
        found.add("an embed's description is longer than 4096");
      }
    }
    if (total > 6000) {
      found.add("embeds have " + total + " characters; 6000 are allowed");
    }
  }

  private static void components(JsonNode components, boolean v2, List<String> found) {
    List<String> ids = new ArrayList<>();
    List<JsonNode> all = new ArrayList<>();
    flatten(components, all);
    all.forEach(c -> component(c, ids, found));
    unique(ids, found);
    if (!v2) {
      if (components.size() > 5) {
        found.add(components.size() + " rows of components; 5 are allowed");
      }
      components.forEach(c -> {
        if (c.path("type").asInt() != ROW) {
          found.add("a component of type " + c.path("type") + " needs the components-v2 flag");
        }
      });
      return;
    }
    int text = 0;
    for (JsonNode c : all) {
      if (c.path("type").asInt() == TEXT_DISPLAY) {
        text += RequestRules.length(Json.text(c, "content"));
      }
    }
    if (text > 4000) {
      found.add("text displays have " + text + " characters; 4000 are allowed");
    }
    if (all.size() > 40) {
      found.add(all.size() + " components; 40 are allowed");
    }
  }

  private static void flatten(JsonNode components, List<JsonNode> into) {
    for (JsonNode c : components) {
      into.add(c);
      flatten(c.path("components"), into);
      if (c.has("accessory")) {
        flatten(Json.array().add(c.path("accessory")), into);
      }
    }
  }

  private static void component(JsonNode c, List<String> ids, List<String> found) {
    int type = c.path("type").asInt();
    String customId = Json.text(c, "custom_id");
    if (!customId.isEmpty()) {
      ids.add(customId);
    }
    if (type == ROW) {
      row(c.path("components"), found);
    } else if (type == BUTTON) {
      button(c, customId, found);
    } else if (type >= 3 && type <= 8 && type != 4 && customId.isEmpty()) {
      found.add("a menu without a custom_id");
    }
  }

  private static void row(JsonNode inRow, List<String> found) {
    for (JsonNode c : inRow) {
      if (c.path("type").asInt() != BUTTON && inRow.size() > 1) {
        found.add("a row holds five buttons or one menu, not both");
        return;
      }
    }
  }

  private static void button(JsonNode c, String customId, List<String> found) {
    int style = c.path("style").asInt();
    boolean link = style == LINK;
    if (link != !Json.text(c, "url").isEmpty()) {
      found.add("a link needs an address, and nothing else has one: " + c);
    }
    if (style != PREMIUM && link != customId.isEmpty()) {
      found.add("every button but a link needs a custom_id: " + c);
    }
    if (style != PREMIUM && Json.text(c, "label").isEmpty() && c.path("emoji").isEmpty()) {
      found.add("a button without a label and an emoji: " + c);
    }
  }

  static void unique(List<String> ids, List<String> found) {
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .forEach(id -> found.add("custom_id used twice: " + id));
  }
}
