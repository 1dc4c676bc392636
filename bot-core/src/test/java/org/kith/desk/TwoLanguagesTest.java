package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** A post speaks the language of its circle, a private word that of whoever reads it. */
class TwoLanguagesTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.speaks("Ana", "eo-XX");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void a_circle_begins_in_the_language_of_whoever_begins_it() {
    Reply answer = circle.types("Ana", "/needhelp pano kaj lakto, apud Placo, 2 homoj");
    circle.settle();

    assertThat(text(answer)).startsWith("Ĝi pendas en Maple Street. 5 homoj tie povas vidi tion:");
    assertThat(card()).startsWith("Aĉetoj · #1").contains("Placo").contains("Ana serĉas 2 homojn");
  }

  @Test
  void each_of_two_people_is_told_in_their_own_language() {
    circle.types("Ana", "/needhelp pano");
    circle.settle();

    Reply helping = circle.types("Ben", "/claim 1");
    circle.settle();

    assertThat(text(helping)).startsWith("Thank you! You're helping with #1");
    assertThat(circle.paper.to("ana"))
        .extracting(message -> message.text().plain())
        .anyMatch(said -> said.startsWith("Ben helpos pri #1: pano"));
  }

  @Test
  void what_somebody_of_another_language_asks_is_posted_in_that_of_the_circle() {
    circle.types("Ana", "/needhelp pano");
    circle.types("Ben", "/needhelp a lift to the station, 2 people");
    circle.settle();

    Message second = circle.card(2).message();
    assertThat(second.text().plain()).contains("Ben serĉas 2 homojn");
    assertThat(second.buttons()).extracting(button -> button.label()).contains("Mi helpos");
  }

  @Test
  void english_words_are_understood_besides_one_s_own() {
    circle.types("Ana", "/needhelp two bags of shopping, near Maple Street, 2 people");
    circle.settle();

    assertThat(card())
        .startsWith("Aĉetoj · #1")
        .contains("two bags of shopping\n")
        .contains("Ana serĉas 2 homojn");
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }
}
