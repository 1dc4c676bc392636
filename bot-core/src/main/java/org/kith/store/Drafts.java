package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.Kind;
import org.kith.command.DraftField;

/** Requests that are still being made. */
public final class Drafts {
  /** What was left half done is forgotten after this. */
  public static final Duration KEPT = Duration.ofDays(1);

  /** A draft whose person has been asked is not its maker's any more, and not left half done. */
  private static final String NOT_ASKED =
      """
       and not exists (
        select 1 from consent c where c.draft_id = draft.id and c.until_at is not null)
      """;

  private final Handle handle;

  Drafts(Handle handle) {
    this.handle = handle;
  }

  /** Adds an empty draft. */
  public Draft add(long account, @Nullable Long circle, Instant now) {
    long id =
        handle
            .createUpdate(
                """
                insert into draft (account_id, circle_id, changed_at)
                values (:account, :circle, :now)
                """)
            .bind("account", account)
            .bind("circle", circle)
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return find(id).orElseThrow();
  }

  /** The draft with this id, as long as it is its maker's to change. */
  public Optional<Draft> find(long id) {
    return one("select * from draft where id = :id" + NOT_ASKED, id);
  }

  /** The draft with this id, that somebody else has been asked about. */
  public Optional<Draft> asked(long id) {
    return one(
        """
        select d.* from draft d join consent c on c.draft_id = d.id
        where d.id = :id and c.until_at is not null
        """,
        id);
  }

  /** What an account's person wants to ask for others, who have been asked about it. */
  public List<Draft> askedOf(long account) {
    return handle
        .createQuery(
            """
            select d.* from draft d join consent c on c.draft_id = d.id
            where d.account_id = :account and c.until_at is not null order by d.id
            """)
        .bind("account", account)
        .map(Drafts::draft)
        .list();
  }

  /** What an account has said yes to and goes out by itself, the oldest first. */
  public List<Draft> waiting(long account) {
    return handle
        .createQuery(
            """
            select * from draft where account_id = :account and posts_by is not null order by id
            """)
        .bind("account", account)
        .map(Drafts::draft)
        .list();
  }

  /** The newest draft of an account, whose question a typed text would answer. */
  public Optional<Draft> newest(long account) {
    return handle
        .createQuery(
            "select * from draft where account_id = :account" + NOT_ASKED + " order by id desc")
        .bind("account", account)
        .map(Drafts::draft)
        .stream()
        .findFirst();
  }

  /** Writes all fields of a draft. */
  public void save(Draft draft, Instant now) {
    Kind kind = draft.kind();
    DraftField asking = draft.asking();
    Requests.bindWindow(
            handle.createUpdate(
                """
                update draft set circle_id = :circle, request_id = :request, kind = :kind, what = :what,
                  when_shape = :shape, when_from = :from, when_until = :until, when_zone = :zone,
                  when_part = :part, unclear_when = :unclearWhen, near = :near,
                  helpers = :helpers, asking = :asking, sealed = :sealed,
                  anonymous = :anonymous, seen = :seen, posts_by = :postsBy, changed_at = :now
                where id = :id
                """),
            draft.window())
        .bind("id", draft.id())
        .bind("circle", draft.circleId())
        .bind("request", draft.requestId())
        .bind("kind", kind == null ? null : kind.stored())
        .bind("what", draft.what())
        .bind("unclearWhen", draft.unclearWhen())
        .bind("near", draft.near())
        .bind("helpers", draft.helpers())
        .bind("asking", asking == null ? null : asking.name())
        .bind("sealed", draft.sealed())
        .bind("anonymous", draft.manner().anonymous())
        .bind("seen", draft.manner().seen())
        .bindByType("postsBy", draft.manner().postsBy(), Instant.class)
        .bind("now", now)
        .execute();
  }

  /** Removes a draft. */
  public void remove(long draft) {
    handle.createUpdate("delete from draft where id = :id").bind("id", draft).execute();
  }

  /** Removes all drafts of an account but one, and but those that go out by themselves. */
  public void removeOthers(long account, long kept) {
    handle
        .createUpdate(
            "delete from draft where account_id = :account and id <> :kept and posts_by is null"
                + NOT_ASKED)
        .bind("account", account)
        .bind("kept", kept)
        .execute();
  }

  /** Removes all changes of a request that were not saved. */
  public void removeAbout(long request) {
    handle
        .createUpdate("delete from draft where request_id = :request")
        .bind("request", request)
        .execute();
  }

  /** Removes what was left half done. */
  public void removeUntouchedSince(Instant then) {
    handle
        .createUpdate("delete from draft where changed_at < :then and posts_by is null" + NOT_ASKED)
        .bind("then", then)
        .execute();
  }

  /** Any sealed draft, to check the key with at the start. */
  public List<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery("select id, sealed from draft where sealed <> '' fetch first 1 rows only")
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), Draft.sealedRow(row.getLong("id"))))
        .list();
  }

  private Optional<Draft> one(String sql, long id) {
    return handle.createQuery(sql).bind("id", id).map(Drafts::draft).findOne();
  }

  private static Draft draft(ResultSet row, StatementContext context) throws SQLException {
    String kind = row.getString("kind");
    String asking = row.getString("asking");
    Window window = Requests.window(row);
    int helpers = row.getInt("helpers");
    boolean noHelpers = row.wasNull();
    return new Draft(
        row.getLong("id"),
        row.getLong("account_id"),
        Requests.longOrNull(row, "circle_id"),
        Requests.longOrNull(row, "request_id"),
        kind == null ? null : Kind.read(kind),
        row.getString("what"),
        window,
        row.getString("unclear_when"),
        row.getString("near"),
        noHelpers ? null : helpers,
        asking == null ? null : DraftField.valueOf(asking),
        row.getString("sealed"),
        new Draft.Manner(
            row.getBoolean("anonymous"),
            row.getBoolean("seen"),
            Instants.getOrNull(row, "posts_by")),
        Instants.get(row, "changed_at"));
  }
}
