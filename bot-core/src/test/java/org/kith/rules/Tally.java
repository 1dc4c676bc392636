package org.kith.rules;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing has happened: histories in which nothing happens keep every rule. */
final class Tally {
  private final Map<String, Integer> times = new TreeMap<>();

  void add(String what, int more) {
    times.merge(what, more, Integer::sum);
  }

  void add(String what) {
    add(what, 1);
  }

  Map<String, Integer> times() {
    return Map.copyOf(times);
  }
}
