package org.kith.command;

import java.util.Locale;
import java.util.Optional;

/** What somebody can set for themselves with {@code /settings set}; typed in lower case. */
public enum OwnSetting {
  /** {@code yes}, {@code no}: whether they may be asked privately when nobody comes. */
  ASK,
  /** {@code de}, {@code German}: the language of private answers; {@code app}: as the app tells. */
  LANGUAGE,
  /** A zone id or a city's name: by whose clock they are told; {@code circle}: by the circle's. */
  ZONE,
  /** {@code 23:00-07:00}: when nothing unasked is written to them; {@code off}. */
  QUIET,
  /** A number: with how many promises ahead of them they are asked for no more; {@code off}. */
  CAP,
  /** {@code 19:00, 2 hours}: when they are reminded of promises; {@code usual}, {@code off}. */
  REMINDERS,
  /** {@code yes}, {@code no}: whether their name may stand in digests. */
  DIGEST,
  /** {@code yes}, {@code no}: whether what is for them alone has no layout and no emoji. */
  PLAIN,
  /** The name of somebody whom they have blocked, and don't any more. */
  UNBLOCK;

  /** The one that is typed like this; empty if there is none. */
  public static Optional<OwnSetting> typed(String name) {
    for (OwnSetting one : values()) {
      if (one.typed().equalsIgnoreCase(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** As it is typed. */
  public String typed() {
    return name().toLowerCase(Locale.ROOT);
  }
}
