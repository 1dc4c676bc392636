package org.kith.store;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts without people, and small facts of adapters. */
public final class Remembered {
  private final Handle handle;

  Remembered(Handle handle) {
    this.handle = handle;
  }

  /** The fact with this name. */
  public Optional<String> fact(String name) {
    return handle
        .createQuery("select fact from remembered where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  /** Writes a fact, in place of an older one. */
  public void write(String name, String fact) {
    handle.createUpdate("delete from remembered where name = :name").bind("name", name).execute();
    handle
        .createUpdate("insert into remembered (name, fact) values (:name, :fact)")
        .bind("name", name)
        .bind("fact", fact)
        .execute();
  }

  /** A fact is one no more. */
  public void remove(String name) {
    handle.createUpdate("delete from remembered where name = :name").bind("name", name).execute();
  }

  /** Counts a request that is about to be removed, by kind and week. */
  public void count(long circle, String kind, LocalDate weekStart, int kept) {
    int known =
        handle
            .createUpdate(
                """
                update care_count set requests = requests + 1, kept = kept + :kept
                where circle_id = :circle and kind = :kind and week_start = :weekStart
                """)
            .bind("circle", circle)
            .bind("kind", kind)
            .bind("weekStart", weekStart)
            .bind("kept", kept)
            .execute();
    if (known == 0) {
      handle
          .createUpdate(
              """
              insert into care_count (circle_id, kind, week_start, requests, kept)
              values (:circle, :kind, :weekStart, 1, :kept)
              """)
          .bind("circle", circle)
          .bind("kind", kind)
          .bind("weekStart", weekStart)
          .bind("kept", kept)
          .execute();
    }
  }
}
