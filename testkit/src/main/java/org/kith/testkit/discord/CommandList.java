package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that the bot has registered for all servers. */
final class CommandList {
  private final World world;
  private List<ObjectNode> commands = new ArrayList<>();
  private int overwrites;

  CommandList(World world) {
    this.world = world;
  }

  /** Replaces all; a command that keeps its name keeps its id. */
  ArrayNode overwrite(JsonNode sent) {
    List<ObjectNode> made = new ArrayList<>();
    for (JsonNode one : Lenience.commands(sent)) {
      made.add(completed(one));
    }
    commands = made;
    overwrites++;
    return json();
  }

  ArrayNode json() {
    return Json.array(commands);
  }

  int overwrites() {
    return overwrites;
  }

  @Nullable JsonNode find(String name) {
    return commands.stream()
        .filter(c -> Json.text(c, "name").equals(name))
        .findFirst()
        .orElse(null);
  }

  private ObjectNode completed(JsonNode sent) {
    JsonNode known = find(Json.text(sent, "name"));
    ObjectNode made = withoutNulls(sent);
    made.put("id", known == null ? world.newId() : Json.text(known, "id"));
    made.put("application_id", world.bot().id()).put("version", world.newId());
    if (!made.has("type")) {
      made.put("type", 1);
    }
    JsonNode rights = sent.path("default_member_permissions");
    made.put(
        "default_member_permissions",
        rights.isNull() || rights.isMissingNode() ? null : rights.asText());
    return made.put("nsfw", false);
  }

  private static ObjectNode withoutNulls(JsonNode sent) {
    ObjectNode copy = sent.deepCopy();
    copy.properties().removeIf(e -> e.getValue().isNull());
    if (copy.has("options")) {
      ArrayNode options = Json.array();
      copy.path("options").forEach(o -> options.add(withoutNulls(o)));
      copy.set("options", options);
    }
    return copy;
  }
}
