package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;

/** The private chat can be emptied, and what stays is said. */
class ClearTest {
  @TempDir Path folder;

  @Test
  void what_the_bot_said_privately_is_gone_and_then_it_says_what_is_left() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/needhelp Bread");
      circle.types("Ben", "/claim 1");
      circle.settle();
      assertThat(circle.paper.to("ana")).isNotEmpty();
      int ben = circle.paper.to("ben").size();

      assertThat(text(circle.writes("Ana", "/settings clear"))).contains("empty our private chat");
      circle.forward(Duration.ofSeconds(5));

      assertThat(circle.paper.to("ana"))
          .singleElement()
          .extracting(message -> message.text().plain())
          .asString()
          .contains("What you typed in the room stays");
      assertThat(circle.paper.to("ben")).hasSize(ben);
    }
  }
}
