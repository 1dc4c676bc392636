package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;

class StoryTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void typed_in_one_go_a_request_is_posted_at_once() {
    String answer =
        TestCircle.text(
            circle.types("Ana", "/needhelp Two bags from the market, near Maple Street"));

    assertThat(answer).contains("It's posted in Maple Street");
    assertThat(circle.card(1).message().text().plain())
        .isEqualTo(
            """
            Groceries · #1
            Two bags from the market
            When: any time · Near: Maple Street
            Ana is looking for 1 person\
            """);
  }
}
