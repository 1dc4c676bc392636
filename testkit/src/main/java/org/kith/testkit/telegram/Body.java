package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the four ways in which the Bot API takes its fields: query, form, JSON, multipart. */
final class Body {
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)\\b(name|filename|boundary)=(?:\"([^\"]*)\"|([^;\\s]+))");

  private Body() {}

  static Params read(@Nullable String query, @Nullable String contentType, byte[] body) {
    ObjectNode fields = Json.object();
    Map<String, Params.Upload> files = new HashMap<>();
    if (query != null) {
      readForm(query, fields);
    }
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data") && contentType != null) {
      readMultipart(parameter(contentType, "boundary"), body, fields, files);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      readForm(new String(body, StandardCharsets.UTF_8), fields);
    } else if (body.length > 0) {
      Json.read(new String(body, StandardCharsets.UTF_8))
          .filter(ObjectNode.class::isInstance)
          .map(ObjectNode.class::cast)
          .ifPresentOrElse(
              fields::setAll,
              () -> {
                throw Refusal.broken("can't parse request: it is not a JSON object");
              });
    }
    return new Params(fields, files);
  }

  private static void readForm(String form, ObjectNode fields) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** One byte is one char in Latin-1, so the parts of a body can be found as text. */
  private static void readMultipart(
      String boundary, byte[] body, ObjectNode fields, Map<String, Params.Upload> files) {
    String all = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary;
    int at = all.indexOf(mark);
    while (at >= 0) {
      int start = at + mark.length();
      int end = all.indexOf("\r\n" + mark, start);
      if (end < 0 || all.startsWith("--", start)) {
        return;
      }
      readPart(all.substring(start, end), fields, files);
      at = end + 2;
    }
  }

  private static void readPart(String part, ObjectNode fields, Map<String, Params.Upload> files) {
    int blank = part.indexOf("\r\n\r\n");
    if (blank < 0) {
      return;
    }
    String head = utf8(part.substring(0, blank));
    String disposition =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition"))
            .findFirst()
            .orElse("");
    String name = parameter(disposition, "name");
    String content = part.substring(blank + 4);
    if (disposition.toLowerCase(Locale.ROOT).contains("filename=")) {
      String path = parameter(disposition, "filename");
      String fileName = path.substring(path.lastIndexOf('/') + 1);
      byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
      files.put(name, new Params.Upload(fileName, bytes));
    } else {
      fields.put(name, utf8(content));
    }
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String parameter(String header, String name) {
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(name)) {
        return matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      }
    }
    return "";
  }
}
