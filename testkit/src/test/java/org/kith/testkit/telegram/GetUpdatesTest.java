package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long polling, over plain HTTP. */
class GetUpdatesTest {
  private final HandClock clock = new HandClock();
  private final TelegramStandIn telegram = TelegramStandIn.start(clock);
  private final RawBot bot = new RawBot(telegram);
  private final TelegramUser ana = telegram.user("Ana");

  @BeforeEach
  void start() {
    ana.startsBot();
    bot.json("getUpdates", "{\"offset\":-1}");
    confirmAll();
  }

  @AfterEach
  void end() {
    bot.close();
    telegram.close();
    telegram.violations().assertNone();
  }

  @Test
  void a_poll_waits_until_something_comes() {
    CompletableFuture<JsonNode> poll = bot.later("getUpdates", "{\"timeout\":30}");
    telegram.await("the poll", telegram::isPolled);
    assertThat(poll).isNotDone();

    ana.writesPrivately("hello");

    assertThat(texts(poll.join())).containsExactly("hello");
  }

  @Test
  void what_is_not_confirmed_comes_again() {
    ana.writesPrivately("one");
    ana.writesPrivately("two");
    JsonNode first = bot.json("getUpdates", "{}");
    int id = first.path("result").path(0).path("update_id").asInt();

    assertThat(texts(bot.json("getUpdates", "{}"))).containsExactly("one", "two");
    assertThat(texts(bot.json("getUpdates", "{\"offset\":" + (id + 1) + "}")))
        .containsExactly("two");
    assertThat(telegram.pendingUpdates()).isEqualTo(1);
  }

  @Test
  void a_negative_offset_forgets_all_before() {
    for (String text : List.of("one", "two", "three")) {
      ana.writesPrivately(text);
    }

    assertThat(texts(bot.json("getUpdates", "{\"offset\":-1}"))).containsExactly("three");
    assertThat(texts(bot.json("getUpdates", "{}"))).containsExactly("three");
  }

  @Test
  void a_second_poller_ends_the_first_with_409() {
    CompletableFuture<JsonNode> first = bot.later("getUpdates", "{\"timeout\":30}");
    telegram.await("the poll", telegram::isPolled);
    CompletableFuture<JsonNode> second = bot.later("getUpdates", "{\"timeout\":30}");

    assertThat(first.join().path("error_code").asInt()).isEqualTo(409);
    ana.writesPrivately("hello");
    assertThat(texts(second.join())).containsExactly("hello");
  }

  @Test
  void kinds_are_remembered_and_an_empty_list_resets_them() {
    bot.json("getUpdates", "{\"allowed_updates\":[\"callback_query\"]}");
    ana.writesPrivately("unseen");
    assertThat(texts(bot.json("getUpdates", "{}"))).isEmpty();

    bot.json("getUpdates", "{\"allowed_updates\":[]}");
    ana.writesPrivately("seen");
    assertThat(texts(bot.json("getUpdates", "{}"))).containsExactly("seen");
  }

  @Test
  void presses_are_kept_150_seconds_and_messages_a_day() {
    bot.json(
        "sendMessage",
        """
        {"chat_id":%d,"text":"?","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}}
        """
            .formatted(ana.id()));
    ana.writesPrivately("hello");
    ana.presses(ana.inbox().getLast(), "a");
    assertThat(telegram.pendingUpdates()).isEqualTo(2);

    clock.passes(Duration.ofSeconds(150));
    assertThat(texts(bot.json("getUpdates", "{}"))).containsExactly("hello");
    clock.passes(Duration.ofDays(1));
    assertThat(telegram.pendingUpdates()).isZero();
  }

  @Test
  void ids_may_start_again_lower_and_what_was_delivered_may_come_again() {
    ana.writesPrivately("before");
    int before = confirmAll();

    telegram.redeliversLast(1);
    assertThat(texts(bot.json("getUpdates", "{\"offset\":1}"))).containsExactly("before");

    telegram.restartsUpdateIds(1000);
    ana.writesPrivately("after");
    JsonNode polled = bot.json("getUpdates", "{\"offset\":" + (before + 1) + "}");
    assertThat(texts(polled)).containsExactly("after");
    assertThat(polled.path("result").path(0).path("update_id").asInt()).isEqualTo(1000);
  }

  @Test
  void a_batch_has_a_hundred_at_most() {
    for (int i = 0; i < 250; i++) {
      ana.writesPrivately("m" + i);
    }
    assertThat(bot.json("getUpdates", "{\"limit\":500}").path("result")).hasSize(100);
  }

  @Test
  void a_wrong_token_is_refused() {
    assertThat(bot.get("/botWRONG/getMe").path("error_code").asInt()).isEqualTo(401);
  }

  private int confirmAll() {
    JsonNode last = bot.json("getUpdates", "{\"offset\":-1}").path("result").path(0);
    int id = last.path("update_id").asInt();
    bot.json("getUpdates", "{\"offset\":" + (id + 1) + "}");
    return id;
  }

  private static List<String> texts(JsonNode answer) {
    List<String> texts = new ArrayList<>();
    for (JsonNode update : answer.path("result")) {
      texts.add(update.path("message").path("text").asText());
    }
    return texts;
  }
}
