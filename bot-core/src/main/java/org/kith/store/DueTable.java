package org.kith.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is due when. One row for each subject; written in the transaction that makes it due. */
public final class DueTable {
  private final Handle handle;

  DueTable(Handle handle) {
    this.handle = handle;
  }

  /** What can be due. */
  public enum What {
    /** A circle's weekly digest; the subject is the circle. */
    DIGEST,
    /** Posting what its asker said yes to a while ago; the subject is the draft. */
    POST,
    /** A place held for a helper who was not reached; the subject is the claim. */
    HOLD,
    /** The line of the evening; the subject is the circle. */
    EVENING,
    /** Asking wider, because nobody has come; the subject is the request. */
    RING,
    /** An hour is left, and nobody has come; the subject is the request. */
    LAST_HOUR,
    /** Asking what became of a request; the subject is the request. */
    FOLLOW_UP,
    /** A helper's reminder on the evening before; the subject is the claim. */
    EVENING_BEFORE,
    /** A helper's reminder an hour before; the subject is the claim. */
    HOUR_BEFORE,
    /** The end of a request of which nobody said what became; the subject is the request. */
    CLOSE,
    /** The end of waiting for somebody's yes to a request for them; the subject is the draft. */
    CONSENT,
    /** The end of a report, sent, handled or neither; the subject is the report. */
    REPORT,
    /** Details and people of an ended request; the subject is the request. */
    FORGET,
    /** What is left of an ended request; the subject is the request. */
    RETIRE,
    /** A circle that the bot was removed from everywhere; the subject is the circle. */
    ERASE
  }

  /** One row. */
  public record Due(long id, Instant at, What what, long circleId, long subject) {}

  /** Makes something due, in place of an earlier time for the same subject. */
  public void schedule(What what, long circle, long subject, Instant at) {
    cancel(what, subject);
    handle
        .createUpdate(
            """
            insert into due (due_at, what, circle_id, ref_id)
            values (:at, :what, :circle, :subject)
            """)
        .bind("at", at)
        .bind("what", what.name())
        .bind("circle", circle)
        .bind("subject", subject)
        .execute();
  }

  /** When something is due, empty if it is not. */
  public Optional<Instant> at(What what, long subject) {
    return handle
        .createQuery("select due_at from due where what = :what and ref_id = :subject")
        .bind("what", what.name())
        .bind("subject", subject)
        .mapTo(Instant.class)
        .findOne();
  }

  /** The subjects for which this is due in a circle. */
  public List<Long> subjects(What what, long circle) {
    return handle
        .createQuery("select ref_id from due where what = :what and circle_id = :circle")
        .bind("what", what.name())
        .bind("circle", circle)
        .mapTo(Long.class)
        .list();
  }

  /** It is not due any more. */
  public void cancel(What what, long subject) {
    cancelAll(List.of(what), subject);
  }

  /** None of these is due any more. */
  public void cancelAll(List<What> which, long subject) {
    handle
        .createUpdate("delete from due where ref_id = :subject and what in (<which>)")
        .bind("subject", subject)
        .bindList("which", which.stream().map(What::name).toList())
        .execute();
  }

  /** True if it is going to be due. */
  public boolean awaits(What what, long subject) {
    return handle
            .createQuery("select count(*) from due where what = :what and ref_id = :subject")
            .bind("what", what.name())
            .bind("subject", subject)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Takes it out, due or not; false if there is none, or somebody else has it in hand. */
  public boolean takeIfFree(What what, long subject) {
    Optional<Long> free =
        handle
            .createQuery(
                """
                select id from due where what = :what and ref_id = :subject
                for update skip locked
                """)
            .bind("what", what.name())
            .bind("subject", subject)
            .mapTo(Long.class)
            .findOne();
    free.ifPresent(
        id -> handle.createUpdate("delete from due where id = :id").bind("id", id).execute());
    return free.isPresent();
  }

  /** The ids of what is due, the oldest first, at most 100. */
  public List<Due> upTo(Instant now) {
    return handle
        .createQuery(
            """
            select * from due where due_at <= :now order by due_at, id fetch first 100 rows only
            """)
        .bind("now", now)
        .map(DueTable::due)
        .list();
  }

  /** Takes one row out, if no other process is doing it and it is still due in its circle. */
  public Optional<Due> take(Due read, Instant now) {
    Optional<Due> taken =
        handle
            .createQuery(
                """
                select * from due where id = :id and circle_id = :circle and due_at <= :now
                for update skip locked
                """)
            .bind("id", read.id())
            .bind("circle", read.circleId())
            .bind("now", now)
            .map(DueTable::due)
            .findOne();
    taken.ifPresent(due ->
        handle.createUpdate("delete from due where id = :id").bind("id", due.id()).execute());
    return taken;
  }

  /** The next time at which anything is due. */
  public Optional<Instant> next() {
    return handle
        .createQuery("select due_at from due order by due_at fetch first 1 rows only")
        .mapTo(Instant.class)
        .findOne();
  }

  private static Due due(java.sql.ResultSet row, Object context) throws java.sql.SQLException {
    return new Due(
        row.getLong("id"),
        Instants.get(row, "due_at"),
        What.valueOf(row.getString("what")),
        row.getLong("circle_id"),
        row.getLong("ref_id"));
  }
}
