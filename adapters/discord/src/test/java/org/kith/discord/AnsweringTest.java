package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.due.MovableClock;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.User;
import org.kith.words.Text;

/**
 * Answered once, after the decision; deferred when it takes long; privately when it is too late.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweringTest {
  private final MovableClock clock = MovableClock.ahead(InstantSource.system(), Duration.ZERO);
  private Online online;
  private User ana;

  @BeforeAll
  void connect() {
    online = Online.connected(clock);
    ana = online.maple.member("Ana");
  }

  @AfterAll
  void close() {
    online.close();
  }

  @BeforeEach
  void forget() {
    online.deliveries.clear();
    online.rows.clear();
  }

  private static Reply.Said redrawn(String words, Button... buttons) {
    Message message = Message.of(Text.of(words), buttons);
    return new Reply.Said(
        message, "", Reply.Audience.ACTOR, OptionalLong.empty(), null, /* redraws= */ true);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_answer_that_arrived_is_not_said_again() {
    online.answers(delivery -> Online.pending("You're helping with #1.", 41));
    assertThat(ana.types(online.help, "mine").answer().text()).isEqualTo("You're helping with #1.");
    online.discord.await("the row to be answered", () -> online.rows.contains("answered 41"));
  }

  @Test
  void what_takes_long_is_deferred_and_answered_later_for_the_actor_alone() {
    CountDownLatch decided = new CountDownLatch(1);
    online.answers(delivery -> {
      waitFor(decided);
      return Online.pending("At last.", 42);
    });
    var typed = ana.types(online.help, "board");
    typed.awaitAcknowledgement();
    decided.countDown();
    assertThat(typed.answer().text()).isEqualTo("At last.");
    assertThat(typed.answer().ephemeral()).isTrue();
    online.discord.await("the row to be answered", () -> online.rows.contains("answered 42"));
  }

  @Test
  void an_answer_that_comes_too_late_goes_by_private_message() {
    online.answers(delivery -> {
      clock.forward(Duration.ofSeconds(4));
      return Online.pending("Too late.", 43);
    });
    ana.types(online.help, "mine").awaitFailure();
    online.discord.await("the row to be let go", () -> online.rows.contains("unanswered 43"));
  }

  @Test
  void a_mere_courtesy_that_comes_too_late_is_told_privately_by_the_adapter() {
    online.answers(delivery -> {
      clock.forward(Duration.ofSeconds(4));
      return Online.said("The board is empty.");
    });
    ana.types(online.help, "board").awaitFailure();
    ana.privateChat().awaitMessage("The board is empty.");
    assertThat(online.rows).isEmpty();
  }

  @Test
  void an_interaction_that_comes_twice_is_answered_once() {
    online.answers(delivery -> Online.pending("Once.", 44));
    var typed = ana.types(online.help, "mine");
    typed.answer();
    typed.redeliver();
    online.discord.await(
        "both deliveries to be answered",
        () -> online.rows.stream().filter("answered 44"::equals).count() == 2);
    assertThat(online.deliveries)
        .extracting(delivery -> delivery.id())
        .hasSize(2)
        .containsOnly(typed.id());
    assertThat(typed.messages()).hasSize(1);
  }

  @Test
  void a_step_of_a_dialogue_takes_the_place_of_the_one_before() {
    Command next = new Command.OtherZones();
    online.answers(delivery -> redrawn("Step 1", Button.first("Next", next)));
    Answer first = ana.types(online.help, "start").answer();
    online.answers(delivery -> redrawn("Step 2"));
    Answer second = ana.presses(first, "Next").answer();
    assertThat(second.text()).isEqualTo("Step 2");
    assertThat(second.labels()).isEmpty();
    assertThat(second.post().id()).isEqualTo(first.post().id());
  }

  @Test
  void a_press_that_needs_no_words_is_acknowledged() {
    online.answers(delivery -> Online.said("#1", Button.plain("More", new Command.More(1))));
    Answer shown = ana.types(online.help, "board").answer();
    online.answers(delivery -> new Reply.Silent());
    var press = ana.presses(shown, "More");
    press.awaitAcknowledgement();
    assertThat(press.messages()).allMatch(post -> post.id().equals(shown.post().id()));
  }

  @Test
  void trouble_is_told_in_a_sentence_and_a_hard_hour_is_answered_all_the_same() {
    when(online.desk.inAHardHour(anyString()))
        .thenReturn(
            new Reply.Said(
                Message.of(Text.of("People to call: 0800 1110111")),
                "",
                Reply.Audience.ACTOR,
                OptionalLong.empty(),
                null,
                false));
    online.answers(delivery -> {
      throw new IllegalStateException("the disk is full");
    });
    assertThat(ana.types(online.help, "mine").answer().text())
        .contains("went wrong")
        .doesNotContain("disk")
        .doesNotContain("Exception");
    assertThat(ana.types(online.help, "crisis").answer().text()).contains("0800 1110111");
  }
}
