package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as people read it, and which parts of it mean something.
 *
 * @param text plain, cleaned as the server cleans it; lengths count UTF-16 units
 * @param entities as {@code MessageEntity}
 * @param source as its sender wrote it
 */
record FormattedText(String text, ArrayNode entities, String source) {
  /** The longest text of a message, by the published Bot API. */
  static final int LONGEST = 4096;

  /** The longest caption, by the published Bot API. */
  static final int LONGEST_CAPTION = 1024;

  private static final Pattern SPOTTED =
      Pattern.compile(
          "(?<![\\w/@])(?<command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![\\w/])"
              + "|(?<![\\w@])(?<mention>@[A-Za-z][A-Za-z0-9_]{3,31})");

  /** What a person typed: no markup, but commands and mentions are found in it. */
  static FormattedText typed(String text) {
    StringBuilder clean = new StringBuilder();
    text.chars().forEach(c -> appendClean(clean, (char) c));
    String plain = clean.toString().strip();
    return new FormattedText(plain, spotted(plain, Json.array()), text);
  }

  /**
   * What the bot sends, by {@code parse_mode} or with ready entities.
   *
   * @param field {@code text} or {@code caption}
   * @throws Refusal for markup that can't be read, and texts too long
   */
  static FormattedText sent(Params params, String field, int longest) {
    String source = params.text(field);
    String mode = params.text("parse_mode");
    FormattedText parsed;
    if (mode.equalsIgnoreCase("HTML")) {
      parsed = new Html(source).parse();
    } else if (mode.isEmpty()) {
      parsed = typed(source);
      params
          .json(field.equals("text") ? "entities" : "caption_entities")
          .ifPresent(given -> given.forEach(parsed.entities()::add));
    } else {
      throw Refusal.broken("unsupported parse_mode: the stand-in reads HTML");
    }
    if (parsed.text().length() > longest) {
      throw Refusal.broken(
          longest == LONGEST ? "message is too long" : "message caption is too long");
    }
    return parsed;
  }

  ObjectNode content() {
    return content("text", "entities");
  }

  ObjectNode content(String textField, String entitiesField) {
    ObjectNode content = Json.object().put(textField, text);
    if (!entities.isEmpty()) {
      content.set(entitiesField, entities);
    }
    return content;
  }

  /** Carriage returns and marks that turn the direction go, other control signs become blanks. */
  static void appendClean(StringBuilder to, char c) {
    if (c == '\r' || (c >= '\u2028' && c <= '\u202e')) {
      return;
    }
    to.append(c < ' ' && c != '\n' ? ' ' : c);
  }

  static ArrayNode spotted(String text, ArrayNode entities) {
    Matcher matcher = SPOTTED.matcher(text);
    while (matcher.find()) {
      if (!isInside(matcher.start(), entities)) {
        entities
            .addObject()
            .put("type", matcher.group("command") != null ? "bot_command" : "mention")
            .put("offset", matcher.start())
            .put("length", matcher.end() - matcher.start());
      }
    }
    return entities;
  }

  private static boolean isInside(int at, ArrayNode entities) {
    for (JsonNode entity : entities) {
      String type = entity.path("type").asText();
      int from = entity.path("offset").asInt();
      if ((type.equals("code") || type.equals("pre") || type.equals("text_link"))
          && at >= from
          && at < from + entity.path("length").asInt()) {
        return true;
      }
    }
    return false;
  }
}
