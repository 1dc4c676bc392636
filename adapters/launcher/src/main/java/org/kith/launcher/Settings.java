package org.kith.launcher;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the host has set, checked: a value that can't work never gets here (see {@link
 * SettingsReader}).
 *
 * @param discordToken null if Kith is not to connect to Discord
 * @param telegramToken null if Kith is not to connect to Telegram
 * @param discordApi base of Discord's REST API, ending in a slash
 * @param telegramApi scheme, host and port of the Bot API
 * @param data the folder that holds all that must be kept
 * @param databaseUser null if the address says it or none is needed
 * @param http where health, metrics and the browser room are served; port 0 takes a free one
 * @param browser true if the browser room is open
 * @param zone first zone of a new circle
 * @param invitedOnly true if a new circle works only with a code of {@code ./kith invite}
 * @param slowing true if whoever does too much within a minute is slowed
 */
record Settings(
    @Nullable Secret discordToken,
    @Nullable Secret telegramToken,
    URI discordApi,
    URI telegramApi,
    Path data,
    String databaseUrl,
    @Nullable String databaseUser,
    @Nullable Secret databasePassword,
    InetSocketAddress http,
    boolean browser,
    ZoneId zone,
    boolean invitedOnly,
    boolean slowing) {

  static final URI DISCORD = URI.create("https://discord.com/api/v10/");
  static final URI TELEGRAM = URI.create("https://api.telegram.org:443");
  static final String H2 = "jdbc:h2:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** True if Kith is to connect to a chat platform. */
  boolean hasToken() {
    return discordToken != null || telegramToken != null;
  }

  /** Every secret among the settings, to be kept out of the log. */
  List<Secret> secrets() {
    return Stream.of(discordToken, telegramToken, databasePassword)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** True if the database is a file that only one process can hold. */
  boolean embedded() {
    return databaseUrl.startsWith(H2);
  }
}
