package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Forms filled in and sent by people. */
final class Submitting {
  private static final int TEXT_INPUT = 4;
  private static final int STRING_SELECT = 3;
  private static final int LABEL = 18;

  private Submitting() {}

  static Interaction form(World world, Interaction opener, Form form, Map<String, String> values) {
    Set<String> unknown = new HashSet<>(values.keySet());
    ObjectNode data = Json.object().put("custom_id", form.customId());
    ArrayNode rows = data.putArray("components");
    int number = 1;
    for (Form.Field field : form.fields()) {
      unknown.remove(field.customId());
      unknown.remove(field.label());
      String value =
          values.getOrDefault(field.customId(), values.getOrDefault(field.label(), field.value()));
      requireFits(field, value);
      ObjectNode row = rows.addObject().put("id", number++);
      ObjectNode input = filled(field, value).put("id", number++);
      if (field.row().path("type").asInt() == LABEL) {
        row.put("type", LABEL).set("component", input);
      } else {
        row.put("type", 1).putArray("components").add(input);
      }
    }
    Typing.require(unknown.isEmpty(), "no such fields: " + unknown);
    Interaction sent =
        new Interaction(
            world, Interaction.FORM, opener.user(), opener.channel(), opener.pressedOn());
    sent.send(data);
    return sent;
  }

  private static ObjectNode filled(Form.Field field, String value) {
    ObjectNode input = Json.object().put("type", field.type()).put("custom_id", field.customId());
    if (field.type() == STRING_SELECT) {
      ArrayNode chosen = input.putArray("values");
      if (!value.isEmpty()) {
        chosen.add(value);
      }
      return input;
    }
    return input.put("value", value);
  }

  private static void requireFits(Form.Field field, String value) {
    int length = value.codePointCount(0, value.length());
    Typing.require(!field.required() || length > 0, "'" + field.label() + "' is required");
    if (field.type() == TEXT_INPUT) {
      boolean fits = length <= field.maxLength() && (length == 0 || length >= field.minLength());
      Typing.require(fits, "'" + field.label() + "' has " + length + " characters");
    } else if (field.type() == STRING_SELECT) {
      Typing.require(
          value.isEmpty() || field.values().contains(value),
          "'" + value + "' is no choice of '" + field.label() + "'");
    } else {
      throw new IllegalArgumentException("a field not known here: " + field);
    }
  }
}
