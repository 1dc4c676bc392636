package org.kith.browser;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the room, numbered from 1, so that a page that was away for a moment is told what
 * it missed. Only the newest {@value #KEPT} are kept: whoever was away longer reads everything
 * anew.
 */
final class Changes {
  private static final int KEPT = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Deque<Change> kept = new ArrayDeque<>();
  private long newest;
  private boolean closed;

  /**
   * One change.
   *
   * @param what {@code entry}, {@code person} or {@code clock}
   * @param data what the page needs of it, as Jackson writes it
   */
  record Change(long number, String what, Object data) {}

  void add(String what, Object data) {
    lock.lock();
    try {
      newest++;
      kept.addLast(new Change(newest, what, data));
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long newest() {
    lock.lock();
    try {
      return newest;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What came after a change, waiting for the next where there is none yet.
   *
   * @return empty after the wait; null if that change is unknown here, or is no longer remembered
   */
  @Nullable List<Change> after(long number, Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (number == newest && !closed && nanos > 0) {
        nanos = more.awaitNanos(nanos);
      }
      if (number > newest || number < newest - kept.size()) {
        return null;
      }
      return kept.stream().filter(change -> change.number > number).toList();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits is woken; nothing more will come. */
  void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
