package org.kith.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes that join spaces to circles, by their fingerprints, and who has guessed wrong. */
public final class LinkCodes {
  private final Handle handle;

  LinkCodes(Handle handle) {
    this.handle = handle;
  }

  /** A circle has this code until then, in place of an earlier one. */
  public void put(long circle, String fingerprint, Instant until) {
    remove(circle);
    handle
        .createUpdate(
            """
            insert into link_code (circle_id, fingerprint, until_at)
            values (:circle, :fingerprint, :until)
            """)
        .bind("circle", circle)
        .bind("fingerprint", fingerprint)
        .bind("until", until)
        .execute();
  }

  /** The circle that a code opens now; empty if it opens none, or no longer. */
  public Optional<Long> circle(String fingerprint, Instant now) {
    return handle
        .createQuery(
            """
            select circle_id from link_code
            where fingerprint = :fingerprint and until_at > :now
            """)
        .bind("fingerprint", fingerprint)
        .bind("now", now)
        .mapTo(Long.class)
        .findOne();
  }

  /** A circle has no code any more. */
  public void remove(long circle) {
    handle
        .createUpdate("delete from link_code where circle_id = :circle")
        .bind("circle", circle)
        .execute();
  }

  /** How many codes were typed wrong in a space since then. */
  public int wrongSince(long space, Instant since) {
    return handle
        .createQuery(
            """
            select tries from wrong_code where space_id = :space and last_at > :since
            """)
        .bind("space", space)
        .bind("since", since)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** A code was typed wrong in a space, the how many-th time in a row. */
  public void wrong(long space, int tries, Instant now) {
    right(space);
    handle
        .createUpdate(
            """
            insert into wrong_code (space_id, tries, last_at) values (:space, :tries, :now)
            """)
        .bind("space", space)
        .bind("tries", tries)
        .bind("now", now)
        .execute();
  }

  /** No code was typed wrong in a space lately. */
  public void right(long space) {
    handle
        .createUpdate("delete from wrong_code where space_id = :space")
        .bind("space", space)
        .execute();
  }

  /** Forgets codes that opened until before then, and wrong ones that were typed before then. */
  public void removeBefore(Instant before) {
    handle
        .createUpdate("delete from link_code where until_at <= :before")
        .bind("before", before)
        .execute();
    handle
        .createUpdate("delete from wrong_code where last_at <= :before")
        .bind("before", before)
        .execute();
  }
}
