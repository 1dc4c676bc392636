package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few tags that the Bot API knows as HTML. Whatever else begins with {@code <} is
 * refused, as is a tag left open; a lone ampersand is taken as it stands.
 */
final class Html {
  private static final Map<String, String> TYPES = new HashMap<>();
  private static final Map<String, Character> NAMED =
      Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"');
  private static final Pattern CHARACTER =
      Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");

  static {
    for (String pair :
        ("b bold,strong bold,i italic,em italic,u underline,ins underline,s strikethrough,"
                + "strike strikethrough,del strikethrough,code code,pre pre,a text_link,"
                + "blockquote blockquote,tg-spoiler spoiler,span spoiler,tg-emoji custom_emoji")
            .split(",", -1)) {
      int blank = pair.indexOf(' ');
      TYPES.put(pair.substring(0, blank), pair.substring(blank + 1));
    }
  }

  private record Open(String tag, int offset, Map<String, String> attributes) {}

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private final ArrayNode entities = Json.array();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  Html(String source) {
    this.source = source;
  }

  FormattedText parse() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '<') {
        tag();
      } else if (c == '&') {
        character();
      } else {
        FormattedText.appendClean(text, c);
        at++;
      }
    }
    if (!open.isEmpty()) {
      throw unreadable(
          "Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
    }
    return stripped();
  }

  private void tag() {
    int end = source.indexOf('>', at);
    if (end < 0) {
      throw unreadable("Unclosed start tag at byte offset " + bytesBefore());
    }
    String inside = source.substring(at + 1, end);
    if (inside.startsWith("/")) {
      close(inside.substring(1).strip().toLowerCase(Locale.ROOT));
    } else {
      open(inside);
    }
    at = end + 1;
  }

  private void open(String inside) {
    int blank = 0;
    while (blank < inside.length() && !Character.isWhitespace(inside.charAt(blank))) {
      blank++;
    }
    String tag = inside.substring(0, blank).toLowerCase(Locale.ROOT);
    Map<String, String> attributes = attributes(inside.substring(blank));
    boolean known =
        TYPES.containsKey(tag)
            && (!tag.equals("span") || "tg-spoiler".equals(attributes.get("class")));
    if (!known) {
      throw unreadable("Unsupported start tag \"" + tag + "\" at byte offset " + bytesBefore());
    }
    open.push(new Open(tag, text.length(), attributes));
  }

  private void close(String tag) {
    @Nullable Open opened = open.poll();
    if (opened == null) {
      throw unreadable("Unexpected end tag at byte offset " + bytesBefore());
    }
    if (!tag.isEmpty() && !tag.equals(opened.tag())) {
      throw unreadable(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(bytesBefore(), opened.tag(), tag));
    }
    int length = text.length() - opened.offset();
    if (length > 0) {
      entity(opened, length);
    }
  }

  private void entity(Open opened, int length) {
    String type = String.valueOf(TYPES.get(opened.tag()));
    String link = opened.attributes().getOrDefault("href", "");
    if (type.equals("text_link") && link.isEmpty()) {
      return;
    }
    ObjectNode entity = entities.addObject().put("type", type);
    entity.put("offset", opened.offset()).put("length", length);
    if (type.equals("text_link")) {
      entity.put("url", link);
    } else if (type.equals("custom_emoji")) {
      entity.put("custom_emoji_id", opened.attributes().getOrDefault("emoji-id", ""));
    } else if (type.equals("blockquote") && opened.attributes().containsKey("expandable")) {
      entity.put("type", "expandable_blockquote");
    }
  }

  private void character() {
    Matcher matcher = CHARACTER.matcher(source).region(at, source.length());
    int point = matcher.lookingAt() ? codePoint(matcher) : -1;
    if (point > 0 && Character.isValidCodePoint(point)) {
      text.appendCodePoint(point);
      at = matcher.end();
      return;
    }
    text.append('&');
    at++;
  }

  private static int codePoint(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Integer.parseInt(matcher.group(1));
    }
    if (matcher.group(2) != null) {
      return Integer.parseInt(matcher.group(2), 16);
    }
    return NAMED.getOrDefault(matcher.group(3), (char) 0);
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      value = value != null ? value : matcher.group(4);
      attributes.put(
          matcher.group(1).toLowerCase(Locale.ROOT),
          value == null ? "" : value.replace("&quot;", "\"").replace("&amp;", "&"));
    }
    return attributes;
  }

  /** Blanks at both ends go, and what is marked moves along. */
  private FormattedText stripped() {
    String plain = text.toString();
    int from = plain.length() - plain.stripLeading().length();
    String kept = plain.strip();
    ArrayNode moved = Json.array();
    entities.forEach(entity -> {
      int start = Math.max(entity.path("offset").asInt() - from, 0);
      int end = entity.path("offset").asInt() + entity.path("length").asInt() - from;
      int length = Math.min(end, kept.length()) - start;
      if (length > 0) {
        moved.add(((ObjectNode) entity).put("offset", start).put("length", length));
      }
    });
    return new FormattedText(kept, FormattedText.spotted(kept, moved), source);
  }

  private int bytesBefore() {
    return source.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Refusal unreadable(String why) {
    return Refusal.broken("can't parse entities: " + why);
  }
}
