package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** In the private chat a few plain words and a number do what a button does. */
class PlainWordsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/board"); // Whoever is known here can write privately.
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes 1", "Yes #1", "I’ll help 1", "ok 1", "yes ١"})
  void yes_and_a_number_is_a_promise(String words) {
    assertThat(text(circle.writes("Ben", words))).contains("You're helping with #1");
    circle.settle();
    assertThat(card()).contains("Ben will help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"can't 1", "Can’t #1", "no 1", "I cannot 1"})
  void cant_and_a_number_takes_the_promise_back(String words) {
    circle.writes("Ben", "yes 1");

    circle.writes("Ben", words);

    circle.settle();
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void maybe_and_a_number_is_the_softer_promise() {
    assertThat(text(circle.writes("Ben", "maybe 1")))
        .isEqualTo(text(circle.types("Ben", "/standby 1")));
  }

  @Test
  void done_and_a_number_is_done() {
    circle.writes("Ben", "yes 1");

    circle.writes("Ben", "done 1");

    circle.settle();
    assertThat(card()).contains("#1: done");
  }

  @Test
  void whoever_asked_takes_nothing_back_by_saying_that_they_cannot() {
    assertThat(text(circle.writes("Ana", "can't 1"))).contains("/cancel 1");

    circle.settle();
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void other_words_with_a_number_stay_the_answer_to_a_question() {
    circle.pressesPrivately("Ben", message(circle.writes("Ben", "/needhelp")), "Groceries");

    Reply next = circle.writes("Ben", "eggs 10");

    assertThat(text(next)).doesNotContain("#10").contains("When");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void a_voice_note_is_answered_with_what_to_do_instead() {
    Reply answer = circle.doesPrivately("Ben", new Command.NotWords(true));

    assertThat(text(answer)).contains("can't listen to voice notes");
    assertThat(text(circle.pressesPrivately("Ben", message(answer), "I need something")))
        .contains("What kind");
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }
}
