package org.kith.circle;

import java.time.Duration;

/** How long at most the circle of those who are asked waits before it widens; urgent ones apart. */
public enum RingPace {
  /** A day. */
  CALM(Duration.ofHours(24)),
  /** Half a day. */
  USUAL(Duration.ofHours(12)),
  /** Four hours. */
  BRISK(Duration.ofHours(4));

  private final Duration longest;

  RingPace(Duration longest) {
    this.longest = longest;
  }

  /** The longest wait between two steps. */
  public Duration longest() {
    return longest;
  }
}
