package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;

class LimitsTest extends ConnectedTest {
  private static final String BODY = "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[]}}";

  private List<LoggedRequest> sends() {
    return discord.requests("POST", "/messages");
  }

  @Test
  void a_client_that_reads_the_headers_meets_no_429() {
    discord.limits().channel(channel, 2, Duration.ofMillis(200));

    List<CompletableFuture<Message>> sent =
        IntStream.range(0, 6).mapToObj(i -> general().sendMessage("m" + i).submit()).toList();
    sent.forEach(CompletableFuture::join);

    assertThat(channel.messages()).hasSize(6);
    assertThat(sends()).extracting(LoggedRequest::status).containsOnly(200);
  }

  @Test
  void who_does_not_wait_is_told_for_how_long() throws Exception {
    discord.limits().channel(channel, 2, Duration.ofMinutes(1));
    String path = "channels/" + channel.id() + "/messages";
    try (BareRequests bare = new BareRequests(discord)) {
      assertThat(remaining(bare.send("POST", path, BODY))).isEqualTo("1");
      assertThat(remaining(bare.send("POST", path, BODY))).isEqualTo("0");

      BareRequests.Got third = bare.send("POST", path, BODY);

      assertThat(third.status()).isEqualTo(429);
      assertThat(third.json().path("retry_after").asDouble()).isBetween(50.0, 60.0);
      assertThat(third.json().path("global").asBoolean()).isFalse();
      assertThat(discord.limits().refused()).isEqualTo(1);
    }
  }

  private static String remaining(BareRequests.Got got) {
    return got.response().headers().firstValue("X-RateLimit-Remaining").orElse("none");
  }

  @Test
  void the_global_limit_leaves_interactions_alone() throws Exception {
    discord.limits().global(0);
    try (BareRequests bare = new BareRequests(discord)) {
      BareRequests.Got any = bare.send("GET", "users/@me", "");
      BareRequests.Got hook = bare.send("POST", "webhooks/1/2", BODY);

      assertThat(any.status()).isEqualTo(429);
      assertThat(any.json().path("global").asBoolean()).isTrue();
      assertThat(hook.code()).isEqualTo(10015);
    }
  }

  @Test
  void jda_obeys_a_429() {
    general().sendMessage("before").complete();
    discord.limits().channel(channel, 1, Duration.ofMillis(300));
    try (BareRequests bare = new BareRequests(discord)) {
      assertThat(bare.send("POST", "channels/" + channel.id() + "/messages", BODY).status())
          .isEqualTo(200);
      general().sendMessage("after").complete();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }

    assertThat(channel.messages()).extracting(Post::text).contains("after");
    assertThat(discord.limits().refused()).isEqualTo(1);
  }

  @Test
  void planned_refusals_come_once() {
    discord.faults().fail(1, 403, 50013, "POST", "/messages");

    assertThatThrownBy(() -> general().sendMessage("a").complete()).hasMessageContaining("50013");
    general().sendMessage("b").complete();

    assertThat(channel.messages()).extracting(Post::text).containsExactly("b");
  }

  @Test
  void an_answer_can_be_lost_after_the_work_was_done() {
    discord.faults().loseAnswer(1, "POST", "/messages");

    // The HTTP client may try again by itself, or not: the nonce makes both the same.
    general().sendMessage("a").setNonce("7").submit().handle((sent, failed) -> true).join();
    general().sendMessage("a").setNonce("7").complete();

    assertThat(channel.messages()).hasSize(1);
    assertThat(sends().getFirst().status()).isZero();
  }

  @Test
  void requests_can_be_held_back() {
    CompletableFuture<Message> sent;
    try (Faults.Hold hold = discord.faults().hold("POST", "/messages")) {
      sent = general().sendMessage("a").submit();
      hold.awaitHeld(1);
      assertThat(channel.messages()).isEmpty();
    }

    assertThat(sent.join().getContentRaw()).isEqualTo("a");
  }

  @Test
  void away_is_away_for_rest_too() throws Exception {
    try (BareRequests bare = new BareRequests(discord)) {
      discord.goesAway();
      assertThat(bare.send("GET", "users/@me", "").status()).isEqualTo(503);
      discord.comesBack();
      assertThat(bare.send("GET", "users/@me", "").status()).isEqualTo(200);
    }
  }
}
