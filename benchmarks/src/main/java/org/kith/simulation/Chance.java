package org.kith.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that remembers nothing: what is drawn depends on the seed, on what it is about and on
 * whom, and on nothing that was drawn before. So one person's other choice leaves all else as it
 * was.
 */
record Chance(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What is drawn. */
  enum About {
    PERSON,
    NEEDS,
    DAY,
    NOTICES,
    FITS,
    LIKES,
    CHOOSES,
    PRESSES,
    READS,
    ANSWERS,
    DECIDES,
    PROMISES,
    HAPPENS,
    WITHDRAWS,
    RESTS,
    STEWARDS
  }

  /** A source of its own for one thing. */
  SplittableRandom of(About about, long... keys) {
    long mixed = mix(seed + GOLDEN * key(about));
    for (long key : keys) {
      mixed = mix(mixed + GOLDEN + key);
    }
    return new SplittableRandom(mixed);
  }

  /** A key for one of several: by its name, so that a new one beside it changes nothing. */
  static long key(Enum<?> one) {
    return one.name().hashCode();
  }

  /** A number from 0 to 1. */
  double number(About about, long... keys) {
    return of(about, keys).nextDouble();
  }

  /** True with this probability. */
  boolean yes(double probability, About about, long... keys) {
    return number(about, keys) < probability;
  }

  /** One of these, as often as its weight says. */
  static <T> T pick(List<Weighted<T>> of, SplittableRandom random) {
    double left = random.nextDouble() * of.stream().mapToDouble(Weighted::weight).sum();
    for (Weighted<T> one : of) {
      left -= one.weight;
      if (left < 0) {
        return one.what;
      }
    }
    return of.getLast().what;
  }

  /** How many of something that happens this often. */
  static int count(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double left = random.nextDouble(); left > limit; left *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Something, and how often it is chosen. */
  record Weighted<T>(double weight, T what) {}

  private static long mix(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
