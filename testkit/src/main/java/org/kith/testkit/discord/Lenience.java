package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What Discord takes although its description does not say so, and JDA sends: ids written as
 * numbers, the type of an upload, and in commands numbers and permissions written as text, {@code
 * nsfw}, and that an option is not autocompleted which never could be.
 */
final class Lenience {
  private static final List<String> NUMBERS_AS_TEXT = List.of("contexts", "integration_types");

  private Lenience() {}

  static JsonNode of(Call call) {
    if (call.route().template().endsWith("/commands")) {
      return commands(call.body());
    }
    JsonNode copy = call.body().deepCopy();
    message(copy);
    message(copy.path("data"));
    return copy;
  }

  private static void message(JsonNode body) {
    if (body instanceof ObjectNode object) {
      idsAsText(object);
      idsAsText(body.path("message_reference"));
    }
    for (JsonNode upload : body.path("attachments")) {
      if (upload instanceof ObjectNode file) {
        file.put("id", Json.text(upload, "id"));
        file.remove("content_type");
      }
    }
  }

  private static void idsAsText(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().endsWith("_id") && field.getValue().isIntegralNumber()) {
        field.setValue(Json.object().textNode(field.getValue().asText()));
      }
    }
  }

  static JsonNode commands(JsonNode sent) {
    ArrayNode all = Json.array();
    for (JsonNode one : sent) {
      JsonNode copy = one.deepCopy();
      if (copy instanceof ObjectNode command) {
        command.remove("nsfw");
        permissions(command);
        NUMBERS_AS_TEXT.forEach(name -> numbers(command, name));
        options(command);
      }
      all.add(copy);
    }
    return all;
  }

  private static void options(JsonNode owner) {
    for (JsonNode option : owner.path("options")) {
      if (option instanceof ObjectNode one && !one.path("autocomplete").asBoolean()) {
        one.remove("autocomplete");
      }
      options(option);
    }
  }

  private static void numbers(ObjectNode command, String name) {
    if (command.path(name).isArray()) {
      ArrayNode numbers = Json.array();
      command.path(name).forEach(n -> numbers.add(n.asInt(-1)));
      command.set(name, numbers);
    }
  }

  private static void permissions(ObjectNode command) {
    String sent = Json.text(command, "default_member_permissions");
    if (sent.matches("[0-9]{1,18}")) {
      command.put("default_member_permissions", Long.parseLong(sent));
    }
  }
}
