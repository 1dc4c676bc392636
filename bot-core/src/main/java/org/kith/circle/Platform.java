package org.kith.circle;

/** Where people talk: the two chat platforms and the local browser room. */
public enum Platform {
  /** Discord servers and their text channels. */
  DISCORD,
  /** Telegram groups and the topics of forums. */
  TELEGRAM,
  /** The room in the browser, on this machine only. */
  BROWSER
}
