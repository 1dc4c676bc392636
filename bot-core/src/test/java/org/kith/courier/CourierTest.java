package org.kith.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.post.Outcome;
import org.kith.testing.Await;
import org.kith.testing.ScriptedMessenger;
import org.kith.testing.ScriptedMessenger.Call;
import org.kith.testing.TestCircle;

/** What the courier makes of each thing that a platform may answer. */
class CourierTest {
  private static final String MAPLE = TestCircle.PLACE.house();
  private static final Place GARDEN = new Place(Platform.BROWSER, MAPLE, "garden");

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
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_is_said_in_one_chat_keeps_its_order() {
    platform.then(MAPLE, new Outcome.TryLater(Duration.ofSeconds(5), false));
    for (int i = 1; i <= 6; i++) {
      circle.types("Ana", "/needhelp Need number " + i);
    }
    circle.settle();
    circle.forward(Duration.ofSeconds(5));
    List<Call> cards = platform.calls(MAPLE).stream().filter(c -> c.posting().card()).toList();
    assertThat(cards.subList(1, cards.size()))
        .extracting(call -> call.text().lines().toList().get(1))
        .containsExactly(
            "Need number 1",
            "Need number 2",
            "Need number 3",
            "Need number 4",
            "Need number 5",
            "Need number 6");
  }

  @Test
  void one_chat_that_is_away_or_slow_holds_up_no_other() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    CountDownLatch gate = new CountDownLatch(1);
    platform.then(MAPLE, call -> waits(gate, call));
    circle.types("Ben", "/claim 1");
    Await.until("the asker was told", () -> !platform.calls("ana").isEmpty());
    assertThat(platform.calls("ana").getLast().text()).contains("Ben will help with #1");
    gate.countDown();
    circle.settle();

    platform.then(MAPLE, new Outcome.TryLater(Duration.ofMinutes(2), false));
    circle.types("Ben", "/cancel 1");
    circle.settle();
    assertThat(platform.calls("ana").getLast().text()).contains("Ben can't help");
  }

  @Test
  void a_change_made_while_the_card_is_sent_is_not_lost() {
    platform.then(
        MAPLE,
        call -> {
          circle.types("Ben", "/claim 1");
          return platform.sent();
        });
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    assertThat(platform.calls(MAPLE).getLast().kind()).isEqualTo("edit");
    assertThat(platform.calls(MAPLE).getLast().text()).contains("Ben will help");
  }

  @Test
  void ten_changes_at_once_are_few_edits() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    int before = platform.calls(MAPLE).size();
    CountDownLatch gate = new CountDownLatch(1);
    platform.then(MAPLE, call -> waits(gate, call));
    for (int i = 0; i < 5; i++) {
      circle.types("Ben", "/claim 1");
      circle.types("Ben", "/cancel 1");
    }
    gate.countDown();
    circle.settle();
    assertThat(platform.calls(MAPLE).size() - before).isBetween(1, 2);
    assertThat(platform.calls(MAPLE).getLast().text()).contains("Ana is looking for 1 person");
  }

  @Test
  void what_is_to_be_tried_later_waits_as_long_as_the_platform_says_and_five_minutes_at_most() {
    platform.then(MAPLE, new Outcome.TryLater(Duration.ofSeconds(90), false));
    platform.then(MAPLE, new Outcome.TryLater(Duration.ofHours(3), false));
    int before = platform.calls(MAPLE).size();
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    circle.forward(Duration.ofSeconds(89));
    assertThat(platform.calls(MAPLE)).hasSize(before + 1);
    circle.forward(Duration.ofSeconds(1));
    assertThat(platform.calls(MAPLE)).hasSize(before + 2);
    circle.forward(Duration.ofMinutes(5));
    assertThat(platform.calls(MAPLE)).hasSize(before + 3);
    circle.forward(Duration.ofHours(4));
    assertThat(platform.calls(MAPLE)).hasSize(before + 3);
    assertThat(platform.calls(MAPLE))
        .allSatisfy(call -> assertThat(call.posting().doubtSince()).isNull());
  }

  @Test
  void what_the_platform_refuses_is_dropped_and_the_next_is_sent() {
    platform.then(MAPLE, new Outcome.Refused("too strange"));
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
    circle.forward(Duration.ofHours(1));
    assertThat(platform.calls(MAPLE).stream().filter(call -> call.posting().card()))
        .extracting(call -> call.text().lines().toList().get(1))
        .containsExactly("Walk the dog", "Bread");
    assertThat(waiting()).isZero();
  }

  @Test
  void an_asker_who_can_not_be_written_to_finds_a_line_in_every_space() {
    garden();
    platform.then("ana", new Outcome.Unreachable());
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    circle.settle();
    for (String lane : List.of(MAPLE, MAPLE + "/garden")) {
      assertThat(platform.calls(lane).getLast().text()).startsWith("Ana, there is news of #1.");
    }
  }

  @Test
  void a_closed_space_waits_for_nothing_and_shows_the_present_when_the_bot_is_back() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
    platform.then(MAPLE, new Outcome.PlaceClosed("removed"));
    circle.types("Ana", "/done 1");
    circle.settle();
    assertThat(waiting()).isZero();
    assertThat(TestCircle.text(circle.types("Ana", "/circle show"))).contains("I can't post in");

    circle.added();
    circle.settle();
    List<Call> calls = platform.calls(MAPLE);
    assertThat(calls.subList(calls.size() - 3, calls.size()))
        .extracting(call -> call.kind() + " " + call.text().lines().findFirst().orElse(""))
        .containsExactlyInAnyOrder(
            "edit Pets · #1: done",
            "edit Groceries · #2",
            "post Hello! I'm Kith. I help this group to look after each other.");
    assertThat(TestCircle.text(circle.types("Ana", "/circle show")))
        .contains("Cards are posted in");
  }

  @Test
  void a_house_with_a_new_id_is_followed() {
    platform.then(MAPLE, new Outcome.Moved("oak"));
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    assertThat(platform.calls("oak"))
        .singleElement()
        .satisfies(call -> assertThat(call.text()).contains("Walk the dog"));
    Place moved = TestCircle.PLACE.in("oak");
    assertThat(TestCircle.text(circle.types("Ben", "/claim 1", moved))).contains("You're helping");
  }

  private void garden() {
    circle
        .core
        .database()
        .write(tables -> {
          long id = tables.circles().spaceAt(TestCircle.PLACE).orElseThrow().circleId();
          return tables.circles().addSpace(id, GARDEN, "Garden", false, 0);
        });
  }

  private int waiting() {
    return circle.core.database().read(tables -> tables.outbox().size());
  }

  private Outcome waits(CountDownLatch gate, Call call) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Outcome.Sent(call.messageId());
  }
}
