package org.kith.post;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one person, as a file for them: JSON, by the names of {@code
 * docs/privacy.md}. Instants are in UTC, ISO 8601; what is empty is null.
 *
 * @param tables what each table holds of them, row by row
 */
public record ExportFile(Map<String, List<Map<String, @Nullable Object>>> tables) {
  /** Raised when a program that reads the file would have to be changed. */
  public static final int VERSION = 1;

  private static final String NAME = "kith-export.json";

  /** The file. */
  public Attachment made(Instant now) {
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"format\": \"kith-export\",\n");
    json.append("  \"version\": ").append(VERSION).append(",\n");
    json.append("  \"made_at\": \"").append(now).append("\"");
    for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : tables.entrySet()) {
      json.append(",\n  ");
      text(json, table.getKey());
      json.append(": [");
      rows(json, table.getValue());
      json.append("]");
    }
    return new Attachment(NAME, "application/json", json.append("\n}\n").toString());
  }

  private static void rows(StringBuilder json, List<Map<String, @Nullable Object>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      json.append(i == 0 ? "\n" : ",\n").append("    {");
      Iterator<Map.Entry<String, @Nullable Object>> fields = rows.get(i).entrySet().iterator();
      while (fields.hasNext()) {
        Map.Entry<String, @Nullable Object> field = fields.next();
        text(json, field.getKey());
        json.append(": ");
        value(json, field.getValue());
        json.append(fields.hasNext() ? ", " : "");
      }
      json.append("}");
    }
    json.append(rows.isEmpty() ? "" : "\n  ");
  }

  private static void value(StringBuilder json, @Nullable Object value) {
    switch (value) {
      case null -> json.append("null");
      case Boolean truth -> json.append(truth);
      case Number number -> json.append(number);
      case OffsetDateTime at -> text(json, at.toInstant().toString());
      case Timestamp at -> text(json, at.toInstant().toString());
      case Time at -> text(json, at.toLocalTime().toString());
      case LocalTime at -> text(json, at.toString());
      default -> text(json, value.toString());
    }
  }

  /** A string: what JSON or a reader of lines could stumble over is escaped. */
  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
