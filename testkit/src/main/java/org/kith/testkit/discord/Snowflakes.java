package org.kith.testkit.discord;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Ids as Discord makes them: the milliseconds since 2015 above 22 bits of counter. They lie beyond
 * 2^53, and every second one is odd, so that a client which rounds them is found out.
 */
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;

  private final InstantSource clock;
  private long last;

  Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  synchronized String next() {
    last = Math.max(last + 1, ((clock.millis() - EPOCH) << 22) + 1);
    return Long.toString(last);
  }

  static Instant timeOf(String id) {
    return Instant.ofEpochMilli((Long.parseLong(id) >> 22) + EPOCH);
  }
}
