package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button under a message.
 *
 * @param label what people read
 * @param data what a press sends to the bot; empty for a link
 * @param url where a link leads; empty for a button that is pressed
 */
public record Button(String label, String data, String url) {

  static List<List<Button>> rows(@Nullable ArrayNode keyboard) {
    List<List<Button>> rows = new ArrayList<>();
    if (keyboard != null) {
      for (JsonNode row : keyboard) {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : row) {
          buttons.add(
              new Button(
                  button.path("text").asText(),
                  button.path("callback_data").asText(),
                  button.path("url").asText()));
        }
        rows.add(buttons);
      }
    }
    return rows;
  }
}
