package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Button;
import org.kith.command.Message;
import org.kith.testing.TestCircle;

/** Whoever asks for the first time is offered something small to ask for. */
class SmallAskTest {
  private static final String SMALL = "A recipe that is easy to cook";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ben", "/board");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void three_taps_ask_for_something_small() {
    Message question = message(circle.types("Ana", "/needhelp"));
    assertThat(question.text().plain()).contains("something small is a good start");

    Message small = message(circle.presses("Ana", question, "Something small"));
    Message preview = message(circle.presses("Ana", small, SMALL));
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(sheet -> sheet.card());
    circle.presses("Ana", preview, "Post it");

    assertThat(circle.card(1).message().text().plain())
        .contains(SMALL, "any time", "Ana is looking for 1 person");
  }

  @Test
  void whoever_has_asked_before_is_not_told_how_to_begin() {
    circle.types("Ana", "/needhelp bread");

    Message question = message(circle.types("Ana", "/needhelp"));

    assertThat(question.text().plain()).doesNotContain("small");
    assertThat(question.buttons()).extracting(Button::label).doesNotContain("Something small");
  }

  @Test
  void a_small_ask_that_was_forged_for_another_question_asks_it_again() {
    Message kinds = message(circle.types("Ana", "/needhelp"));
    Button small = message(circle.presses("Ana", kinds, "Something small")).buttons().getFirst();
    String next = text(circle.presses("Ana", kinds, "Groceries"));

    assertThat(text(circle.does("Ana", small.command(), TestCircle.PLACE))).isEqualTo(next);
  }
}
