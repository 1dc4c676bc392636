package org.kith.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that was measured of one bot on one platform. */
final class Figures {
  final Map<Integer, AtRate> atRate = new LinkedHashMap<>();

  /** The highest rate at which no backlog grew, in commands a second. */
  final Figure sustained = new Figure();

  /** From the start of the process on an empty folder to its first answer, in milliseconds. */
  final Figure firstStart = new Figure();

  /** The same where everything is there from the time before. */
  final Figure start = new Figure();

  /** Soon after the start, in megabytes. */
  final Figure memory = new Figure();

  /** At rest after all the rates of the goals. */
  final Figure memoryLater = new Figure();

  /** Milliseconds at one rate. */
  static final class AtRate {
    final Figure answer = new Figure();
    final Figure answer99 = new Figure();
    final Figure card = new Figure();
    final Figure card99 = new Figure();

    void add(Sample sample) {
      answer.add(sample.answer().median());
      answer99.add(sample.answer().p99());
      card.add(sample.card().median());
      card99.add(sample.card().p99());
    }
  }

  AtRate at(int rate) {
    return atRate.computeIfAbsent(rate, _ -> new AtRate());
  }
}
