package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Discord's published OpenAPI description, read when first needed; schemas by JSON pointer. */
final class Spec {
  private static final String IRI = "https://discord.invalid/openapi.json";
  private static final int SHOWN = 5;
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();
  private static final Map<String, JsonNode> NODES = new ConcurrentHashMap<>();

  private Spec() {}

  /** Read once, and only by those who validate. */
  private static final class Loaded {
    private static final String TEXT = readText();
    private static final JsonNode ROOT = Json.read(TEXT);
    private static final JsonSchemaFactory FACTORY =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            b -> b.metaSchema(dialect()).schemaLoaders(l -> l.schemas(Map.of(IRI, TEXT))));

    /** JSON Schema 2020-12 that says nothing of OpenAPI's own words. */
    private static JsonMetaSchema dialect() {
      return JsonMetaSchema.builder(JsonMetaSchema.getV202012())
          .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
          .build();
    }

    private static String readText() {
      try (InputStream in = Spec.class.getResourceAsStream("/specs/discord-openapi.json")) {
        if (in == null) {
          throw new IllegalStateException("specs/discord-openapi.json is not on the class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static JsonNode at(String pointer) {
    return NODES.computeIfAbsent(pointer, p -> Loaded.ROOT.at(p));
  }

  static String component(String name) {
    return "/components/schemas/" + name;
  }

  /** What is wrong with it, in a few lines; empty if nothing. */
  static List<String> problems(String pointer, JsonNode value) {
    Set<ValidationMessage> found = schema(pointer).validate(value);
    if (found.isEmpty()) {
      return List.of();
    }
    return tellingOnes(found).stream().map(ValidationMessage::getMessage).limit(SHOWN).toList();
  }

  private static JsonSchema schema(String pointer) {
    return SCHEMAS.computeIfAbsent(
        pointer,
        p -> {
          // The factory is not made for several threads at once.
          synchronized (Loaded.FACTORY) {
            return Loaded.FACTORY.getSchema(SchemaLocation.of(IRI + "#" + p));
          }
        });
  }

  /**
   * Leaves out the complaints of those branches of a choice that are for another {@code type}: a
   * button that is too long would otherwise be told that it is no select menu either.
   */
  private static List<ValidationMessage> tellingOnes(Set<ValidationMessage> found) {
    List<String> foreign = new ArrayList<>();
    for (ValidationMessage m : found) {
      String path = m.getEvaluationPath().toString();
      int end = path.lastIndexOf("/properties/type/");
      if (end >= 0 && (path.endsWith("/enum") || path.endsWith("/const"))) {
        foreign.add(path.substring(0, end) + "/");
      }
    }
    List<ValidationMessage> telling =
        found.stream()
            .filter(m -> foreign.stream().noneMatch(m.getEvaluationPath().toString()::startsWith))
            .toList();
    return telling.isEmpty() ? List.copyOf(found) : telling;
  }
}
