package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Every trap of TelegramBots 10.2.0 that is known, stepped into on purpose. */
class PollingTest {
  private final TelegramStandIn telegram = TelegramStandIn.start(InstantSource.system());
  private final TelegramUser ana = telegram.user("Ana");
  private final TelegramGroup group = telegram.supergroup("Maple Street");
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final AtomicLong aheadNanos = new AtomicLong();
  private final List<Polling> pollings = new ArrayList<>();

  @BeforeEach
  void bot_is_in_the_group() {
    group.joins(ana);
    group.addsBot(ana);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Polling polling : pollings) {
      polling.end();
    }
    telegram.close();
    telegram.violations().assertNone();
  }

  @Test
  void what_people_write_is_taken_in_order() {
    polling(this::take);

    ana.writes(group, "/mine");
    ana.writes(group, "/board");

    telegram.await("both", () -> taken.equals(List.of("/mine", "/board")));
    assertThat(pollings.getFirst().alive()).isTrue();
  }

  @Test
  void an_exception_while_taking_does_not_end_the_polling_and_the_batch_comes_again() {
    AtomicLong falls = new AtomicLong(2);
    polling(updates -> {
      if (falls.getAndDecrement() > 0) {
        throw new IllegalStateException("a bug");
      }
      take(updates);
    });

    ana.writes(group, "/mine");

    telegram.await("the command, taken after all", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void even_an_error_does_not_end_the_polling() {
    AtomicLong falls = new AtomicLong(1);
    polling(updates -> {
      if (falls.getAndDecrement() > 0) {
        throw new StackOverflowError();
      }
      take(updates);
    });

    ana.writes(group, "/mine");

    telegram.await("the command, taken after all", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void what_was_not_taken_is_not_confirmed() throws InterruptedException {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    polling(updates -> {
      inHand.countDown();
      awaitQuietly(go);
      take(updates);
    });
    ana.writes(group, "/mine");
    assertThat(inHand.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(telegram.pendingUpdates()).isPositive();
    go.countDown();

    telegram.await("its confirmation", () -> telegram.pendingUpdates() == 0);
    assertThat(taken).containsExactly("/mine");
  }

  @Test
  void a_new_process_gets_what_the_last_one_did_not_take() throws InterruptedException {
    Polling first =
        polling(updates -> {
          throw new IllegalStateException("it dies before the commit");
        });
    ana.writes(group, "/mine");
    telegram.await("the first to be alive", first::alive);
    first.end();

    polling(this::take);

    telegram.await("the command", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void ids_that_begin_anew_at_a_lower_number_are_taken() {
    polling(this::take);
    ana.writes(group, "/mine");
    telegram.await("the first", () -> taken.equals(List.of("/mine")));
    telegram.await("its confirmation", () -> telegram.pendingUpdates() == 0);

    telegram.restartsUpdateIds(17);
    ana.writes(group, "/board");
    telegram.await("the second", () -> taken.equals(List.of("/mine", "/board")));
    ana.writes(group, "/help");

    telegram.await("the third", () -> taken.equals(List.of("/mine", "/board", "/help")));
  }

  @Test
  void starting_while_telegram_is_away_succeeds_once_it_is_back() {
    telegram.goesAway();
    Polling polling = polling(this::take);
    assertThat(polling.alive()).isFalse();

    telegram.comesBack();
    telegram.await("the first answer", polling::alive);
    ana.writes(group, "/mine");

    telegram.await("the command", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void after_an_outage_polling_goes_on() {
    Polling polling = polling(this::take);
    telegram.await("the first answer", polling::alive);
    telegram.goesAway();
    ana.writes(group, "/mine");

    telegram.comesBack();

    telegram.await("the command", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void an_outage_in_which_presses_were_lost_is_logged_once() {
    Polling polling = polling(this::take);
    telegram.await("the first answer", polling::alive);
    telegram.goesAway();
    try (Log log = new Log()) {
      aheadNanos.addAndGet(Duration.ofMinutes(10).toNanos());
      assertThat(polling.alive()).isFalse();

      telegram.comesBack();
      ana.writes(group, "/mine");
      telegram.await("the command", () -> taken.equals(List.of("/mine")));
      ana.writes(group, "/board");
      telegram.await("the next", () -> taken.equals(List.of("/mine", "/board")));

      assertThat(log.lines()).filteredOn(line -> line.contains("presses on buttons")).hasSize(1);
    }
  }

  @Test
  void a_gateways_page_instead_of_an_answer_is_survived() {
    Polling polling = polling(this::take);
    telegram.await("the first answer", polling::alive);
    telegram.breaksDown();
    ana.writes(group, "/mine");

    telegram.comesBack();

    telegram.await("the command", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void failures_of_polls_are_waited_out() {
    telegram.failsNext(3, "getUpdates", Failure.of(409, "Conflict: terminated by other"));
    polling(this::take);

    ana.writes(group, "/mine");

    telegram.await("the command", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void a_poll_without_a_sign_of_life_is_replaced() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicLong stuck = new AtomicLong(1);
    polling(updates -> {
      if (stuck.getAndDecrement() > 0) {
        awaitQuietly(never);
        throw new IllegalStateException("broken off");
      }
      take(updates);
    });
    ana.writes(group, "/mine");
    telegram.await("a stuck poll", () -> stuck.get() == 0);

    aheadNanos.addAndGet(Duration.ofMinutes(1).toNanos());

    telegram.await("the command, by another poll", () -> taken.equals(List.of("/mine")));
  }

  @Test
  void nothing_stays_alive_after_the_end_and_the_next_start_meets_no_conflict()
      throws InterruptedException {
    Polling first = polling(this::take);
    telegram.await("the first answer", first::alive);

    first.end();

    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName))
        .doesNotContain("telegram-poll");
    Polling second = polling(this::take);
    ana.writes(group, "/mine");
    telegram.await("the command", () -> taken.equals(List.of("/mine")));
    assertThat(second.alive()).isTrue();
  }

  @Test
  void waits_after_failures_grow_to_the_longest_and_no_further() {
    Patience patience = new Patience(Pace.USUAL.firstWait(), Pace.USUAL.longestWait());

    long longest = 0;
    for (int i = 0; i < 50; i++) {
      longest = Math.max(longest, patience.nextBackOffMillis());
    }
    patience.reset();

    assertThat(Duration.ofMillis(longest)).isEqualTo(Duration.ofSeconds(30));
    assertThat(patience.next()).isEqualTo(Pace.USUAL.firstWait());
  }

  private Polling polling(Consumer<List<Update>> taker) {
    TelegramUrl url =
        TelegramUrl.builder().schema("http").host(telegram.host()).port(telegram.port()).build();
    Polling polling =
        new Polling(
            url, telegram.token(), Stage.PACE, () -> System.nanoTime() + aheadNanos.get(), taker);
    pollings.add(polling);
    polling.start();
    return polling;
  }

  private void take(List<Update> updates) {
    updates.stream()
        .filter(update -> update.getMessage() != null && update.getMessage().getText() != null)
        .forEach(update -> taken.add(update.getMessage().getText()));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
