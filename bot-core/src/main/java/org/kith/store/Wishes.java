package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What a person has said of how they want to be asked. */
public final class Wishes {
  private final Handle handle;

  Wishes(Handle handle) {
    this.handle = handle;
  }

  /**
   * One person's wishes.
   *
   * @param mayAsk true if they may be asked privately when nobody comes
   * @param cap with how many promises ahead of them they are asked for no more; null: no limit. It
   *     limits asking and never claiming
   * @param resting true if they are not to be asked for anything
   * @param restUntil when the rest is over by itself; null: when they say so
   */
  public record Wish(
      boolean mayAsk, @Nullable Integer cap, boolean resting, @Nullable Instant restUntil) {
    /** True if they rest at this instant. */
    public boolean rests(Instant now) {
      return resting && (restUntil == null || restUntil.isAfter(now));
    }
  }

  /** What this person wishes. */
  public Wish of(long person) {
    return handle
        .createQuery("select may_ask, cap, resting, rest_until from person where id = :id")
        .bind("id", person)
        .map(Wishes::wish)
        .one();
  }

  /** Keeps what this person wishes. */
  public void save(long person, Wish wish) {
    handle
        .createUpdate(
            """
            update person set may_ask = :mayAsk, cap = :cap, resting = :resting,
              rest_until = :until
            where id = :id
            """)
        .bind("id", person)
        .bind("mayAsk", wish.mayAsk())
        .bindByType("cap", wish.cap(), Integer.class)
        .bind("resting", wish.resting())
        .bindByType("until", wish.restUntil(), Instant.class)
        .execute();
  }

  private static Wish wish(ResultSet row, StatementContext context) throws SQLException {
    int cap = row.getInt("cap");
    Integer limit = row.wasNull() ? null : cap;
    return new Wish(
        row.getBoolean("may_ask"),
        limit,
        row.getBoolean("resting"),
        Instants.getOrNull(row, "rest_until"));
  }
}
