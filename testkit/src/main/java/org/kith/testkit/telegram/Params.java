package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one call, however they came. As with the Bot API, a number or an object may also
 * come as text, and a null is a field that isn't there.
 *
 * @param fields by name, uploads as {@code attach://name}
 * @param files uploads by the name of their part
 */
record Params(ObjectNode fields, Map<String, Upload> files) {

  /**
   * A file that came along.
   *
   * @param fileName as the client named it, without its folder
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Upload(String fileName, byte[] content) {}

  Params {
    files = Map.copyOf(files);
  }

  boolean has(String name) {
    return fields.hasNonNull(name);
  }

  String text(String name) {
    return has(name) ? fields.get(name).asText() : "";
  }

  boolean flag(String name) {
    return has(name) && (fields.get(name).asBoolean() || text(name).equalsIgnoreCase("true"));
  }

  /** A number; the default where the field is missing or isn't one. */
  long number(String name, long otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = fields.get(name);
    if (value.isNumber()) {
      return value.asLong();
    }
    try {
      return Long.parseLong(value.asText().strip());
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** An object or array, also where it came as text. */
  Optional<JsonNode> json(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = fields.get(name);
    if (!value.isTextual()) {
      return Optional.of(value);
    }
    return Optional.of(
        Json.read(value.asText())
            .orElseThrow(() -> Refusal.broken("can't parse " + name + " JSON object")));
  }

  /** The chat a call is about, as the bot wrote it. */
  String chat() {
    return text("chat_id").strip();
  }
}
