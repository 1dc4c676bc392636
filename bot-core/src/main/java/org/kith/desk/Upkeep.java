package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.store.Database;
import org.kith.store.Drafts;
import org.kith.store.DueTable;
import org.kith.store.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the desk does without anybody asking: at its time what has fallen due, by night the rest.
 */
public final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /** How long a platform may deliver the same event again: Telegram keeps them for a day. */
  private static final Duration DELIVERED_AGAIN = Duration.ofDays(3);

  /** What could not be decided waits this long, and lets others pass. */
  private static final Duration DUE_AGAIN = Duration.ofMinutes(1);

  /** Public thanks that no digest has carried for four weeks are old. */
  private static final Duration THANKS_KEPT = Duration.ofDays(28);

  private final Database database;
  private final Sealer sealer;
  private final InstantSource clock;
  private final Runnable committed;

  /** Whether traces of somebody forgotten may be in the file; null until it was looked up. */
  private volatile @Nullable Boolean leftBehind;

  /**
   * @param committed run after each commit
   */
  Upkeep(Database database, Sealer sealer, InstantSource clock, Runnable committed) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
    this.committed = committed;
  }

  /** Decides what has fallen due, each in a transaction of its own; true if there was any. */
  public boolean fall() {
    List<DueTable.Due> due = database.read(tables -> tables.due().upTo(now()));
    due.forEach(this::fall);
    if (!due.isEmpty()) {
      committed.run();
    }
    return !due.isEmpty();
  }

  private void fall(DueTable.Due due) {
    try {
      database.write(tables -> {
        // Where it is in another circle by now it is found there the next time.
        return tables.circles().lock(due.circleId())
            && tables
                .due()
                .take(due, now())
                .map(taken -> {
                  new Falling(tables, sealer, now()).due(taken);
                  return true;
                })
                .orElse(false);
      });
      if (due.what() == DueTable.What.ERASE) {
        leftBehind = null; // It is looked up anew.
      }
    } catch (RuntimeException e) {
      LOG.error("{} of {} can't be decided; it is tried again", due.what(), due.subject(), e);
      database.write(tables -> {
        Instant again = now().plus(DUE_AGAIN);
        tables.due().schedule(due.what(), due.circleId(), due.subject(), again);
        return true;
      });
    }
  }

  /** True if somebody was forgotten whose traces may still be in the database's file. */
  public boolean isLeftBehind() {
    Boolean known = leftBehind;
    if (known == null) {
      LeftBehind.State state = database.read(tables -> new LeftBehind(tables).state());
      known = state == LeftBehind.State.SOMEBODY;
      leftBehind = state == LeftBehind.State.LAST_WORDS ? null : known;
    }
    return known;
  }

  /**
   * Runs what takes traces of the forgotten out of the file; who is forgotten while it runs waits
   * for the next time.
   */
  public void leaveNothing(Runnable compacting) {
    boolean traces = isLeftBehind();
    if (traces) {
      leftBehind = false;
      if (database.write(tables -> new LeftBehind(tables).compacts())
          == LeftBehind.State.LAST_WORDS) {
        leftBehind = null; // It is looked up anew.
      }
    }
    try {
      compacting.run();
    } catch (RuntimeException e) {
      if (traces) {
        database.write(tables -> {
          new LeftBehind(tables).write();
          return true;
        });
        leftBehind = true;
      }
      throw e;
    }
  }

  /** Forgets ids of old events and dialogues left half done; meant for once a night. */
  public void tidy() {
    database.write(tables -> {
      tables.deliveries().removeBefore(now().minus(DELIVERED_AGAIN));
      tables.drafts().removeUntouchedSince(now().minus(Drafts.KEPT));
      tables.cards().removeAskedBefore(now().minus(CareCard.ASKED));
      tables.talks().removeAwaitedBefore(now().minus(Relay.ASKED));
      tables.thanks().removeBefore(now().minus(THANKS_KEPT));
      new Departed(tables, now()).forget();
      tables.outbox().removeOver(now());
      tables.invitations().removeBefore(now().minus(Admitting.WORKS));
      tables.linkCodes().removeBefore(now().minus(Linking.WORKS));
      tables.ownCodes().removeBefore(now().minus(OwnAccounts.WORKS));
      return true;
    });
  }

  /** Somebody was forgotten just now. */
  void leftTraces() {
    leftBehind = true;
  }

  private Instant now() {
    return clock.instant();
  }
}
