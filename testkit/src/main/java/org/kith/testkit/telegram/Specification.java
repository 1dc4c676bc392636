package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The published Bot API 10.3 as JSON Schema. Read when first asked, once for all stand-ins of a
 * process. It knows fields and types, not lengths: those the methods check themselves.
 */
final class Specification {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

  private final JsonNode root;
  private final Map<String, String> byLowerCase = new HashMap<>();
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Specification(String resource) {
    try (InputStream in = Specification.class.getResourceAsStream("/specs/" + resource)) {
      root = Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String name : (Iterable<String>) definitions()::fieldNames) {
      byLowerCase.put(name.toLowerCase(Locale.ROOT), name);
    }
  }

  private static final class Requests {
    static final Specification READ = new Specification("telegram-requests.schema.json");
  }

  private static final class Updates {
    static final Specification READ = new Specification("telegram-update.schema.json");
  }

  /**
   * What is wrong with the fields of a call.
   *
   * @param method in whatever case; one without published fields takes none
   */
  static List<String> faultsOfRequest(String method, Params params) {
    Specification spec = Requests.READ;
    String name = spec.byLowerCase.get(method.toLowerCase(Locale.ROOT) + "params");
    JsonNode properties =
        name == null ? Json.object() : spec.definitions().path(name).path("properties");
    ObjectNode fields = asPublished(params, properties);
    if (name == null) {
      return fields.isEmpty() ? List.of() : List.of("takes no fields, but has " + fields);
    }
    return spec.faults(name, fields);
  }

  /** What is wrong with a message, as a result or inside an update. */
  static List<String> faultsOfMessage(JsonNode message) {
    return Updates.READ.faults("TelegramMessage", message);
  }

  static List<String> faultsOfUpdate(JsonNode update) {
    return Updates.READ.faults("TelegramUpdate", update);
  }

  /** Text turned into what it stands for, nulls and TelegramBots' own {@code method} left out. */
  private static ObjectNode asPublished(Params params, JsonNode properties) {
    ObjectNode fields = Json.object();
    params
        .fields()
        .properties()
        .forEach(field -> {
          if (!field.getValue().isNull() && !field.getKey().equals("method")) {
            fields.set(field.getKey(), coerced(field.getValue(), properties.get(field.getKey())));
          }
        });
    params.files().keySet().stream()
        .filter(part -> properties.has(part) && !fields.has(part))
        .forEach(part -> fields.put(part, "attach://" + part));
    return withoutNulls(fields);
  }

  private static JsonNode coerced(JsonNode value, @Nullable JsonNode published) {
    if (published == null || !value.isTextual() || takesText(published)) {
      return value;
    }
    return Json.read(value.asText()).orElse(value);
  }

  private static boolean takesText(JsonNode published) {
    JsonNode type = published.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (one.asText().equals("string")) {
          return true;
        }
      }
    }
    for (JsonNode one : published.path("anyOf")) {
      if (takesText(one)) {
        return true;
      }
    }
    return type.asText().equals("string") || published.has("enum");
  }

  private static ObjectNode withoutNulls(ObjectNode node) {
    ObjectNode copy = node.deepCopy();
    prune(copy);
    return copy;
  }

  private static void prune(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> nulls =
          object.properties().stream()
              .filter(field -> field.getValue().isNull())
              .map(Map.Entry::getKey)
              .toList();
      object.remove(nulls);
    }
    node.forEach(Specification::prune);
  }

  private JsonNode definitions() {
    return root.path("definitions");
  }

  private List<String> faults(String definition, JsonNode node) {
    return compiled.computeIfAbsent(definition, this::compile).validate(node).stream()
        .map(fault -> Optional.ofNullable(fault.getMessage()).orElse("invalid"))
        .limit(5)
        .toList();
  }

  private JsonSchema compile(String definition) {
    ObjectNode schema = Json.object();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$ref", "#/definitions/" + definition);
    schema.set("definitions", definitions());
    return FACTORY.getSchema(schema);
  }
}
