package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.circle.Platform;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.testing.TestCircle;

/**
 * Every command, typed by everybody who can be there, in the group and privately, and the buttons
 * of a card pressed from anywhere: what each reads first, and whether the card changes. The table
 * is {@code every-command.txt}; {@code -Dkith.table=FILE} writes it anew, to be read before it is
 * believed.
 */
class EveryRoleTest {
  private static final int WIDTH = 110;

  /**
   * What one of them does here the others meet, so a new scene follows whoever may do it. All else
   * concerns whoever types it: one scene does for the group and one for the private chats.
   */
  private static final Set<String> SHARED =
      Set.of(
          "/claim 1",
          "/claim 1 part the crust",
          "/done 1",
          "/cancel 1",
          "/again 1",
          "/edit 1 rye bread",
          "/digest now",
          "/circle take 1",
          "press claim",
          "press down",
          "press help");

  /** Those who may do most of it; the others leave everything as it is, or the card shows it. */
  private static final Set<Role> ALLOWED = EnumSet.of(Role.MEMBER, Role.STEWARD);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Platform.class)
  void everybody_is_answered_as_the_table_says(Platform platform) {
    Map<String, String> rows = new LinkedHashMap<>();
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.core.connect(circle.paper.on(Platform.DISCORD));
      for (String line : table().keySet()) {
        rows.put(line, row(circle, platform, line));
      }
    }
    write(rows);
    assertThat(rows).isEqualTo(table());
  }

  @Test
  void every_command_that_can_be_typed_is_in_the_table() {
    Set<String> missing = new TreeSet<>(Typed.NAMES);
    table().keySet().stream()
        .filter(line -> line.startsWith("/"))
        .forEach(line -> missing.remove(line.substring(1).split(" ", 2)[0]));
    assertThat(missing).isEmpty();
  }

  @Test
  void no_cell_is_empty() {
    table()
        .forEach((line, row) -> {
          for (String cell : cells()) {
            assertThat(
                    row.lines()
                        .flatMap(one -> Stream.of(one.strip().split(": ", 2)[0].split(", ")))
                        .filter(cell::equals))
                .as("%s by %s", line, cell)
                .hasSize(1);
          }
        });
  }

  /** Whoever reads the same stands in one line. */
  private static String row(TestCircle circle, Platform platform, String line) {
    Map<String, List<String>> byAnswer = new LinkedHashMap<>();
    Map<Boolean, Scene> scenes = new HashMap<>();
    for (String cell : cells()) {
      boolean privately = cell.endsWith("privately");
      Scene scene = scenes.computeIfAbsent(privately, none -> new Scene(circle, platform));
      String before = scene.card();
      Role role = Role.valueOf(cell.split(" ", 2)[0].toUpperCase(Locale.ROOT));
      Reply reply = scene.types(role, privately, line);
      String read = scene.plain(TestCircle.text(reply)).lines().findFirst().orElse("(nothing)");
      boolean changes = !scene.card().equals(before);
      String changed = changes ? " [the card changes]" : "";
      byAnswer.computeIfAbsent(cut(read) + changed, said -> new ArrayList<>()).add(cell);
      boolean posts = line.startsWith("/digest"); // No card shows it.
      if (SHARED.contains(line) && (changes || posts || ALLOWED.contains(role))) {
        scenes.clear();
      }
    }
    return byAnswer.entrySet().stream()
        .map(one -> "  " + String.join(", ", one.getValue()) + ": " + one.getKey())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> cells() {
    return Arrays.stream(Role.values())
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .flatMap(role -> Stream.of(role, role + " privately"))
        .toList();
  }

  private static String cut(String read) {
    return read.length() <= WIDTH ? read : read.substring(0, WIDTH) + " …";
  }

  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    try (var file = EveryRoleTest.class.getResourceAsStream("/every-command.txt")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      for (String row : all.strip().split("\n\n", -1)) {
        String[] parts = row.split("\n", 2);
        table.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private static void write(Map<String, String> rows) {
    String file = System.getProperty("kith.table");
    if (file != null) {
      try {
        Files.writeString(
            Path.of(file),
            rows.entrySet().stream()
                    .map(one -> one.getKey() + "\n" + one.getValue())
                    .collect(Collectors.joining("\n\n"))
                + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
