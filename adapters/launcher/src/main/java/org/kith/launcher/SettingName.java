package org.kith.launcher;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The settings there are. The names are a contract: in the environment and in the file alike. */
enum SettingName {
  KITH_DISCORD_TOKEN,
  KITH_TELEGRAM_TOKEN,
  KITH_DISCORD_API,
  KITH_TELEGRAM_API,
  KITH_DATA,
  KITH_DATABASE_URL,
  KITH_DATABASE_USER,
  KITH_DATABASE_PASSWORD,
  KITH_HTTP,
  KITH_BROWSER,
  KITH_ZONE,
  KITH_ADMIT,
  KITH_SLOWING;

  /** The setting of exactly this name. */
  static Optional<SettingName> of(String name) {
    return Arrays.stream(values()).filter(known -> known.name().equals(name)).findFirst();
  }

  /** The setting that somebody who wrote this most likely meant. */
  static SettingName nearest(String written) {
    String upper = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    return Arrays.stream(values())
        .min(Comparator.comparingInt(known -> Spelling.distance(upper, known.name())))
        .orElseThrow();
  }
}
