package org.kith.launcher;

import io.avaje.config.Configuration;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code config/kith.yaml}: one {@code NAME: value} a line. The parser reads more YAML than that
 * and passes over what it does not know, so the shape of each line is looked at first: a setting
 * must not be lost in silence.
 */
final class SettingsFile {
  /** More than enough for eleven settings; what is larger is some other file. */
  private static final long LARGEST = 64 * 1024;

  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+):(?:\\s+(.*))?");
  private static final Pattern QUOTED = Pattern.compile("(\"[^\"]*\"|'[^']*')(\\s+#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  private SettingsFile() {}

  /** What the file sets; nothing if there is no such file. No message quotes a value. */
  static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    String text = text(file);
    checkLines(file, text);
    try {
      return Configuration.builder()
          .build()
          .parser("yaml")
          .orElseThrow()
          .load(new StringReader(text));
    } catch (IllegalStateException e) {
      // The parser's message quotes the line, which may hold a token: it is not passed on.
      throw new Refusal(file + " can't be read as YAML; write one NAME: value a line.");
    }
  }

  private static String text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new Refusal(file + " is not a settings file: it should be a short text.");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new Refusal(file + " is not UTF-8 text; save it as UTF-8.");
    } catch (IOException e) {
      throw new Refusal(file + " can't be read; check its permissions.", e);
    }
  }

  private static void checkLines(Path file, String text) {
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#") || line.equals("---")) {
        continue;
      }
      String where = file + ", line " + number + ": ";
      Matcher shape = LINE.matcher(raw.stripTrailing());
      if (!shape.matches()) {
        throw new Refusal(where + "write NAME: value, starting at the left edge.");
      }
      if (!seen.add(shape.group(1))) {
        throw new Refusal(where + shape.group(1) + " is set twice; keep one of them.");
      }
      checkValue(where + shape.group(1), shape.group(2) == null ? "" : shape.group(2).strip());
    }
  }

  private static void checkValue(String where, String value) {
    boolean quoted = value.startsWith("\"") || value.startsWith("'");
    if (quoted && !QUOTED.matcher(value).matches()) {
      throw new Refusal(where + " has a quotation mark that is not closed.");
    }
    // The parser would take the # for a comment and cut the value short.
    if (!quoted && COMMENT.matcher(value).replaceFirst("").contains("#")) {
      throw new Refusal(where + " has a # in its value; put the value in 'quotation marks'.");
    }
    if (value.startsWith("[") || value.startsWith("{") || value.equals("|") || value.equals(">")) {
      throw new Refusal(where + " must be a plain value on the same line.");
    }
  }
}
