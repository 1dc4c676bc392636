package org.kith.telegram;

import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * How long to wait after a failure: doubling from the first to the longest wait. The library's own
 * goes up to fifteen minutes.
 */
final class Patience implements BackOff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  Patience(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  @Override
  public synchronized void reset() {
    next = first;
  }

  @Override
  public long nextBackOffMillis() {
    return next().toMillis();
  }

  /** The next wait. */
  synchronized Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return now;
  }
}
