package org.kith.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;

/** What can't be drawn or sent at all holds up nobody else. */
class BreakingTest {
  @TempDir Path folder;

  @Test
  void what_makes_something_break_lets_the_others_of_its_chat_pass() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/needhelp Walk the dog");
      circle.types("Ben", "/claim 1");
      circle.card(1);
      circle.paper.away(true);
      circle
          .core
          .database()
          .write(tables -> {
            tables.outbox().card(1, TestCircle.PLACE, 1, 9, "en", TestCircle.START);
            return tables.handle().execute("update claim set state = 'BROKEN'");
          });
      circle.paper.away(false);

      circle.types("Chi", "/needhelp Two bags of shopping");
      assertThat(circle.card(2).message().text().plain()).contains("Two bags of shopping");
    }
  }
}
