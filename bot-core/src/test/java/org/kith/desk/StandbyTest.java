package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Claim;
import org.kith.command.Button;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** "I can if nobody else does": the softer promise, before anybody is asked. */
class StandbyTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void it_takes_no_place_and_shows_on_no_card() {
    String before = card();

    String answer = text(circle.presses("Ben", cardMessage(), "If nobody else can"));

    assertThat(answer).contains("If nobody else can help with #1, I ask you");
    assertThat(card()).isEqualTo(before);
    circle.types("Chi", "/claim 1");
    assertThat(card()).contains("Chi will help");
  }

  @Test
  void pressed_twice_it_is_one() {
    Reply first = circle.types("Ben", "/standby 1");
    Reply second = circle.types("Ben", "/standby 1");

    assertThat(text(second)).isEqualTo(text(first));
    assertThat(text(circle.types("Ben", "/mine"))).containsOnlyOnce("#1");
  }

  @Test
  void whoever_stands_by_can_help_after_all() {
    Reply answer = circle.types("Ben", "/standby 1");

    circle.presses("Ben", message(answer), "I'll help");

    assertThat(card()).contains("Ben will help");
    assertThat(text(circle.types("Ben", "/mine")))
        .contains("You promised")
        .doesNotContain("You stand by");
  }

  @Test
  void whoever_stands_by_can_let_it_be_and_nobody_hears_of_it() {
    Reply answer = circle.types("Ben", "/standby 1");
    circle.settle();
    int told = circle.paper.to("ana").size();

    Reply released = circle.presses("Ben", message(answer), "I can't after all");

    assertThat(text(released)).startsWith("That's all right, no reason needed.");
    assertThat(text(circle.types("Ben", "/mine"))).contains("You have promised nothing");
    circle.settle();
    assertThat(circle.paper.to("ana")).hasSize(told);
  }

  @Test
  void nobody_stands_by_for_their_own_request() {
    assertThat(text(circle.types("Ana", "/standby 1"))).contains("#1 is your own request");
  }

  @Test
  void whoever_helps_already_reads_that_they_do() {
    circle.types("Ben", "/claim 1");

    assertThat(text(circle.types("Ben", "/standby 1"))).contains("You're helping");
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void a_card_that_is_taken_still_offers_it_and_so_does_the_answer_to_whoever_came_late() {
    circle.types("Ben", "/claim 1");
    assertThat(cardMessage().buttons())
        .extracting(Button::label)
        .containsExactly("If nobody else can", "More");

    Reply late = circle.types("Chi", "/claim 1");

    assertThat(text(late)).startsWith("Somebody was a moment faster");
    assertThat(text(circle.presses("Chi", message(late), "If nobody else can")))
        .contains("If nobody else can help with #1");
  }

  @Test
  void for_what_is_over_nobody_stands_by() {
    circle.types("Ben", "/standby 1");
    circle.types("Ana", "/cancel 1");

    assertThat(text(circle.types("Chi", "/standby 1"))).contains("over");
    assertThat(text(circle.types("Ben", "/mine"))).contains("You have promised nothing");
    assertThat(text(circle.types("Chi", "/standby 99"))).contains("There is no #99");
  }

  @Test
  void whoever_stands_by_is_asked_when_half_of_the_time_that_is_left_has_passed() {
    circle.types("Ana", "/needhelp Milk, today 20:00");
    circle.types("Ben", "/standby 2");
    circle.settle();
    circle.forward(Duration.ofHours(4).minusSeconds(1));
    assertThat(circle.paper.to("ben")).isEmpty();

    circle.forward(Duration.ofSeconds(1));

    assertThat(circle.paper.to("ben")).hasSize(1);
    assertThat(circle.paper.to("ben").getFirst().text().plain())
        .contains("nobody has come yet for #2: Milk. Could you?");
  }

  @Test
  void after_the_end_nobody_stands_by_any_more() {
    circle.types("Ben", "/standby 1");
    circle.types("Ana", "/done 1");

    List<Claim> claims = circle.core.database().read(tables -> tables.claims().on(1));
    assertThat(claims).isNotEmpty().noneMatch(Claim::isStandby);
  }

  @Test
  void without_a_number_the_open_requests_are_offered() {
    Message which = message(circle.types("Ben", "/standby"));

    assertThat(which.buttons()).isNotEmpty();
  }

  private Message cardMessage() {
    return circle.card(1).message();
  }

  private String card() {
    return cardMessage().text().plain();
  }
}
