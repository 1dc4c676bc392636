package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.discord.Interaction;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.Server;
import org.kith.testkit.discord.User;
import org.kith.testkit.telegram.Limits;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;

/**
 * The real program with one circle on Discord and Telegram: two people press at the same moment,
 * and one of them helps. {@code -Dkith.races=1000} tries it more often than the usual hundred
 * times.
 */
class OneCircleTest {
  private static final int RACES = Integer.getInteger("kith.races", 100);
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");
  private static final List<String> HELPERS = List.of("Ben", "Cem");

  @TempDir Path folder;

  private final DiscordStandIn discord = DiscordStandIn.start(InstantSource.system());
  private final TelegramStandIn telegram =
      TelegramStandIn.start(InstantSource.system()).limits(Limits.off());
  private final Server server = discord.server("Maple Street");
  private final Channel channel = server.channel("help");
  private final User ana = server.member("Ana");
  private final User ben = server.member("Ben");
  private final TelegramGroup group = telegram.supergroup("Oak Street");
  private final TelegramUser olu = telegram.user("Olu");
  private final TelegramUser cem = telegram.user("Cem");

  @AfterEach
  void close() {
    discord.close();
    telegram.close();
  }

  @Test
  void a_place_that_is_pressed_for_on_both_platforms_at_once_has_one_winner() throws Exception {
    discord.limits().off();
    try (KithProcess kith =
        KithProcess.start(
            folder,
            Map.of(
                "KITH_DISCORD_TOKEN", discord.token(),
                "KITH_DISCORD_API", discord.apiBase(),
                "KITH_TELEGRAM_TOKEN", telegram.token(),
                "KITH_TELEGRAM_API", "http://" + telegram.host() + ":" + telegram.port()))) {
      kith.saysSoon("Kith is ready on Discord and Telegram.");
      become();
      for (int number = 1; number <= RACES; number++) {
        race(number);
      }
      kith.terminate();
    }
    discord.violations().assertNone();
    telegram.violations().assertNone();
  }

  /** The server and the group become one circle. */
  private void become() {
    group.joins(cem);
    group.makesCreator(olu);
    olu.startsBot();
    cem.startsBot();
    group.addsBot(olu);
    String said = answer(() -> server.owner().types(channel, "circle link"));
    Matcher code = CODE.matcher(said);
    assertThat(code.find()).as(said).isTrue();
    olu.writesEphemerally(group, "/circle join " + code.group());
    telegram.await(
        "the group to be told",
        () ->
            group.botMessages().stream()
                .anyMatch(one -> one.text().contains("is in several places now")));
    assertThat(channel.awaitMessage("is in several places now").text())
        .contains("The circle Maple Street", "help and Oak Street");
  }

  /** One of them asks, the other two press at the same moment, and all see who was first. */
  private void race(int number) throws InterruptedException {
    if (number % 2 == 0) {
      ana.types(channel, "needhelp", Map.of("what", "need " + number));
    } else {
      olu.writesEphemerally(group, "/needhelp need " + number);
    }
    Post post = channel.awaitMessage("need " + number);
    SeenMessage message = telegram.awaitFound("the card of #" + number, () -> card(number));
    CountDownLatch start = new CountDownLatch(1);
    Thread one =
        Thread.ofVirtual()
            .start(() -> {
              await(start);
              cem.presses(message, "I'll help");
            });
    start.countDown();
    Interaction press = ben.presses(post, "I'll help");
    one.join();

    telegram.await(
        "both cards of #" + number + " to say who helps",
        () -> helper(onDiscord(post)) != null && helper(onTelegram(number)) != null);
    String winner = helper(onDiscord(post));
    assertThat(helper(onTelegram(number))).isEqualTo(winner);
    if (!press.failed()) {
      assertThat(press.answer().text())
          .contains("Ben".equals(winner) ? "You're helping" : "a moment faster");
    }
  }

  /** On a slow machine a program just started may need longer than Discord's three seconds. */
  private String answer(Supplier<Interaction> act) {
    Interaction sent = act.get();
    discord.await("an answer", () -> sent.failed() || !sent.messages().isEmpty());
    return sent.failed() ? answer(act) : sent.answer().text();
  }

  private String onDiscord(Post post) {
    return channel.now(post).text();
  }

  private String onTelegram(int number) {
    return card(number).map(SeenMessage::text).orElse("");
  }

  private Optional<SeenMessage> card(int number) {
    return group.botMessages().reversed().stream()
        .filter(one -> one.text().contains("need " + number) && one.text().contains("#" + number))
        .findFirst();
  }

  /** Who helps, as a card says; null while nobody does. */
  private static @Nullable String helper(String card) {
    return HELPERS.stream()
        .filter(name -> card.contains(name + " will help"))
        .findFirst()
        .orElse(null);
  }

  private static void await(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
