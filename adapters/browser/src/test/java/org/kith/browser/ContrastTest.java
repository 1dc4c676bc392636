package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is to be read can be read, in both lights: contrast as WCAG 2.2 defines it, at least 4.5 to
 * 1 for text and 3 to 1 for the edges by which a button, a field or the focus is found.
 */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double EDGE = 3;

  /** Each colour of text, and the grounds on which the page sets it. */
  private static final Map<String, Set<String>> TEXTS =
      Map.of(
          "ink", Set.of("paper", "sheet", "sunk", "moss", "mine"),
          "soft", Set.of("paper", "sheet", "sunk", "moss", "mine"),
          "clay", Set.of("sheet", "moss", "mine"),
          "clay-deep", Set.of("sheet", "sunk", "moss", "mine", "paper"),
          "on-clay", Set.of("clay", "clay-deep"),
          "moss-ink", Set.of("moss"),
          "warn-ink", Set.of("warn"));

  private static final Map<String, Set<String>> EDGES =
      Map.of(
          "edge", Set.of("paper", "sheet", "sunk", "moss"),
          "clay", Set.of("paper", "sheet", "sunk", "moss", "mine"),
          "focus", Set.of("paper", "sheet", "sunk", "moss", "mine"));

  private static final String CSS = read();

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void text_and_edges_stand_out_from_what_is_behind_them(boolean dark) {
    Map<String, String> colours = colours(dark);
    TEXTS.forEach((text, grounds) -> check(colours, text, grounds, TEXT));
    EDGES.forEach((edge, grounds) -> check(colours, edge, grounds, EDGE));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void the_letter_in_a_face_of_any_colour_can_be_read(boolean dark) {
    Map<String, String> colours = colours(dark);
    Color letter = colour(colours, "sheet");
    Matcher face = Pattern.compile("(\\d+)% (\\d+)%").matcher(colours.getOrDefault("face", ""));
    assertThat(face.matches()).isTrue();
    double saturation = Integer.parseInt(face.group(1)) / 100.0;
    double lightness = Integer.parseInt(face.group(2)) / 100.0;
    for (int hue = 0; hue < 360; hue++) {
      assertThat(contrast(letter, hsl(hue, saturation, lightness)))
          .as("the letter on a face of hue %d", hue)
          .isGreaterThanOrEqualTo(TEXT);
    }
  }

  @Test
  void every_colour_that_the_page_uses_is_looked_at_here() {
    Set<String> grounds = new TreeSet<>();
    TEXTS.values().forEach(grounds::addAll);

    // The letter in a face is the one text in the colour of a sheet.
    assertThat(used("color")).isSubsetOf(with(TEXTS.keySet(), "sheet"));
    assertThat(used("background")).isSubsetOf(grounds);
    assertThat(CSS.replaceFirst("(?s)^.*?\\n\\*, ", ""))
        .as("colours stand at the top of the file alone")
        .doesNotContainPattern("#[0-9a-f]{3,8}\\b")
        .doesNotContain("rgb(");
  }

  private static void check(
      Map<String, String> colours, String front, Set<String> grounds, double least) {
    for (String ground : grounds) {
      assertThat(contrast(colour(colours, front), colour(colours, ground)))
          .as("%s on %s", front, ground)
          .isGreaterThanOrEqualTo(least);
    }
  }

  /** The variables of the light look, and over them those of the dark one. */
  private static Map<String, String> colours(boolean dark) {
    Map<String, String> found = new HashMap<>();
    Matcher blocks = Pattern.compile(":root \\{([^}]*)}").matcher(CSS);
    for (int i = 0; i < (dark ? 2 : 1); i++) {
      assertThat(blocks.find()).isTrue();
      Matcher each = Pattern.compile("--([a-z-]+): ([^;]+);").matcher(blocks.group(1));
      while (each.find()) {
        found.put(each.group(1), each.group(2));
      }
    }
    return found;
  }

  private static Set<String> used(String property) {
    Set<String> found = new TreeSet<>();
    Matcher each =
        Pattern.compile("(?<![a-z-])" + property + ": var\\(--([a-z-]+)\\)").matcher(CSS);
    while (each.find()) {
      found.add(each.group(1));
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static Set<String> with(Set<String> some, String one) {
    Set<String> all = new TreeSet<>(some);
    all.add(one);
    return all;
  }

  private static Color colour(Map<String, String> colours, String name) {
    return Color.decode(Objects.requireNonNull(colours.get(name), name));
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static Color hsl(int hue, double saturation, double lightness) {
    double value = lightness + saturation * Math.min(lightness, 1 - lightness);
    double ofValue = 2 * (1 - lightness / value);
    return Color.getHSBColor(hue / 360f, (float) ofValue, (float) value);
  }

  private static String read() {
    try (var in = ContrastTest.class.getResourceAsStream("/room/room.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
