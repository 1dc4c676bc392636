package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.words.Words;

/** The language files and the code fit each other, in all modules. */
class LanguageFileTest {
  private static final Pattern SAID =
      Pattern.compile("\\.(?:say|raw)\\(\\s*\"([a-z0-9_-]+\\.[a-z0-9_.-]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_.-]+)\"");

  @Test
  void every_sentence_that_the_code_says_is_in_the_file() throws IOException {
    Words english = Words.in(Words.ENGLISH);

    assertThat(found(SAID)).isNotEmpty().allMatch(english::has);
  }

  @Test
  void every_sentence_in_the_file_is_said_somewhere() throws IOException {
    Set<String> literals = found(LITERAL);

    assertThat(Words.in(Words.ENGLISH).keys()).allMatch(key -> isSaid(key, literals));
  }

  @Test
  void every_entry_can_be_read_as_a_pattern() {
    Words english = Words.in(Words.ENGLISH);
    for (String key : english.keys()) {
      if (!isListOfWords(key)) {
        assertThatCode(() -> new MessageFormat(english.raw(key), ULocale.ENGLISH))
            .as(key)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void every_file_is_a_language_that_can_be_chosen() {
    Set<String> files = new TreeSet<>();
    for (Path file : Repository.files(".properties")) {
      if (file.toString().contains("src/main/resources/words/")) {
        files.add(String.valueOf(file.getFileName()).replace(".properties", ""));
      }
    }
    assertThat(files).containsExactlyInAnyOrderElementsOf(Words.languages());
  }

  /** In the file as such, or made of a beginning that the code names and a value's name. */
  private static boolean isSaid(String key, Set<String> literals) {
    if (literals.contains(key)) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      if (literals.contains(key.substring(0, dot + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Words to be recognised, between bars: no pattern. */
  private static boolean isListOfWords(String key) {
    return Words.in(Words.ENGLISH).raw(key).contains("|");
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : Repository.files(".java")) {
      if (file.toString().contains("src/main/java")) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .forEach(found::add);
      }
    }
    return found;
  }
}
