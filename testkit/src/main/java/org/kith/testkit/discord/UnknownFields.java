package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds fields that the specification does not know. The specification itself lets them pass, and
 * so does Discord, silently: a misspelt field would do nothing and nobody would notice.
 */
final class UnknownFields {
  private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

  private UnknownFields() {}

  static List<String> in(String pointer, JsonNode body) {
    List<String> found = new ArrayList<>();
    walk(List.of(Spec.at(pointer)), body, "$", found);
    return found;
  }

  private static void walk(
      List<JsonNode> schemas, JsonNode value, String path, List<String> found) {
    List<JsonNode> fitting = new ArrayList<>();
    schemas.forEach(s -> expand(s, value, fitting));
    if (value.isArray()) {
      List<JsonNode> items = below(fitting, "items");
      for (int i = 0; i < value.size() && !items.isEmpty(); i++) {
        walk(items, value.path(i), path + "[" + i + "]", found);
      }
    } else if (value.isObject() && fitting.stream().anyMatch(s -> s.has("properties"))) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        List<JsonNode> inner = new ArrayList<>();
        for (JsonNode schema : fitting) {
          JsonNode declared = schema.path("properties").path(field.getKey());
          if (!declared.isMissingNode()) {
            inner.add(declared);
          } else if (schema.path("additionalProperties").isObject()) {
            inner.add(schema.path("additionalProperties"));
          }
        }
        String at = path + "." + field.getKey();
        if (inner.isEmpty()) {
          found.add(at + ": no such field");
        } else {
          walk(inner, field.getValue(), at, found);
        }
      }
    }
  }

  private static List<JsonNode> below(List<JsonNode> schemas, String keyword) {
    return schemas.stream().filter(s -> s.has(keyword)).map(s -> s.path(keyword)).toList();
  }

  /** All schemas that may speak of this value; of choices by type only the fitting ones. */
  private static void expand(JsonNode schema, JsonNode value, List<JsonNode> into) {
    if (schema.has("$ref")) {
      expand(Spec.at(schema.path("$ref").asText().substring(1)), value, into);
      return;
    }
    if (isForAnotherType(schema, value)) {
      return;
    }
    into.add(schema);
    for (String choice : CHOICES) {
      schema.path(choice).forEach(s -> expand(s, value, into));
    }
  }

  private static boolean isForAnotherType(JsonNode schema, JsonNode value) {
    JsonNode allowed = schema.path("properties").path("type").path("enum");
    JsonNode type = value.path("type");
    if (allowed.isEmpty() || type.isMissingNode()) {
      return false;
    }
    for (JsonNode one : allowed) {
      if (one.equals(type)) {
        return false;
      }
    }
    return true;
  }
}
