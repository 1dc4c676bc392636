package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.words.Words;

/** What people read in the room stands in the language file, and all that stands there is read. */
class RoomWordsTest {
  private static final List<String> SCRIPTS =
      List.of("room.js", "pane.js", "message.js", "sentences.js");

  @Test
  void the_page_itself_says_nothing_but_names() {
    String page = file("room.html").replaceAll("\\{\\{[a-z.]+}}", "");

    String texts = page.replaceAll("<[^>]*>", " ").replaceAll("[\\s·+]+", " ").strip();
    assertThat(texts).as("words between tags").isEqualTo("Kith");
    assertThat(all(page, "(?:aria-label|title|placeholder|alt)=\"([^\"]+)\"")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"room.js", "pane.js", "message.js", "sentences.js"})
  void a_script_has_no_sentence_of_its_own(String name) {
    String code = file(name).replaceAll("(?m)^\\s*(//|/?\\*).*$", "");

    Set<String> literals = all(code, "\"([^\"\\n]*)\"|`([^`]*)`");
    assertThat(literals)
        .filteredOn(text -> text.matches("[A-Z].*[a-z].*|.*[a-z,:] [A-Za-z]+ [a-z].*"))
        .isSubsetOf(
            "Kith",
            "ArrowDown",
            "ArrowUp",
            "Enter",
            "Tab",
            "Escape",
            "Content-Type",
            "X-Kith-Room",
            "UTC");
  }

  @Test
  void what_is_said_stands_in_the_language_file_and_the_other_way_round() {
    Set<String> said = new TreeSet<>(all(file("room.html"), "\\{\\{([a-z.]+)}}"));
    for (String name : SCRIPTS) {
      for (String call : all(file(name), "\\bsay\\(([^;,]*)")) {
        said.addAll(all(call, "^\"([a-z.]+)\"|\\? \"([a-z.]+)\"|: \"([a-z.]+)\""));
      }
    }
    // Put together from a word and where somebody writes to.
    said.remove("write.");
    said.addAll(Set.of("write.group", "write.group.empty", "write.group.hint"));
    said.addAll(Set.of("write.private", "write.private.empty", "write.private.hint"));

    assertThat(RoomWords.ENGLISH.ofThePage().keySet()).containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  void every_refusal_has_its_sentence_and_every_sentence_its_refusal() {
    Set<String> said = new TreeSet<>();
    for (String code : sources()) {
      said.addAll(all(code, "(?:badRequest|notThere)\\(\"([a-z.]+)\""));
      said.addAll(all(code, "new TurnedAway\\(\\d+, \"([a-z.]+)\""));
    }
    Set<String> known = new TreeSet<>();
    for (String key : Words.in(Words.ENGLISH).keys()) {
      if (key.startsWith("room.refused.")) {
        known.add(key.substring("room.refused.".length()));
      }
    }
    assertThat(said).isEqualTo(known);
  }

  @Test
  void the_page_can_fill_in_its_sentences_by_itself() {
    assertThat(RoomWords.ENGLISH.ofThePage().values())
        .allSatisfy(
            text -> assertThat(text.replaceAll("\\{[a-z]+}", "")).doesNotContain("{", "}", "''"));
  }

  @Test
  void the_room_speaks_the_first_language_that_a_browser_wants_and_kith_knows() {
    List<String> known = List.of("en", "he");

    assertThat(RoomWords.wanted("he", known).direction()).isEqualTo("rtl");
    assertThat(RoomWords.wanted("xx-YY,he-IL;q=0.9,en;q=0.8", known).say("language"))
        .isEqualTo("he");
    assertThat(RoomWords.wanted("en-GB,he;q=0.5", known)).isEqualTo(RoomWords.ENGLISH);
    assertThat(RoomWords.wanted("fr,he;q=0", known)).isEqualTo(RoomWords.ENGLISH);
    assertThat(RoomWords.wanted("no header; like this", known)).isEqualTo(RoomWords.ENGLISH);
    assertThat(RoomWords.ENGLISH.direction()).isEqualTo("ltr");
  }

  @Test
  void what_a_language_lacks_the_room_says_in_english() {
    RoomWords hebrew = RoomWords.wanted("he", List.of("he"));

    assertThat(hebrew.ofThePage().keySet()).isEqualTo(RoomWords.ENGLISH.ofThePage().keySet());
    assertThat(new TurnedAway(404, "person").said(hebrew))
        .isEqualTo(RoomWords.ENGLISH.say("refused.person"));
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher each = Pattern.compile(pattern).matcher(text);
    while (each.find()) {
      for (int i = 1; i <= each.groupCount(); i++) {
        if (each.group(i) != null) {
          found.add(each.group(i));
        }
      }
    }
    return found;
  }

  private static List<String> sources() {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/kith/browser"))) {
      return files.map(RoomWordsTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String name) {
    try (var in = RoomWordsTest.class.getResourceAsStream("/room/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
