package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One format for every file, google-java-format's. Here and not in a Maven plugin, for the
 * formatter needs the JDK 25 that tests are sure to run on.
 */
class SourceFormatTest {
  private static final boolean WRITE = "write".equals(System.getProperty("kith.format"));

  @Test
  void every_source_file_is_formatted() {
    List<Path> unformatted =
        Repository.files(".java").parallelStream().filter(file -> !formatted(file)).toList();

    assertThat(unformatted)
        .as("format them: mvn verify -pl adapters/launcher -am -Dkith.format=write")
        .isEmpty();
  }

  private static boolean formatted(Path file) {
    try {
      String written = Files.readString(file);
      String right = new Formatter().formatSourceAndFixImports(written);
      if (WRITE && !written.equals(right)) {
        Files.writeString(file, right);
        return true;
      }
      return written.equals(right);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " can't be parsed", e);
    }
  }
}
