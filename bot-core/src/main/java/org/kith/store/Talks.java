package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.kith.care.Letter;
import org.kith.care.Passing;
import org.kith.care.Talk;

/** What askers and helpers write to each other through the bot, sealed until it is forgotten. */
public final class Talks {
  private final Handle handle;

  Talks(Handle handle) {
    this.handle = handle;
  }

  /** The talk with this id. */
  public Optional<Talk> find(long id) {
    return handle
        .createQuery("select * from talk where id = :id")
        .bind("id", id)
        .map(Talks::talk)
        .findOne();
  }

  /** The talk of the asker's side of a request with this person. */
  public Optional<Talk> of(long request, long other) {
    return handle
        .createQuery("select * from talk where request_id = :request and person_id = :other")
        .bind("request", request)
        .bind("other", other)
        .map(Talks::talk)
        .findOne();
  }

  /** All talks about a request, the first begun first. */
  public List<Talk> about(long request) {
    return handle
        .createQuery("select * from talk where request_id = :request order by id")
        .bind("request", request)
        .map(Talks::talk)
        .list();
  }

  /** The talk with this person, begun if need be. */
  public Talk begin(long request, long other) {
    return of(request, other)
        .orElseGet(() -> {
          handle
              .createUpdate(
                  """
                  insert into talk (request_id, person_id, stopped_by_asker, stopped_by_other)
                  values (:request, :other, false, false)
                  """)
              .bind("request", request)
              .bind("other", other)
              .execute();
          return of(request, other).orElseThrow();
        });
  }

  /** One side wants nothing more of it, or hears again. */
  public void stop(long talk, boolean asker, boolean stopped) {
    String column = asker ? "stopped_by_asker" : "stopped_by_other";
    handle
        .createUpdate("update talk set " + column + " = :stopped where id = :talk")
        .bind("talk", talk)
        .bind("stopped", stopped)
        .execute();
  }

  /**
   * Adds what one side wrote.
   *
   * @param writer who of that side wrote it: that can be another one later
   * @return its id
   */
  public long write(
      long talk, boolean fromAsker, long writer, boolean shares, String sealed, Instant now) {
    return handle
        .createUpdate(
            """
            insert into letter (talk_id, from_asker, writer_id, shares, sealed, written_at)
            values (:talk, :fromAsker, :writer, :shares, :sealed, :now)
            """)
        .bind("talk", talk)
        .bind("fromAsker", fromAsker)
        .bind("writer", writer)
        .bind("shares", shares)
        .bind("sealed", sealed)
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  /** It has reached this person. */
  public void reached(long letter, long reader) {
    handle
        .createUpdate("update letter set reader_id = :reader where id = :letter")
        .bind("letter", letter)
        .bind("reader", reader)
        .execute();
  }

  /** The letter with this id. */
  public Optional<Letter> letter(long id) {
    return handle
        .createQuery("select * from letter where id = :id")
        .bind("id", id)
        .map(Talks::letter)
        .findOne();
  }

  /** All letters about a request, the first one first. */
  public List<Letter> letters(long request) {
    return handle
        .createQuery(
            """
            select l.* from letter l join talk t on t.id = l.talk_id
            where t.request_id = :request order by l.id
            """)
        .bind("request", request)
        .map(Talks::letter)
        .list();
  }

  /** What was written so far with this person; empty if nothing was. */
  public Optional<Passing.So> soFar(long request, long other) {
    return of(request, other)
        .flatMap(talk -> {
          List<Boolean> sides =
              handle
                  .createQuery("select from_asker from letter where talk_id = :talk order by id")
                  .bind("talk", talk.id())
                  .mapTo(Boolean.class)
                  .list();
          return sides.isEmpty()
              ? Optional.empty()
              : Optional.of(new Passing.So(talk, sides.contains(true), sides.getLast()));
        });
  }

  /** The person's next words in the private chat go to the other side. */
  public void await(Awaited awaited) {
    heard(awaited.person());
    handle
        .createUpdate(
            """
            insert into writing (person_id, request_id, other_id, asked_at)
            values (:person, :request, :other, :at)
            """)
        .bind("person", awaited.person())
        .bind("request", awaited.request())
        .bind("other", awaited.other())
        .bind("at", awaited.at())
        .execute();
  }

  /** To whom a person's next words go, if they were asked for any. */
  public Optional<Awaited> awaited(long person) {
    return handle
        .createQuery("select * from writing where person_id = :person and request_id is not null")
        .bind("person", person)
        .map((row, context) ->
            new Awaited(
                person,
                row.getLong("request_id"),
                row.getLong("other_id"),
                Instants.get(row, "asked_at")))
        .findOne();
  }

  /** The words came, or are not awaited any more. */
  public void heard(long person) {
    handle
        .createUpdate("delete from writing where person_id = :person")
        .bind("person", person)
        .execute();
  }

  /** What was left half done is forgotten. */
  public void removeAwaitedBefore(Instant then) {
    handle.createUpdate("delete from writing where asked_at < :then").bind("then", then).execute();
  }

  /** Destroys one talk, and what of it is still to be passed on. */
  public void forgetTalk(long talk) {
    forgetLetters("talk_id", talk);
    handle.createUpdate("delete from talk where id = :talk").bind("talk", talk).execute();
  }

  /** Destroys all that a person wrote, and what of it is still to be passed on. */
  public void forgetWritten(long person) {
    forgetLetters("writer_id", person);
  }

  private void forgetLetters(String column, long id) {
    String letters = "(select id from letter where " + column + " = :id)";
    for (String sql :
        List.of(
            "delete from outbox where kind in ('LETTER', 'LETTER_LOST') and ref_id in " + letters,
            "delete from photo where letter_id in " + letters,
            "delete from letter where " + column + " = :id")) {
      handle.createUpdate(sql).bind("id", id).execute();
    }
  }

  /** Destroys all that was written about a request. */
  public void forget(long request) {
    new Photos(handle).forgetAbout(request);
    handle
        .createUpdate(
            """
            delete from letter where talk_id in (select id from talk where request_id = :request)
            """)
        .bind("request", request)
        .execute();
    for (String table : List.of("talk", "writing")) {
      handle
          .createUpdate("delete from " + table + " where request_id = :request")
          .bind("request", request)
          .execute();
    }
  }

  /** Any sealed letter, to check the key with at the start. */
  public Optional<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery("select talk_id, sealed from letter fetch first 1 rows only")
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), sealedRow(row.getLong("talk_id"))))
        .findOne();
  }

  /** What a letter of a talk is bound to when it is sealed. */
  public static String sealedRow(long talk) {
    return "talk:" + talk;
  }

  /**
   * Somebody is about to write.
   *
   * @param other the person whom the asker's side writes to, or who writes to it
   */
  public record Awaited(long person, long request, long other, Instant at) {}

  private static Talk talk(ResultSet row, StatementContext context) throws SQLException {
    return new Talk(
        row.getLong("id"),
        row.getLong("request_id"),
        row.getLong("person_id"),
        row.getBoolean("stopped_by_asker"),
        row.getBoolean("stopped_by_other"));
  }

  private static Letter letter(ResultSet row, StatementContext context) throws SQLException {
    return new Letter(
        row.getLong("id"),
        row.getLong("talk_id"),
        row.getBoolean("from_asker"),
        row.getBoolean("shares"),
        row.getString("sealed"));
  }
}
