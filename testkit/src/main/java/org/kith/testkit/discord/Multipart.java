package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request's body: JSON alone, or JSON with files.
 *
 * @param json a missing node if there is none
 * @param files in the order in which they came
 */
record Multipart(JsonNode json, List<Call.Upload> files) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[ ;]name=\"?([^\";\r\n]+)\"?");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";\r\n]+)\"?");

  static Multipart read(@Nullable String contentType, byte[] body) throws IOException {
    if (body.length == 0) {
      return new Multipart(MissingNode.getInstance(), List.of());
    }
    if (contentType == null || !contentType.startsWith("multipart/form-data")) {
      return new Multipart(Json.read(body), List.of());
    }
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IOException("multipart without a boundary: " + contentType);
    }
    return parts("--" + boundary.group(1), body);
  }

  /** Read as Latin-1, in which every byte is one character and survives. */
  private static Multipart parts(String delimiter, byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    JsonNode json = MissingNode.getInstance();
    List<Call.Upload> files = new ArrayList<>();
    int start = text.indexOf(delimiter);
    while (start >= 0) {
      int end = text.indexOf("\r\n" + delimiter, start + delimiter.length());
      if (end < 0) {
        break;
      }
      int blank = text.indexOf("\r\n\r\n", start);
      String head = text.substring(start, blank);
      byte[] content = text.substring(blank + 4, end).getBytes(StandardCharsets.ISO_8859_1);
      Matcher name = NAME.matcher(head);
      Matcher file = FILE_NAME.matcher(head);
      if (name.find() && name.group(1).equals("payload_json")) {
        json = Json.read(content);
      } else if (file.find()) {
        byte[] raw = file.group(1).getBytes(StandardCharsets.ISO_8859_1);
        files.add(new Call.Upload(new String(raw, StandardCharsets.UTF_8), content));
      }
      start = end + 2;
    }
    return new Multipart(json, files);
  }
}
