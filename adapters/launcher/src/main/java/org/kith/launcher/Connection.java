package org.kith.launcher;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kith.circle.Platform;
import org.kith.desk.Desk;
import org.kith.discord.DiscordAdapter;
import org.kith.post.Messenger;
import org.kith.telegram.TelegramAdapter;

/**
 * A chat platform as the wiring sees it.
 *
 * @param messenger usable at once; "try later" until the platform answers
 * @param start begins to hear what people do; returns at once
 * @param connected true while people are heard
 * @param end ends it within seconds
 */
record Connection(
    Platform platform,
    Messenger messenger,
    Runnable start,
    BooleanSupplier connected,
    AutoCloseable end) {

  /** What there are tokens for. */
  static List<Connection> of(Settings settings, Desk desk, InstantSource clock) {
    List<Connection> connections = new ArrayList<>();
    Secret discord = settings.discordToken();
    if (discord != null) {
      connections.add(discord(discord, settings, desk, clock));
    }
    Secret telegram = settings.telegramToken();
    if (telegram != null) {
      connections.add(telegram(telegram, settings, desk));
    }
    return connections;
  }

  /** As people write it. */
  String name() {
    return switch (platform) {
      case DISCORD -> "Discord";
      case TELEGRAM -> "Telegram";
      case BROWSER -> "the browser room";
    };
  }

  private static Connection discord(
      Secret token, Settings settings, Desk desk, InstantSource clock) {
    DiscordAdapter adapter =
        DiscordAdapter.start(desk, token.value(), settings.discordApi().toString(), clock);
    return new Connection(
        Platform.DISCORD, adapter.messenger(), () -> {}, adapter::connected, adapter);
  }

  private static Connection telegram(Secret token, Settings settings, Desk desk) {
    TelegramAdapter adapter;
    try {
      adapter = new TelegramAdapter(token.value(), settings.telegramApi());
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          "KITH_TELEGRAM_TOKEN does not look like a whole token. " + Tokens.TELEGRAM.mend());
    }
    return new Connection(
        Platform.TELEGRAM,
        adapter.messenger(),
        () -> adapter.start(desk),
        adapter::isAlive,
        adapter::stop);
  }
}
