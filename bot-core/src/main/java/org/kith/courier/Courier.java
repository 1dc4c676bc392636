package org.kith.courier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.kith.circle.Platform;
import org.kith.post.Messengers;
import org.kith.store.Database;
import org.kith.store.Outbox.Row;
import org.kith.store.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due from the outbox to the messengers: in order within a chat, chats side by side.
 * A passing error stops one chat; nothing stops the others.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** How often the outbox is looked at without being woken: for what becomes due by itself. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** So much of what has been sent may be forgotten by a power loss, and is then in doubt. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 64;

  private final Database database;
  private final InstantSource clock;
  private final Messengers messengers;
  private final Errand errand;
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> busy = new HashSet<>();
  private final Thread loop;
  private boolean woken;
  private boolean stopped;

  /** A courier; {@link #start} makes it go. */
  public Courier(Database database, Sealer sealer, InstantSource clock, Messengers messengers) {
    this.database = database;
    this.clock = clock;
    this.messengers = messengers;
    this.errand = new Errand(database, sealer, clock, messengers);
    this.loop = Thread.ofVirtual().name("courier").unstarted(this::run);
  }

  /** Begins to deliver. */
  public void start() {
    loop.start();
  }

  /** Something may be due now. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** How many rows of the outbox have been sent, by platform and what became of them. */
  public Map<String, Long> sent() {
    return errand.counts();
  }

  /** True if nothing that is due waits and nothing is under way. */
  public boolean isIdle() {
    boolean waits =
        !database
            .read(tables -> tables.outbox().due(clock.instant(), messengers.platforms()))
            .isEmpty();
    // What was begun before that look is under way still, or has been said.
    synchronized (this) {
      return !waits && busy.isEmpty();
    }
  }

  /** Stops after what is under way, at most five seconds. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    lanes.shutdown();
    try {
      if (!lanes.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        lanes.shutdownNow();
      }
      if (loop.isAlive()) {
        loop.join(FAREWELL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long settled = System.nanoTime();
    while (!isStopped()) {
      try {
        dispatch();
        if (System.nanoTime() - settled >= SETTLE.toNanos()) {
          database.settle();
          settled = System.nanoTime();
        }
      } catch (RuntimeException e) {
        LOG.error("The outbox can't be read just now", e);
      }
      sleepUntilWoken();
    }
  }

  /** Gives each lane that is not under way its due rows. */
  private void dispatch() {
    if (!database.leads()) {
      return; // Another process on the same database delivers.
    }
    Collection<Platform> connected = messengers.platforms();
    Instant now = clock.instant();
    List<Row> due = database.read(tables -> tables.outbox().due(now, connected));
    Map<String, List<Row>> byLane = new LinkedHashMap<>();
    for (Row row : due) {
      byLane.computeIfAbsent(row.lane(), lane -> new ArrayList<>()).add(row);
    }
    byLane.forEach(this::begin);
  }

  private void begin(String lane, List<Row> rows) {
    synchronized (this) {
      if (stopped || busy.size() >= MOST_AT_ONCE || !busy.add(lane)) {
        return;
      }
    }
    lanes.execute(() -> {
      try {
        for (Row row : rows) {
          if (isStopped() || !errand.run(row)) {
            return; // The rest of this chat waits behind what could not be sent.
          }
        }
      } catch (RuntimeException e) {
        LOG.error("A chat waits: its next message can't be sent", e);
      } finally {
        finish(lane);
      }
    });
  }

  private synchronized void finish(String lane) {
    busy.remove(lane);
    woken = true;
    notifyAll();
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
