package org.kith.command;

/** What a steward can set with {@code /circle set}; the name typed is the lower-case name. */
public enum Setting {
  /** A zone id such as {@code Europe/Berlin}, or a city's name that is in one. */
  ZONE,
  /** {@code Monday 09:00}, or {@code off}. */
  DIGEST,
  /** {@code friends}, {@code neighbours}, {@code support}: sets the two below to its preset. */
  OPENNESS,
  /** {@code claim}, {@code yes}, {@code off}: when private details open. */
  DETAILS,
  /** {@code yes}, {@code agreed}, {@code no}: helpers' names on cards. */
  NAMES,
  /** The circle's own words for a hard hour; {@code off} takes them away. */
  CRISIS,
  /** {@code on}, {@code off}: whether asker and helper can send each other photos. */
  PHOTOS,
  /** An ISO code or a country's name, {@code off}: whose numbers {@code /crisis} shows. */
  COUNTRY,
  /** A language that there are words in, by its tag or its name: that of what is posted. */
  LANGUAGE,
  /** How many weeks what was asked is kept. */
  RETENTION,
  /** {@code hide pets}, {@code show pets}, {@code rename pets Animals}: the kinds of care. */
  KINDS,
  /** {@code calm}, {@code usual}, {@code brisk}: how fast others are asked when nobody comes. */
  PACE,
  /** The circle's own words for a newcomer; {@code off} takes them away. */
  WELCOME,
  /** {@code on}, {@code off}: whether requests may hold links. */
  LINKS,
  /** {@code everybody}, {@code newcomers}, {@code confirmed}: who may promise to help. */
  CLAIM,
  /** {@code none}, {@code money}, {@code trust}, {@code inperson}: which kinds are switched off. */
  KINDSOFF,
  /** {@code on}, {@code yes}, {@code off}: when asker and helper can write to each other. */
  QUESTIONS,
  /** {@code warn}, {@code on}, {@code pause}: how requests without a name are taken. */
  NAMELESS,
  /** {@code all}, {@code noplaces}, {@code links}: what the digest says of requests. */
  DIGESTSHOWS
}
