package org.kith.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands at a steady rate, whether or not the earlier ones have been answered: what is late is
 * measured from when it was to be sent.
 */
final class Load {
  /** After the last command so long is waited for what is still missing. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final Kind[] LIFE = Kind.values();

  private Load() {}

  /**
   * Runs it.
   *
   * @param rate commands a second
   * @param seconds how long
   */
  static Sample run(Side side, int rate, int seconds) {
    List<Shot> shots = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
      long early = due - System.nanoTime();
      while (early > 0) {
        LockSupport.parkNanos(early);
        early = due - System.nanoTime();
      }
      // Each group in turn gets each kind in turn.
      shots.add(side.fire(LIFE[(i + i / Side.GROUPS) % LIFE.length], due));
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!shots.stream().allMatch(Shot::isOver) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return Sample.of(shots);
  }
}
