package org.kith.telegram;

import java.time.Duration;

/**
 * How long the polling waits for what.
 *
 * @param poll how long Telegram keeps the answer back while there is nothing
 * @param read how long the socket may be silent; longer than {@code poll}
 * @param call how long a whole poll may take; longer than {@code read}
 * @param firstWait after the first failure
 * @param longestWait after many failures
 * @param look how often the keeper looks whether the polling is alive
 * @param stuck how long the polling may show no sign of life; longer than {@code call} and {@code
 *     longestWait}
 */
record Pace(
    Duration poll,
    Duration read,
    Duration call,
    Duration firstWait,
    Duration longestWait,
    Duration look,
    Duration stuck) {
  /** In use. */
  static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(50),
          Duration.ofSeconds(65),
          Duration.ofSeconds(75),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofMinutes(3));

  Pace {
    if (read.compareTo(poll) <= 0 || call.compareTo(read) < 0 || stuck.compareTo(call) <= 0) {
      throw new IllegalArgumentException("poll < read <= call < stuck, not " + poll + " …");
    }
  }
}
