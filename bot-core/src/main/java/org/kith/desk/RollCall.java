package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kith.circle.Platform;
import org.kith.post.Messengers;
import org.kith.store.Database;
import org.kith.store.Roll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has left. Discord tells a bot without special rights of nobody, and Telegram not of
 * everybody: so each member is looked for once a day at most, a few at a time. Where there are more
 * than that lets through, each waits for their turn, over days.
 */
public final class RollCall implements AutoCloseable {
  /** So many questions, and a few more for who is in several places, within {@link #WITHIN}. */
  static final int MOST = 20;

  static final Duration WITHIN = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);
  private static final Duration LOOK = Duration.ofMinutes(5);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Database database;
  private final InstantSource clock;
  private final Messengers messengers;
  private final Lookout lookout;
  private final Runnable after;
  private final Thread loop;
  private Instant began = Instant.MIN;
  private int asked;
  private boolean woken;
  private boolean calling;
  private boolean stopped;

  /**
   * A roll call; {@link #start} makes it go.
   *
   * @param after runs when something was decided
   */
  public RollCall(Database database, InstantSource clock, Messengers messengers, Runnable after) {
    this.database = database;
    this.clock = clock;
    this.messengers = messengers;
    this.lookout = new Lookout(database, clock, messengers);
    this.after = after;
    this.loop = Thread.ofVirtual().name("roll-call").unstarted(this::run);
  }

  /** Begins to look for members. */
  public void start() {
    loop.start();
  }

  /** Somebody may have left, or the clock was moved. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** True if nobody is looked for just now. */
  public synchronized boolean isIdle() {
    return !woken && !calling;
  }

  /** Stops after whom it is looking for now, at most five seconds. */
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
    while (awaitTurn()) {
      try {
        call();
      } catch (RuntimeException e) {
        LOG.error("Who is still there can't be found out just now", e);
      }
    }
  }

  private void call() {
    Collection<Platform> connected = messengers.platforms();
    int may = allowance(clock.instant());
    if (may <= 0 || connected.isEmpty() || !database.leads()) {
      return;
    }
    List<Roll.Member> due =
        database.read(tables -> tables.roll().due(clock.instant(), connected, may));
    for (Roll.Member member : due) {
      if (asked >= MOST || isStopped()) {
        return;
      }
      asked += lookout.look(member);
      after.run();
    }
  }

  /** How many questions may be put now. */
  private int allowance(Instant now) {
    if (began.isBefore(now.minus(WITHIN))) {
      began = now;
      asked = 0;
    }
    return MOST - asked;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Waits until it was woken or some minutes have passed; false if it is to end. */
  private synchronized boolean awaitTurn() {
    calling = false;
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
    calling = true;
    return !stopped;
  }
}
