package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.ReminderTimes;
import org.kith.circle.Manner;
import org.kith.circle.QuietHours;

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
   * @param reminders when they are reminded of what they promised
   * @param manner how they want to be spoken to
   */
  public record Wish(
      boolean mayAsk,
      @Nullable Integer cap,
      boolean resting,
      @Nullable Instant restUntil,
      ReminderTimes reminders,
      Manner manner) {
    /** The same, but for whether they may be asked privately. */
    public Wish asked(boolean may) {
      return new Wish(may, cap, resting, restUntil, reminders, manner);
    }

    /** The same with another cap. */
    public Wish capped(@Nullable Integer most) {
      return new Wish(mayAsk, most, resting, restUntil, reminders, manner);
    }

    /** The same at rest, until an instant or until they say so. */
    public Wish atRest(@Nullable Instant until) {
      return new Wish(mayAsk, cap, true, until, reminders, manner);
    }

    /** The same, rested. */
    public Wish rested() {
      return new Wish(mayAsk, cap, false, null, reminders, manner);
    }

    /** The same, reminded at other times. */
    public Wish reminded(ReminderTimes times) {
      return new Wish(mayAsk, cap, resting, restUntil, times, manner);
    }

    /** The same, spoken to in another way. */
    public Wish spokenTo(Manner way) {
      return new Wish(mayAsk, cap, resting, restUntil, reminders, way);
    }

    /** True if they rest at this instant. */
    public boolean rests(Instant now) {
      return resting && (restUntil == null || restUntil.isAfter(now));
    }
  }

  /** What this person wishes. */
  public Wish of(long person) {
    return handle
        .createQuery(
            """
            select may_ask, cap, resting, rest_until, remind_day_before, remind_minutes_ahead,
              language as own_language, zone as own_zone, quiet_from, quiet_until, plain, in_digest
            from person where id = :id
            """)
        .bind("id", person)
        .map(Wishes::wish)
        .one();
  }

  /** Keeps what this person wishes. */
  public void save(long person, Wish wish) {
    ZoneId zone = wish.manner().zone();
    handle
        .createUpdate(
            """
            update person set may_ask = :mayAsk, cap = :cap, resting = :resting,
              rest_until = :until, remind_day_before = :dayBefore, remind_minutes_ahead = :ahead,
              language = :language, zone = :zone, quiet_from = :quietFrom,
              quiet_until = :quietUntil, plain = :plain, in_digest = :inDigest
            where id = :id
            """)
        .bind("id", person)
        .bind("mayAsk", wish.mayAsk())
        .bindByType("cap", wish.cap(), Integer.class)
        .bind("resting", wish.resting())
        .bindByType("until", wish.restUntil(), Instant.class)
        .bindByType("dayBefore", wish.reminders().dayBefore(), LocalTime.class)
        .bindByType("ahead", minutes(wish.reminders().ahead()), Integer.class)
        .bind("language", wish.manner().language())
        .bind("zone", zone == null ? null : zone.getId())
        .bind("quietFrom", wish.manner().quiet().from())
        .bind("quietUntil", wish.manner().quiet().until())
        .bind("plain", wish.manner().plain())
        .bind("inDigest", wish.manner().inDigest())
        .execute();
  }

  private static Wish wish(ResultSet row, StatementContext context) throws SQLException {
    Integer ahead = number(row, "remind_minutes_ahead");
    return new Wish(
        row.getBoolean("may_ask"),
        number(row, "cap"),
        row.getBoolean("resting"),
        Instants.getOrNull(row, "rest_until"),
        new ReminderTimes(
            row.getObject("remind_day_before", LocalTime.class),
            ahead == null ? null : Duration.ofMinutes(ahead)),
        manner(row));
  }

  /** How a person wants to be spoken to, of a row with these columns. */
  static Manner manner(ResultSet row) throws SQLException {
    String zone = row.getString("own_zone");
    return new Manner(
        row.getString("own_language"),
        zone == null ? null : ZoneId.of(zone),
        new QuietHours(
            row.getObject("quiet_from", LocalTime.class),
            row.getObject("quiet_until", LocalTime.class)),
        row.getBoolean("plain"),
        row.getBoolean("in_digest"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Integer minutes(@Nullable Duration ahead) {
    return ahead == null ? null : (int) ahead.toMinutes();
  }
}
