package org.kith.launcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the process was started; its former life had ended then. */
final class Lives {
  private final List<Instant> births = new ArrayList<>();

  synchronized void begin(Instant now) {
    births.add(now);
  }

  /** How many there have been. */
  synchronized int count() {
    return births.size();
  }

  /** When the last life but one began; the very first where there are fewer. */
  synchronized Instant lately() {
    return births.get(Math.max(0, births.size() - 2));
  }

  /** In which life a request was made; 0 for the first. */
  synchronized int of(Instant at) {
    int life = -1;
    for (Instant birth : births) {
      if (!birth.isAfter(at)) {
        life++;
      }
    }
    return life;
  }
}
