package org.kith.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several things happen at the same moment. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * Runs all of these at once, and returns what they returned, in their order.
   *
   * @throws AssertionError if one of them failed
   */
  public static <T> List<T> run(List<Callable<T>> works) {
    CountDownLatch gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> begun = new ArrayList<>();
      for (Callable<T> work : works) {
        begun.add(
            threads.submit(() -> {
              gate.await();
              return work.call();
            }));
      }
      gate.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : begun) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("one of several at once failed", e.getCause());
    }
  }
}
