package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A form (a "modal" in the protocol) as it opens.
 *
 * @param customId what comes back to the bot
 * @param title its headline
 * @param text what can be read in it beside its fields
 * @param fields from top to bottom
 */
public record Form(String customId, String title, String text, List<Field> fields) {
  private static final int TEXT_INPUT = 4;
  private static final int TEXT_DISPLAY = 10;
  private static final int LABEL = 18;
  private static final int LONGEST_INPUT = 4000;

  /**
   * One field of a form.
   *
   * @param customId what its value comes back under
   * @param label what stands above it
   * @param type the component's type: 4 for a text, 3 for a choice
   * @param value what it holds when the form opens
   * @param required whether it must be filled
   * @param minLength the fewest characters, if anything is written
   * @param maxLength the most characters
   * @param values what can be chosen; empty for a text
   * @param row the row or label it stands in, as sent
   */
  public record Field(
      String customId,
      String label,
      int type,
      String value,
      boolean required,
      int minLength,
      int maxLength,
      List<String> values,
      JsonNode row) {
    public Field {
      values = List.copyOf(values);
    }
  }

  public Form {
    fields = List.copyOf(fields);
  }

  static Form of(JsonNode data) {
    List<Field> fields = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (JsonNode row : data.path("components")) {
      if (row.path("type").asInt() == TEXT_DISPLAY) {
        text.append(Json.text(row, "content")).append('\n');
      } else if (row.path("type").asInt() == LABEL) {
        fields.add(field(row.path("component"), Json.text(row, "label"), row));
      } else {
        row.path("components").forEach(c -> fields.add(field(c, Json.text(c, "label"), row)));
      }
    }
    return new Form(
        Json.text(data, "custom_id"), Json.text(data, "title"), text.toString().strip(), fields);
  }

  private static Field field(JsonNode c, String label, JsonNode row) {
    List<String> values = new ArrayList<>();
    c.path("options").forEach(o -> values.add(Json.text(o, "value")));
    int type = c.path("type").asInt();
    return new Field(
        Json.text(c, "custom_id"),
        label,
        type,
        Json.text(c, "value"),
        c.path("required").asBoolean(true),
        c.path("min_length").asInt(0),
        type == TEXT_INPUT ? c.path("max_length").asInt(LONGEST_INPUT) : LONGEST_INPUT,
        values,
        row);
  }
}
