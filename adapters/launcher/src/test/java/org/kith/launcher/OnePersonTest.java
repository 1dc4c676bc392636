package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** The real program, one circle on both platforms, and somebody who is in it on both. */
class OnePersonTest {
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

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
  private final TelegramUser benAtOak = telegram.user("Ben");

  @AfterEach
  void close() {
    discord.close();
    telegram.close();
  }

  @Test
  void what_is_claimed_on_telegram_is_given_back_on_discord_by_the_same_person() throws Exception {
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
      unite();
      String code = code(answer(() -> ben.types(channel, "settings link")));
      benAtOak.writesPrivately("/settings link " + code);
      letter("one person to me now");
      answer(() -> ana.types(channel, "needhelp", Map.of("what", "bread")));
      Post post = channel.awaitMessage("bread");
      SeenMessage card =
          telegram.awaitFound(
              "the card",
              () ->
                  group.botMessages().stream()
                      .filter(one -> one.text().contains("bread"))
                      .findFirst());

      benAtOak.presses(card, "I'll help");
      discord.await("a helper", () -> channel.now(post).text().contains("Ben will help"));
      assertThat(answer(() -> ben.types(channel, "mine"))).contains("#1");
      answer(() -> ben.types(channel, "cancel", Map.of("number", 1)));

      discord.await("nobody", () -> channel.now(post).text().contains("Ana is looking for"));
      kith.terminate();
    }
    discord.violations().assertNone();
    telegram.violations().assertNone();
  }

  /** The server and the group become one circle. */
  private void unite() {
    group.joins(benAtOak);
    group.makesCreator(olu);
    olu.startsBot();
    benAtOak.startsBot();
    group.addsBot(olu);
    String code = code(answer(() -> server.owner().types(channel, "circle link")));
    olu.writesEphemerally(group, "/circle join " + code);
    channel.awaitMessage("is in several places now");
  }

  private void letter(String words) {
    telegram.await(
        "a letter that says: " + words,
        () -> benAtOak.inbox().stream().anyMatch(one -> one.text().contains(words)));
  }

  private static String code(String said) {
    Matcher code = CODE.matcher(said);
    assertThat(code.find()).as(said).isTrue();
    return code.group();
  }

  /** On a slow machine a program just started may need longer than Discord's three seconds. */
  private String answer(Supplier<Interaction> act) {
    Interaction sent = act.get();
    discord.await("an answer", () -> sent.failed() || !sent.messages().isEmpty());
    return sent.failed() ? answer(act) : sent.answer().text();
  }
}
