package org.kith.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only moves when told. */
final class HandMovedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2027-01-20T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
