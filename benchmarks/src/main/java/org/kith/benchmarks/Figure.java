package org.kith.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure, taken several times. */
final class Figure {
  private final List<Double> taken = new ArrayList<>();

  void add(double value) {
    taken.add(value);
  }

  double median() {
    List<Double> sorted = taken.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** The median, and between which the others lie. */
  @Override
  public String toString() {
    double least = taken.stream().mapToDouble(d -> d).min().orElseThrow();
    double most = taken.stream().mapToDouble(d -> d).max().orElseThrow();
    return least == most
        ? written(median())
        : "%s (%s–%s)".formatted(written(median()), written(least), written(most));
  }

  static String written(double value) {
    if (Double.isInfinite(value)) {
      return "never";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.1f" : "%.0f", value);
  }
}
