package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.kith.care.StewardLetter;
import org.kith.care.StewardTalk;

/**
 * What stewards and those whom a report concerns write to each other: each letter sealed, and kept
 * until it has arrived.
 */
public final class StewardTalks {
  private final Handle handle;

  StewardTalks(Handle handle) {
    this.handle = handle;
  }

  /** The talk with this id. */
  public Optional<StewardTalk> find(long id) {
    return handle
        .createQuery("select * from steward_talk where id = :id")
        .bind("id", id)
        .map(StewardTalks::talk)
        .findOne();
  }

  /** The talk of a steward with one side of a report. */
  public Optional<StewardTalk> of(long report, long steward, boolean withReporter) {
    return handle
        .createQuery(
            """
            select * from steward_talk where report_id = :report and steward_id = :steward
              and with_reporter = :withReporter
            """)
        .bind("report", report)
        .bind("steward", steward)
        .bind("withReporter", withReporter)
        .map(StewardTalks::talk)
        .findOne();
  }

  /** The same, made if need be: the other side has not heard of it. */
  public StewardTalk make(long report, long steward, boolean withReporter) {
    return of(report, steward, withReporter)
        .orElseGet(() -> {
          handle
              .createUpdate(
                  """
                  insert into steward_talk (report_id, steward_id, with_reporter, begun)
                  values (:report, :steward, :withReporter, false)
                  """)
              .bind("report", report)
              .bind("steward", steward)
              .bind("withReporter", withReporter)
              .execute();
          return of(report, steward, withReporter).orElseThrow();
        });
  }

  /** The other side hears of a talk. */
  public void begin(long talk) {
    run("update steward_talk set begun = true where id = :id", talk);
  }

  /** All talks that stewards have begun with a person, over reports that are not handled. */
  public List<StewardTalk> with(long person) {
    return handle
        .createQuery(
            """
            select t.* from steward_talk t join report r on r.id = t.report_id
            where r.state = 'SENT' and t.begun and :person = case when t.with_reporter then r.reporter_id
              else r.reported_id end
            order by t.id
            """)
        .bind("person", person)
        .map(StewardTalks::talk)
        .list();
  }

  /** Adds what one side wrote, bound to {@link #sealedRow}; its id. */
  public long write(long talk, boolean fromSteward, String sealed, Instant now) {
    return handle
        .createUpdate(
            """
            insert into steward_letter (talk_id, from_steward, sealed, written_at)
            values (:talk, :fromSteward, :sealed, :now)
            """)
        .bind("talk", talk)
        .bind("fromSteward", fromSteward)
        .bind("sealed", sealed)
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  /** The letter with this id, as long as it is on its way. */
  public Optional<StewardLetter> letter(long id) {
    return handle
        .createQuery("select * from steward_letter where id = :id")
        .bind("id", id)
        .map(StewardTalks::letter)
        .findOne();
  }

  /**
   * A letter has arrived, or will not: it is destroyed, and its talk if that was the last of it.
   */
  public void gone(long letter) {
    StewardLetter one = letter(letter).orElse(null);
    if (one != null) {
      run("delete from steward_letter where id = :id", letter);
      run(
          """
          delete from steward_talk where id = :id
            and not exists (select 1 from steward_letter l where l.talk_id = steward_talk.id)
            and exists (select 1 from report r
              where r.id = steward_talk.report_id and r.state <> 'SENT')
          """,
          one.talkId());
    }
  }

  /** A report is handled: its talks are over, and go once what was written has arrived. */
  public void end(long report) {
    run(
        """
        delete from writing
        where steward_talk_id in (select id from steward_talk where report_id = :id)
        """,
        report);
    run(
        """
        delete from steward_letter
        where talk_id in (select id from steward_talk where report_id = :id) and id not in
          (select ref_id from outbox where kind in ('STEWARD_LETTER', 'STEWARD_LETTER_LOST'))
        """,
        report);
    run(
        """
        delete from steward_talk where report_id = :id
          and not exists (select 1 from steward_letter l where l.talk_id = steward_talk.id)
        """,
        report);
  }

  /** All talks that a person has or had, on either side, and those over what they reported. */
  List<Long> concerning(long person) {
    return handle
        .createQuery(
            """
            select t.id from steward_talk t join report r on r.id = t.report_id
            where t.steward_id = :person or r.reporter_id = :person
              or (r.reported_id = :person and not t.with_reporter)
            """)
        .bind("person", person)
        .mapTo(Long.class)
        .list();
  }

  /** Destroys one talk, and what of it is still to be passed on. */
  void forget(long talk) {
    run(
        """
        delete from outbox where kind in ('STEWARD_LETTER', 'STEWARD_LETTER_LOST')
          and ref_id in (select id from steward_letter where talk_id = :id)
        """,
        talk);
    run("delete from steward_talk where id = :id", talk); // Its letters go with it.
  }

  /** The person's next words in the private chat go to the other side of this talk. */
  public void await(long person, long talk, Instant now) {
    new Talks(handle).heard(person);
    handle
        .createUpdate(
            """
            insert into writing (person_id, steward_talk_id, asked_at)
            values (:person, :talk, :now)
            """)
        .bind("person", person)
        .bind("talk", talk)
        .bind("now", now)
        .execute();
  }

  /** In which talk a person's next words go to the other side, if they were asked for any. */
  public Optional<Awaited> awaited(long person) {
    return handle
        .createQuery(
            """
            select steward_talk_id, asked_at from writing
            where person_id = :person and steward_talk_id is not null
            """)
        .bind("person", person)
        .map((row, context) ->
            new Awaited(row.getLong("steward_talk_id"), Instants.get(row, "asked_at")))
        .findOne();
  }

  /** Any sealed letter, to check the key with at the start. */
  public Optional<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery("select talk_id, sealed from steward_letter fetch first 1 rows only")
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), sealedRow(row.getLong("talk_id"))))
        .findOne();
  }

  /** What a letter of a talk is bound to when it is sealed. */
  public static String sealedRow(long talk) {
    return "steward talk:" + talk;
  }

  /** Somebody is about to write in a talk. */
  public record Awaited(long talk, Instant at) {}

  private void run(String sql, long id) {
    handle.createUpdate(sql).bind("id", id).execute();
  }

  private static StewardTalk talk(ResultSet row, StatementContext context) throws SQLException {
    return new StewardTalk(
        row.getLong("id"),
        row.getLong("report_id"),
        row.getLong("steward_id"),
        row.getBoolean("with_reporter"),
        row.getBoolean("begun"));
  }

  private static StewardLetter letter(ResultSet row, StatementContext context) throws SQLException {
    return new StewardLetter(
        row.getLong("id"),
        row.getLong("talk_id"),
        row.getBoolean("from_steward"),
        row.getString("sealed"));
  }
}
