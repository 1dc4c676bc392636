package org.kith.due;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.kith.desk.Upkeep;
import org.kith.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock as one more adapter: what is due is brought to the desk within half a second of its
 * time, or of the start. Once a night it tidies, and the database is compacted; that comes soon
 * after somebody was forgotten.
 */
public final class DueRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final Duration NIGHT = Duration.ofDays(1);

  /**
   * Past this size the file is compacted without waiting for the night, unless a good part of it is
   * in use: H2 gives back no room by itself.
   */
  private static final long LARGE = 512L * 1024 * 1024;

  private static final int TIMES_GROWN = 4;

  /** Between two compactions because somebody is to be forgotten: everything waits for one. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Upkeep upkeep;
  private final Database database;
  private final InstantSource clock;
  private final Thread loop;
  private Instant tidied;

  /** The size of the file after its last compaction, in bytes; 0 before the first. */
  private long compacted;

  private boolean woken;
  private boolean stopped;

  /** A runner; {@link #start} makes it go. */
  public DueRunner(Upkeep upkeep, Database database, InstantSource clock) {
    this.upkeep = upkeep;
    this.database = database;
    this.clock = clock;
    this.tidied = clock.instant();
    this.loop = Thread.ofVirtual().name("due").unstarted(this::run);
  }

  /** Begins to look at what is due. */
  public void start() {
    loop.start();
  }

  /** The clock was moved, or something was made due. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      if (loop.isAlive()) {
        loop.join(FAREWELL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    forget();
    while (!isStopped()) {
      try {
        while (upkeep.fall() && !isStopped()) {
          // What fell due may have made more due.
        }
        tidy();
      } catch (RuntimeException e) {
        LOG.error("What is due can't be decided just now", e);
      }
      sleepUntilWoken();
    }
  }

  /** At the start too: some hosts never run for a whole day. */
  private void forget() {
    try {
      upkeep.tidy();
    } catch (RuntimeException e) {
      LOG.error("What is old can't be forgotten just now", e);
    }
  }

  private void tidy() {
    Duration since = Duration.between(tidied, clock.instant());
    boolean night = since.compareTo(NIGHT) >= 0;
    boolean large = database.size() > Math.max(LARGE, TIMES_GROWN * compacted);
    boolean gone = since.compareTo(SOON) >= 0 && upkeep.isLeftBehind();
    if (night || large || gone) {
      tidied = clock.instant();
      upkeep.tidy();
      upkeep.leaveNothing(database::compact);
      compacted = database.size();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void sleepUntilWoken() {
    long end = System.nanoTime() + LOOK.toNanos();
    try {
      while (!woken && !stopped) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      stopped = true;
    }
    woken = false;
  }
}
