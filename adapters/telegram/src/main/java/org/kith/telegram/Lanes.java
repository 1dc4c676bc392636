package org.kith.telegram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Keeps what shares a lane in order; what shares none runs side by side. */
final class Lanes {
  private final Executor threads;
  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

  Lanes(Executor threads) {
    this.threads = threads;
  }

  /**
   * Runs something once all that came before it in any of its lanes is over, well or not.
   *
   * @return completes when it is over, with its exception if it threw one
   */
  synchronized CompletableFuture<Void> run(Collection<String> lanes, Runnable work) {
    List<CompletableFuture<Void>> before = new ArrayList<>();
    for (String lane : lanes) {
      CompletableFuture<Void> one = last.get(lane);
      if (one != null) {
        before.add(one.exceptionally(_ -> null));
      }
    }
    CompletableFuture<Void> done =
        CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
            .thenRunAsync(work, threads);
    lanes.forEach(lane -> last.put(lane, done));
    var _ = done.whenComplete((_, e) -> forget(lanes, done));
    return done;
  }

  private synchronized void forget(Collection<String> lanes, CompletableFuture<Void> done) {
    lanes.forEach(lane -> last.remove(lane, done));
  }
}
