package org.kith.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Target;
import org.kith.post.Outcome;
import org.kith.testing.ScriptedMessenger;
import org.kith.testing.ScriptedMessenger.Call;
import org.kith.testing.TestCircle;

/** A card was sent, and the answer was lost: which message is the card shows in the end. */
class DoubtTest {
  private static final String MAPLE = TestCircle.PLACE.house();
  private static final Outcome LOST = new Outcome.TryLater(Duration.ofMinutes(1), true);

  @TempDir Path folder;
  private TestCircle circle;
  private ScriptedMessenger platform;

  @BeforeEach
  void open() {
    circle = TestCircle.bare(folder);
    platform = new ScriptedMessenger();
    circle.core.connect(platform);
    circle.types("Ana", "/board");
    circle.settle();
    platform.then(MAPLE, LOST);
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void it_is_sent_again_as_the_same_row_with_the_moment_of_the_doubt_also_after_a_restart() {
    restart();
    circle.forward(Duration.ofMinutes(1));
    List<Call> sends = cards();
    assertThat(sends).hasSize(2);
    assertThat(sends.get(1).posting().row()).isEqualTo(sends.get(0).posting().row());
    assertThat(sends.get(0).posting().doubtSince()).isNull();
    assertThat(sends.get(1).posting().doubtSince()).isEqualTo(TestCircle.START);
  }

  @Test
  void a_press_on_the_message_that_did_arrive_makes_it_the_card() {
    restart();
    press("Ben", "lost-1", new Target.Known(1));
    circle.forward(Duration.ofMinutes(1));
    assertThat(cards()).hasSize(1);
    Call last = platform.calls(MAPLE).getLast();
    assertThat(last.kind() + " " + last.messageId()).isEqualTo("edit lost-1");
    assertThat(last.text()).contains("Ben will help");
  }

  @Test
  void a_press_on_the_second_copy_takes_it_away() {
    restart();
    circle.forward(Duration.ofMinutes(1));
    press("Ben", "lost-1", new Target.Known(1));
    circle.settle();
    assertThat(platform.calls(MAPLE))
        .extracting(call -> call.kind() + " " + call.messageId())
        .contains("delete lost-1");
    Call last =
        platform.calls(MAPLE).stream().filter(c -> c.kind().equals("edit")).toList().getLast();
    assertThat(last.messageId()).isNotEqualTo("lost-1");
  }

  @Test
  void what_ended_meanwhile_is_said_and_a_press_on_the_open_copy_takes_it_away() {
    restart();
    circle.types("Ana", "/cancel 1");
    circle.forward(Duration.ofMinutes(1));
    assertThat(cards()).hasSize(2);
    assertThat(cards().getLast().text()).endsWith("#1: taken back");

    press("Ben", "lost-1", new Target.Known(1));
    circle.settle();
    assertThat(platform.calls(MAPLE))
        .extracting(call -> call.kind() + " " + call.messageId())
        .contains("delete lost-1");
  }

  @Test
  void a_press_on_the_known_card_takes_nothing_away() {
    circle.forward(Duration.ofMinutes(1));
    press("Ben", cardMessage(), new Target.Known(1));
    circle.settle();
    assertThat(platform.calls(MAPLE)).extracting(Call::kind).doesNotContain("delete");
  }

  @Test
  void a_press_on_a_button_in_a_list_makes_no_list_the_card() {
    press("Ben", "board-1", new Target.Listed(1));
    circle.settle();
    assertThat(circle.core.desk().cardMessage(TestCircle.PLACE, 1)).isNull();
    circle.forward(Duration.ofMinutes(1));
    press("Chi", "board-1", new Target.Listed(1));
    circle.settle();
    assertThat(platform.calls(MAPLE)).extracting(Call::messageId).doesNotContain("board-1");
  }

  @Test
  void without_a_doubt_no_press_makes_or_takes_anything() {
    circle.types("Ana", "/needhelp Bread");
    circle.forward(Duration.ofMinutes(2));
    press("Ben", "forged", new Target.Known(2));
    circle.settle();
    assertThat(platform.calls(MAPLE)).extracting(Call::messageId).doesNotContain("forged");
  }

  private String cardMessage() {
    return String.valueOf(circle.core.desk().cardMessage(TestCircle.PLACE, 1));
  }

  private void press(String name, String message, Target target) {
    Delivery press = circle.delivery(name, new Command.Claim(target), TestCircle.PLACE, true);
    circle
        .core
        .desk()
        .handle(new Delivery(press.id(), press.actor(), press.command(), true, message));
  }

  private List<Call> cards() {
    return platform.calls(MAPLE).stream().filter(call -> call.posting().card()).toList();
  }

  private void restart() {
    circle.restart();
    circle.core.connect(platform);
  }
}
