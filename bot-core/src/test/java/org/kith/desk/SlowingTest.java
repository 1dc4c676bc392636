package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.MessageRef;
import org.kith.testing.TestCircle;

/** More than ten requests or thirty presses a minute by one member are slowed. */
class SlowingTest {
  private static final String SLOW = "a minute";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.isManagedBy("Stu");
    circle.types("Stu", "/board");
    circle.core.desk().slows();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void the_eleventh_request_within_a_minute_is_not_posted() {
    ask(1, 10);

    assertThat(text(circle.types("Ana", "/needhelp one more"))).contains(SLOW);
    assertThat(text(circle.types("Ben", "/board"))).doesNotContain("one more");
    assertThat(text(circle.types("Ben", "/needhelp soup"))).contains("posted");
    circle.forward(Duration.ofMinutes(1));
    assertThat(text(circle.types("Ana", "/needhelp one more"))).contains("posted");
  }

  @Test
  void the_minute_slides_and_what_was_too_much_counts_no_further() {
    ask(1, 5);
    circle.forward(Duration.ofSeconds(30));
    ask(6, 5);
    circle.forward(Duration.ofSeconds(29));
    assertThat(text(circle.types("Ana", "/needhelp one more"))).contains(SLOW);
    assertThat(text(circle.types("Ana", "/again 1 next week"))).contains(SLOW);

    circle.forward(Duration.ofSeconds(1));

    ask(11, 5);
    assertThat(text(circle.types("Ana", "/needhelp one more"))).contains(SLOW);
  }

  private void ask(int from, int many) {
    for (int i = from; i < from + many; i++) {
      assertThat(text(circle.types("Ana", "/needhelp bread " + "x".repeat(i)))).contains("posted");
    }
  }

  @Test
  void the_thirty_first_press_within_a_minute_does_nothing() {
    circle.types("Ana", "/needhelp bread");
    circle.settle();
    for (int i = 0; i < 30; i++) {
      assertThat(text(circle.types("Ben", "/mine"))).doesNotContain(SLOW);
    }

    assertThat(text(circle.types("Ben", "/claim 1"))).contains(SLOW);
    assertThat(circle.card(1).message().text().plain()).contains("looking for 1 person");
    circle.forward(Duration.ofMinutes(1));
    assertThat(text(circle.types("Ben", "/claim 1"))).contains("You're helping with #1");
  }

  @Test
  void stewards_are_not_slowed() {
    for (int i = 0; i < 40; i++) {
      assertThat(text(circle.types("Stu", "/mine"))).doesNotContain(SLOW);
    }
  }

  @Test
  void a_reaction_is_always_heard() {
    circle.types("Ana", "/needhelp bread");
    var card = circle.card(1);
    for (int i = 0; i < 31; i++) {
      circle.types("Ben", "/mine");
    }

    circle.reacts("Ben", new MessageRef(card.place(), card.id()), true);

    assertThat(circle.card(1).message().text().plain()).contains("Ben will help");
  }
}
