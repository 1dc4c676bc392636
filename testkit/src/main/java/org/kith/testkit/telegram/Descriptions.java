package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.HashMap;
import java.util.Map;

/** What the bot says about itself, in each language. */
final class Descriptions {
  private final String field;
  private final int longest;
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param field as the methods' parameter and result call it
   * @param longest in characters
   */
  Descriptions(String field, int longest) {
    this.field = field;
    this.longest = longest;
  }

  JsonNode set(Params params) {
    String text = params.text(field);
    if (text.codePointCount(0, text.length()) > longest) {
      throw Refusal.broken("BOT_DESCRIPTION_INVALID");
    }
    texts.put(params.text("language_code"), text);
    return BooleanNode.TRUE;
  }

  /** That of the language, or where it has none that of all others. */
  JsonNode get(Params params) {
    String all = texts.getOrDefault("", "");
    String text = texts.getOrDefault(params.text("language_code"), "");
    return Json.object().put(field, text.isEmpty() ? all : text);
  }
}
