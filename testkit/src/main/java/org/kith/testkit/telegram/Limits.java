package org.kith.testkit.telegram;

/**
 * How fast a bot may write. Telegram promises no numbers; these are the ones its FAQ names.
 *
 * @param burst messages to one chat at once before one a second holds
 * @param inGroupPerMinute messages and edits in one group within a minute
 * @param inAllPerSecond messages to all chats within a second
 */
public record Limits(int burst, int inGroupPerMinute, int inAllPerSecond) {
  /** Refuses limits that let nothing through. */
  public Limits {
    if (burst < 1 || inGroupPerMinute < 1 || inAllPerSecond < 1) {
      throw new IllegalArgumentException("A limit has to let something through");
    }
  }

  /** One a second in a chat after five at once, twenty a minute in a group, thirty a second. */
  public static Limits usual() {
    return new Limits(5, 20, 30);
  }

  /** None at all, for benchmarks. */
  public static Limits off() {
    return new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  boolean areOff() {
    return inAllPerSecond == Integer.MAX_VALUE;
  }
}
