package org.kith.discord;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Messages that the bot itself has taken away of late: Discord tells of each deletion, but not
 * whose it was.
 */
final class OwnDeletions {
  private static final int MOST_KEPT = 1_000;

  private final Set<String> messages = new LinkedHashSet<>();

  /** To be called before the message is taken away. */
  synchronized void add(String messageId) {
    messages.add(messageId);
    if (messages.size() > MOST_KEPT) {
      messages.remove(messages.iterator().next());
    }
  }

  synchronized boolean contains(String messageId) {
    return messages.contains(messageId);
  }
}
