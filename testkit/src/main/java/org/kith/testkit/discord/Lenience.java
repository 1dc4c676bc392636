package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What Discord takes although its description does not say so, and JDA sends: numbers written as
 * text in a command's contexts, and {@code nsfw}.
 */
final class Lenience {
  private static final List<String> NUMBERS_AS_TEXT = List.of("contexts", "integration_types");

  private Lenience() {}

  static JsonNode of(Call call) {
    return call.route().template().endsWith("/commands") ? commands(call.body()) : call.body();
  }

  static JsonNode commands(JsonNode sent) {
    ArrayNode all = Json.array();
    for (JsonNode one : sent) {
      JsonNode copy = one.deepCopy();
      if (copy instanceof ObjectNode command) {
        command.remove("nsfw");
        NUMBERS_AS_TEXT.forEach(name -> numbers(command, name));
      }
      all.add(copy);
    }
    return all;
  }

  private static void numbers(ObjectNode command, String name) {
    if (command.path(name).isArray()) {
      ArrayNode numbers = Json.array();
      command.path(name).forEach(n -> numbers.add(n.asInt(-1)));
      command.set(name, numbers);
    }
  }
}
