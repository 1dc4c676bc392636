package org.kith.browser;

/** What people put on a message without a word. */
enum Sign {
  /** 🤝, "I'll help". */
  HANDSHAKE,
  /** ❤, an asker's thanks. */
  HEART
}
