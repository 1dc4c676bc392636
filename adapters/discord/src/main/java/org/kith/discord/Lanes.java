package org.kith.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work off the platform's own threads, which nothing may block, onto virtual ones. What has
 * the same lane is done one after the other, in the order in which it came; all else side by side.
 */
final class Lanes implements AutoCloseable {
  /** More than this is no conversation any more; what comes on top is dropped, and said so. */
  private static final int MOST_WAITING = 10_000;

  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-", 1).factory());
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
  private int waiting;

  /** Where work is run: one virtual thread each. */
  ExecutorService threads() {
    return threads;
  }

  /** Runs it soon, beside everything else. */
  void soon(Runnable work) {
    inLane(null, work);
  }

  /** Runs it after all that was put into the same lane before. */
  void inLane(@Nullable String lane, Runnable work) {
    synchronized (lanes) {
      if (waiting >= MOST_WAITING) {
        log.warn("{} events wait already: one is dropped", waiting);
        return;
      }
      waiting++;
      if (lane != null) {
        Queue<Runnable> busy = lanes.get(lane);
        if (busy != null) {
          busy.add(work);
          return;
        }
        lanes.put(lane, new ArrayDeque<>());
      }
    }
    try {
      threads.execute(() -> runAll(lane, work));
    } catch (RejectedExecutionException e) {
      log.debug("stopped: an event is dropped");
    }
  }

  /** Waits a little for what is being done, then stops it. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void runAll(@Nullable String lane, Runnable first) {
    Runnable next = first;
    while (next != null) {
      try {
        next.run();
      } catch (RuntimeException e) {
        log.error("an event could not be handled", e);
      }
      next = doneWithOne(lane);
    }
  }

  private @Nullable Runnable doneWithOne(@Nullable String lane) {
    synchronized (lanes) {
      waiting--;
      if (lane == null) {
        return null;
      }
      Queue<Runnable> queue = lanes.get(lane);
      Runnable next = queue == null ? null : queue.poll();
      if (next == null) {
        lanes.remove(lane);
      }
      return next;
    }
  }
}
