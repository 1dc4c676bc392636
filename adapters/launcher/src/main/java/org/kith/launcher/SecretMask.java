package org.kith.launcher;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;

/**
 * Takes tokens and passwords out of text before it is written anywhere. Telegram's token is part of
 * every address that its client calls, so an exception of a library may carry it; by this no line
 * does, whoever wrote it.
 */
final class SecretMask {
  private static final String HIDDEN = "(hidden)";

  /** What looks like a token is hidden even if it is none of those known here. */
  private static final Pattern TELEGRAM = Pattern.compile("\\d{6,}:[\\w-]{30,}");

  private static final Pattern DISCORD =
      Pattern.compile("[\\w-]{23,28}\\.[\\w-]{6,7}\\.[\\w-]{27,}");
  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;\\s]+");

  /** A shorter password could stand in any word; it is hidden where it follows its name. */
  private static final int SHORTEST_KNOWN = 8;

  private static final Set<String> KNOWN = new CopyOnWriteArraySet<>();

  private SecretMask() {}

  /** From now on this is hidden wherever it stands. */
  static void hide(Secret secret) {
    if (secret.value().length() >= SHORTEST_KNOWN) {
      KNOWN.add(secret.value());
    }
  }

  /** The text without secrets. */
  static String mask(String text) {
    String masked = text;
    for (String secret : KNOWN) {
      masked = masked.replace(secret, HIDDEN);
    }
    masked = TELEGRAM.matcher(masked).replaceAll(HIDDEN);
    masked = DISCORD.matcher(masked).replaceAll(HIDDEN);
    return PASSWORD.matcher(masked).replaceAll("$1" + HIDDEN);
  }
}
