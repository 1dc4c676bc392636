package org.kith.courier;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Tells a person one thing at a time, over all of their accounts: each chat is served by a thread
 * of its own, and two of them at once would both find that nobody has asked today.
 */
final class OneByOne {
  /** Two persons may share one: then they wait for each other, as two chats of one would. */
  private static final int LOCKS = 64;

  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  /** Does it once nothing else is being told to this person. */
  boolean tell(long person, BooleanSupplier telling) {
    Lock lock = locks.get(Math.floorMod(person, LOCKS));
    lock.lock();
    try {
      return telling.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
