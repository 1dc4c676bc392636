package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The buttons that the bot puts under a message, held to the published limits. */
final class Keyboard {
  private static final int MOST_BUTTONS = 100;
  private static final int MOST_IN_A_ROW = 8;
  private static final int MOST_DATA_BYTES = 64;

  private Keyboard() {}

  /** The inline buttons of a call, null where it has none; other keyboards are let through. */
  static @Nullable ArrayNode of(Params params) {
    JsonNode markup = params.json("reply_markup").orElse(null);
    if (markup == null || !(markup.get("inline_keyboard") instanceof ArrayNode rows)) {
      return null;
    }
    int buttons = 0;
    for (JsonNode row : rows) {
      buttons += row.size();
      if (row.size() > MOST_IN_A_ROW) {
        throw Refusal.broken("reply markup is too long: " + row.size() + " buttons in a row");
      }
      row.forEach(Keyboard::check);
    }
    if (buttons > MOST_BUTTONS) {
      throw Refusal.broken("reply markup is too long: " + buttons + " buttons");
    }
    return rows;
  }

  private static void check(JsonNode button) {
    if (button.path("text").asText().isBlank()) {
      throw Refusal.broken("can't parse inline keyboard button: Field \"text\" must be non-empty");
    }
    if (button.hasNonNull("url")) {
      if (!button.get("url").asText().matches("(?i)(https?|tg|ton)://\\S+|t\\.me/\\S+")) {
        throw Refusal.broken("BUTTON_URL_INVALID");
      }
    } else if (button.hasNonNull("callback_data")) {
      int bytes = button.get("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > MOST_DATA_BYTES) {
        throw Refusal.broken("BUTTON_DATA_INVALID");
      }
    } else if (button.size() < 2) {
      throw Refusal.broken("Text buttons are unallowed in the inline keyboard");
    }
  }
}
