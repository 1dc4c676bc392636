package org.kith.benchmarks;

import java.util.List;

/**
 * How long it is measured.
 *
 * @param repetitions of everything; the two bots take turns
 * @param starts how often each is started again on what it has
 * @param warmUp commands before anything is measured, at fifty a second
 * @param slow seconds at one command a second
 * @param fast seconds at each other rate
 * @param rest seconds before memory is looked at
 */
record Plan(int repetitions, int starts, int warmUp, int slow, int fast, int rest) {
  /** The rates of the goals, in commands a second. */
  static final List<Integer> RATES = List.of(1, 50, 200);

  static final int WARM_UP_RATE = 50;

  /** For the figures in docs/benchmarks.md: about a quarter of an hour. */
  static Plan full() {
    return new Plan(3, 7, 1_500, 15, 6, 3);
  }

  /** To see that it works, and roughly where it stands: some minutes. */
  static Plan quick() {
    return new Plan(1, 3, 1_000, 10, 5, 2);
  }
}
