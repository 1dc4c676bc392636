package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.due.MovableClock;
import org.kith.testkit.discord.DiscordStandIn;

/** Discord bans whoever keeps asking after a no. */
class RestraintTest {
  private final MovableClock clock = MovableClock.ahead(InstantSource.system(), Duration.ZERO);
  private final DiscordStandIn discord = DiscordStandIn.start(clock);
  private final Rest rest = new Rest(discord.apiBase(), discord.token(), clock);

  @AfterEach
  void close() {
    rest.close();
    discord.close();
  }

  private void isRefused(int times, int status) throws IOException {
    discord.faults().fail(times, status, "GET", "/gateway/bot");
    for (int i = 0; i < times; i++) {
      assertThat(rest.get("gateway/bot").status()).isEqualTo(status);
    }
  }

  @Test
  void a_token_refused_five_times_is_not_tried_for_ten_minutes() throws IOException {
    isRefused(Restraint.MOST_UNAUTHORIZED, 401);
    int asked = discord.requests().size();
    assertThatExceptionOfType(Restraint.HeldBack.class).isThrownBy(() -> rest.get("gateway/bot"));
    assertThat(discord.requests()).hasSize(asked);

    clock.forward(Restraint.WINDOW.plusSeconds(1));
    assertThat(rest.get("gateway/bot").isOk()).isTrue();
  }

  @Test
  void what_is_refused_now_and_then_holds_nothing_back() throws IOException {
    isRefused(Restraint.MOST_UNAUTHORIZED - 1, 401);
    assertThat(rest.get("gateway/bot").isOk()).isTrue();
    isRefused(Restraint.MOST_UNAUTHORIZED - 1, 401);
    isRefused(3, 403);
    assertThat(rest.get("gateway/bot").isOk()).isTrue();
  }
}
