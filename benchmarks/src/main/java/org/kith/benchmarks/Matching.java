package org.kith.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together what somebody did and its answer, whichever of the two is known first. */
final class Matching {
  private final Map<String, Shot> waiting = new HashMap<>();
  private final Map<String, Long> early = new HashMap<>();

  synchronized void sent(String id, Shot shot) {
    @Nullable Long answered = early.remove(id);
    if (answered == null) {
      waiting.put(id, shot);
    } else {
      shot.answeredAt(answered);
    }
  }

  synchronized void answered(String id, long nanos) {
    @Nullable Shot shot = waiting.remove(id);
    if (shot == null) {
      early.put(id, nanos);
    } else {
      shot.answeredAt(nanos);
    }
  }
}
