package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;

/** People to call now are named, whatever is broken. */
class HardHourTest {
  @TempDir Path folder;

  @Test
  void where_nothing_can_be_written_the_circles_own_words_are_still_read() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/circle set crisis Call Dee, day and night");
      breaks(circle, "drop table delivery");

      assertThat(text(circle.types("Ben", "/crisis")))
          .startsWith("Call Dee, day and night")
          .contains("emergency number");
    }
  }

  @Test
  void where_nothing_can_be_read_either_there_is_an_answer_all_the_same() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/board");
      breaks(circle, "drop table space cascade");

      assertThat(text(circle.types("Ben", "/crisis"))).contains("emergency number");
    }
  }

  private static void breaks(TestCircle circle, String how) {
    circle.core.database().write(tables -> tables.handle().execute(how));
  }
}
