package org.kith.launcher;

import static org.kith.launcher.SettingName.KITH_ADMIT;
import static org.kith.launcher.SettingName.KITH_BROWSER;
import static org.kith.launcher.SettingName.KITH_DATA;
import static org.kith.launcher.SettingName.KITH_DATABASE_PASSWORD;
import static org.kith.launcher.SettingName.KITH_DATABASE_URL;
import static org.kith.launcher.SettingName.KITH_DATABASE_USER;
import static org.kith.launcher.SettingName.KITH_DISCORD_API;
import static org.kith.launcher.SettingName.KITH_DISCORD_TOKEN;
import static org.kith.launcher.SettingName.KITH_HTTP;
import static org.kith.launcher.SettingName.KITH_SLOWING;
import static org.kith.launcher.SettingName.KITH_TELEGRAM_API;
import static org.kith.launcher.SettingName.KITH_TELEGRAM_TOKEN;
import static org.kith.launcher.SettingName.KITH_ZONE;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from the environment and from {@code config/kith.yaml}; the environment wins,
 * an empty value counts as none. The first that is wrong ends it with a {@link Refusal} that names
 * the setting, what is wrong, and how to mend it.
 */
final class SettingsReader {
  /** Not settings: the build's own switch, and what Kubernetes tells of a service called kith. */
  private static final String OTHERS = "KITH_(REQUIRE_CHROMIUM|SERVICE_.*|PORT(_.*)?)";

  private final Map<SettingName, Found> found = new EnumMap<>(SettingName.class);
  private final Path base;

  /**
   * A value and where it stood.
   *
   * @param where for the message, such as {@code in config/kith.yaml}
   */
  private record Found(String value, String where) {}

  private SettingsReader(Path base) {
    this.base = base;
  }

  /**
   * Reads and checks all.
   *
   * @param file the settings file, which need not exist
   * @param base what relative paths start from
   */
  static Settings read(Map<String, String> environment, Path file, Path base) {
    SettingsReader reader = new SettingsReader(base);
    reader.take(SettingsFile.read(file), "in " + file);
    Map<String, String> ours = new TreeMap<>(environment);
    ours.keySet().removeIf(name -> !name.startsWith("KITH_") || name.matches(OTHERS));
    reader.take(ours, "in the environment");
    return reader.checked();
  }

  /** The settings of this process: {@code config/kith.yaml} in the program's home, or here. */
  static Settings ofThisProcess() {
    return read(System.getenv(), file(), Path.of(""));
  }

  /** The settings file of this process; it need not exist. */
  static Path file() {
    String home = System.getProperty("kith.home");
    Path here = Path.of("config", "kith.yaml");
    Path atHome = home == null ? here : Path.of(home).resolve(here);
    return java.nio.file.Files.exists(atHome) ? atHome : here;
  }

  private void take(Map<String, String> values, String where) {
    values.forEach((name, value) -> {
      SettingName known =
          SettingName.of(name)
              .orElseThrow(() ->
                  new Refusal(
                      "%s %s is not a setting; did you mean %s?"
                          .formatted(name, where, SettingName.nearest(name))));
      if (!value.isBlank()) {
        found.put(known, new Found(value.strip(), where));
      }
    });
  }

  private Settings checked() {
    URI discordApi = Addresses.discord(value(KITH_DISCORD_API), this::wrongDiscordApi);
    URI telegramApi = Addresses.telegram(value(KITH_TELEGRAM_API), this::wrongTelegramApi);
    // A stand-in has tokens of its own; only the platforms' own shape is known.
    Secret discord =
        token(KITH_DISCORD_TOKEN, discordApi.equals(Settings.DISCORD) ? Tokens.DISCORD : null);
    Secret telegram =
        token(KITH_TELEGRAM_TOKEN, telegramApi.equals(Settings.TELEGRAM) ? Tokens.TELEGRAM : null);
    String password = value(KITH_DATABASE_PASSWORD);
    Path data = data();
    InetSocketAddress http = http();
    return new Settings(
        discord,
        telegram,
        discordApi,
        telegramApi,
        data,
        databaseUrl(data),
        value(KITH_DATABASE_USER),
        password == null ? null : new Secret(password),
        http,
        browser(discord != null || telegram != null, http),
        zone(),
        invitedOnly(),
        slowing());
  }

