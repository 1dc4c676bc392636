package org.kith.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The times of one run at one rate, in milliseconds; infinite where nothing ever came.
 *
 * @param answer from a command to its answer
 * @param card from a request to its card
 */
record Sample(Times answer, Times card) {

  static Sample of(List<Shot> shots) {
    return new Sample(
        Times.of(shots, Shot::toAnswer),
        Times.of(shots.stream().filter(s -> s.kind == Kind.ASK).toList(), Shot::toCard));
  }

  /**
   * The middle and the slow end of many times.
   *
   * @param median half of them are shorter
   * @param p99 of a hundred one is longer
   */
  record Times(double median, double p99) {
    private static Times of(List<Shot> shots, ToDoubleFunction<Shot> time) {
      double[] sorted = shots.stream().mapToDouble(time).sorted().toArray();
      return new Times(at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(double[] sorted, double share) {
      int index = (int) Math.ceil(share * sorted.length) - 1;
      return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }
  }
}
