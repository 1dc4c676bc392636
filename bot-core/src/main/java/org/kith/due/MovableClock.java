package org.kith.due;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that can be moved forward by hand: the browser room's, and the tests'. Between moves it
 * goes with its source, or stands still.
 */
public final class MovableClock implements InstantSource {
  private final InstantSource source;
  private final AtomicReference<Duration> ahead;

  private MovableClock(InstantSource source, Duration ahead) {
    this.source = source;
    this.ahead = new AtomicReference<>(ahead);
  }

  /** A clock that goes, ahead of the source by this much. */
  public static MovableClock ahead(InstantSource source, Duration ahead) {
    return new MovableClock(source, ahead);
  }

  /** A clock that stands at this instant until it is moved. */
  public static MovableClock standing(Instant at) {
    return new MovableClock(InstantSource.fixed(at), Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return source.instant().plus(ahead.get());
  }

  /** How far it has been moved from its source. */
  public Duration ahead() {
    return ahead.get();
  }

  /**
   * Moves it forward.
   *
   * @throws IllegalArgumentException if {@code by} is negative: time never goes back
   */
  public void forward(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("a clock is only moved forward, not by " + by);
    }
    ahead.updateAndGet(by::plus);
  }

  /** Moves it forward to an instant; does nothing if that has passed. */
  public void to(Instant at) {
    Duration missing = Duration.between(instant(), at);
    if (missing.isPositive()) {
      forward(missing);
    }
  }
}