  private @Nullable Secret token(SettingName name, @Nullable Tokens shape) {
    String token = value(name);
    if (token == null) {
      return null;
    }
    if (token.chars().anyMatch(Character::isWhitespace)) {
      throw wrong(name, "has a space in it", "Copy the token alone, without \"Bot\" or quotes.");
    }
    if (shape != null && !shape.fits(token)) {
      throw wrong(name, shape.complaint(token), shape.mend());
    }
    return new Secret(token);
  }

  private Path data() {
    String written = value(KITH_DATA);
    try {
      return base.resolve(written == null ? "data" : written);
    } catch (java.nio.file.InvalidPathException e) {
      throw wrong(KITH_DATA, "is not a path", "Write the folder's path, such as ./data.");
    }
  }

  private String databaseUrl(Path data) {
    String url = value(KITH_DATABASE_URL);
    if (url == null) {
      return Settings.H2 + "file:" + data.resolve("kith").toAbsolutePath();
    }
    if (!url.startsWith(Settings.H2) && !url.startsWith(Settings.POSTGRESQL)) {
      throw wrong(
          KITH_DATABASE_URL,
          "starts with neither jdbc:h2: nor jdbc:postgresql:",
          "Write jdbc:postgresql://host/database, or leave it out for a file under KITH_DATA.");
    }
    if (url.matches("jdbc:h2:(mem|tcp|ssl|zip|classpath):.*")) {
      throw wrong(
          KITH_DATABASE_URL,
          "is not a file's address, and Kith must hold its H2 database in a file",
          "Write jdbc:h2:file:/path/to/kith, or leave it out.");
    }
    return url;
  }

  private InetSocketAddress http() {
    String written = value(KITH_HTTP);
    return Addresses.hostAndPort(
        written == null ? "127.0.0.1:8473" : written,
        what -> wrong(KITH_HTTP, what, "Write host:port, such as 127.0.0.1:8473."));
  }

  private boolean browser(boolean tokens, InetSocketAddress http) {
    String written = value(KITH_BROWSER);
    boolean on =
        switch (written == null ? "" : written.toLowerCase(Locale.ROOT)) {
          case "" -> !tokens;
          case "on", "true", "yes" -> true;
          case "off", "false", "no" -> false;
          default -> throw wrong(KITH_BROWSER, "is neither on nor off", "Write on or off.");
        };
    if (!on && !tokens) {
      throw wrong(
          KITH_BROWSER,
          "is off, and there is no token: nobody could reach Kith",
          "Set KITH_DISCORD_TOKEN or KITH_TELEGRAM_TOKEN, or KITH_BROWSER to on.");
    }
    // In the room anybody may act as anybody: that is for one's own machine.
    if (on && !http.getAddress().isLoopbackAddress()) {
      throw wrong(
          KITH_HTTP,
          "lets other computers in, and in the browser room anybody may act as anybody",
          "Write 127.0.0.1:8473, or set KITH_BROWSER to off.");
    }
    return on;
  }

  private ZoneId zone() {
    String written = value(KITH_ZONE);
    if (written == null) {
      return ZoneId.systemDefault();
    }
    if (!ZoneId.getAvailableZoneIds().contains(written)) {
      throw wrong(
          KITH_ZONE,
          "is no time zone that is known here",
          "Write a name such as %s.".formatted(Addresses.nearestZone(written)));
    }
    return ZoneId.of(written);
  }

  private boolean invitedOnly() {
    String written = value(KITH_ADMIT);
    return switch (written == null ? "open" : written.toLowerCase(Locale.ROOT)) {
      case "open" -> false;
      case "invited" -> true;
      default -> throw wrong(KITH_ADMIT, "is neither open nor invited", "Write open or invited.");
    };
  }

  private boolean slowing() {
    String written = value(KITH_SLOWING);
    return switch (written == null ? "on" : written.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong(KITH_SLOWING, "is neither on nor off", "Write on or off.");
    };
  }

  private Refusal wrongDiscordApi(String what) {
    return wrong(KITH_DISCORD_API, what, "Write a URL such as " + Settings.DISCORD + ".");
  }

  private Refusal wrongTelegramApi(String what) {
    return wrong(KITH_TELEGRAM_API, what, "Write scheme, host and port: " + Settings.TELEGRAM);
  }

  private @Nullable String value(SettingName name) {
    Found value = found.get(name);
    return value == null ? null : value.value();
  }

  private Refusal wrong(SettingName name, String what, String mend) {
    Found value = found.get(name);
    String where = value == null ? "" : " (" + value.where() + ")";
    return new Refusal(name + where + " " + what + ". " + mend);
  }
}
