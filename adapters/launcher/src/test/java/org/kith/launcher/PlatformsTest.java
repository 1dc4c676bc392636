package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.telegram.TelegramStandIn;

/** The real program with tokens, against both stand-ins. */
class PlatformsTest {
  @TempDir Path folder;
  private DiscordStandIn discord;
  private TelegramStandIn telegram;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  PlatformsTest() {}

  @BeforeEach
  void start() {
    discord = DiscordStandIn.start(InstantSource.system());
    telegram = TelegramStandIn.start(InstantSource.system());
  }

  @AfterEach
  void stop() {
    discord.close();
    telegram.close();
  }

  @Test
  void with_tokens_it_connects_and_ends_within_ten_seconds_when_told() throws Exception {
    try (KithProcess kith = KithProcess.start(folder, settings(Map.of()))) {
      kith.saysSoon("Kith is ready on Discord and Telegram.");

      kith.terminate();

      assertThat(kith.endedWithin(Duration.ofSeconds(10))).isIn(0, 143);
      assertThat(folder.resolve("data/kith.open")).doesNotExist();
      assertThat(kith.said() + kith.complained()).doesNotContain(discord.token(), telegram.token());
    }
    discord.violations().assertNone();
    telegram.violations().assertNone();
  }

  @Test
  void a_token_that_discord_refuses_stops_the_start_in_one_line() throws Exception {
    try (KithProcess kith =
        KithProcess.start(folder, settings(Map.of("KITH_DISCORD_TOKEN", "MTA.wrong.token")))) {
      assertThat(kith.ended()).isEqualTo(1);
      assertThat(kith.complained().lines()).hasSize(1);
      assertThat(kith.complained()).startsWith("KITH_DISCORD_TOKEN: Discord refuses it.");
      assertThat(kith.complained()).doesNotContain("MTA.wrong.token", "Exception");
    }
  }

  @Test
  void a_token_that_telegram_refuses_stops_the_start_in_one_line() throws Exception {
    try (KithProcess kith =
        KithProcess.start(folder, settings(Map.of("KITH_TELEGRAM_TOKEN", "1:wrongwrongwrong")))) {
      assertThat(kith.ended()).isEqualTo(1);
      assertThat(kith.complained().lines()).hasSize(1);
      assertThat(kith.complained()).startsWith("KITH_TELEGRAM_TOKEN: Telegram refuses it.");
      assertThat(kith.complained()).doesNotContain("wrongwrong", "Exception");
    }
  }

  @Test
  void the_doctor_looks_at_tokens_and_at_the_clock() throws Exception {
    try (KithProcess doctor = KithProcess.start(folder, settings(Map.of()), "doctor")) {
      assertThat(doctor.ended()).isIn(0, 1);
      assertThat(doctor.said())
          .contains("Discord: the token belongs to", "Telegram: the token works")
          .doesNotContain(discord.token(), telegram.token());
    }
  }

  private Map<String, String> settings(Map<String, String> others) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KITH_DISCORD_API", discord.apiBase());
    settings.put("KITH_DISCORD_TOKEN", discord.token());
    settings.put("KITH_TELEGRAM_API", "http://" + telegram.host() + ":" + telegram.port());
    settings.put("KITH_TELEGRAM_TOKEN", telegram.token());
    settings.putAll(others);
    return settings;
  }
}
