package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Part;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Kind;

/** Care requests with their sealed details. */
public final class Requests {
  private static final String SELECT =
      """
      select r.*, case when d.request_id is null then false else true end as has_details
      from request r left join detail d on d.request_id = r.id
      """;

  private final Handle handle;

  Requests(Handle handle) {
    this.handle = handle;
  }

  /**
   * Adds a request, open, asked in the space in which its asker was last; the circle must be locked
   * and the number taken from it.
   */
  public CareRequest add(CareRequest request) {
    Behalf behalf = request.behalf();
    long id =
        bindWindow(
                handle.createUpdate(
                    """
                    insert into request (circle_id, number, kind, what, when_shape, when_from,
                      when_until, when_zone, when_part, near, helpers, asker_id, anonymous,
                      behalf, for_id, between_id, state, state_since, revision, asked_at,
                      space_id)
                    values (:circle, :number, :kind, :what, :shape, :from, :until, :zone, :part,
                      :near, :helpers, :asker, :anonymous, :behalf, :for, :between, 'OPEN',
                      :askedAt, 1, :askedAt,
                      (select m.space_id from member m
                        where m.circle_id = :circle and m.person_id = :asker))
                    """),
                request.window())
            .bind("circle", request.circleId())
            .bind("number", request.number())
            .bind("kind", request.kind().stored())
            .bind("what", request.what())
            .bind("near", request.near())
            .bind("helpers", request.helpers())
            .bind("asker", request.asker())
            .bind("anonymous", request.anonymous())
            .bind("behalf", behalf == null ? null : behalf.named() ? "NAMED" : "UNNAMED")
            .bind("for", behalf == null ? null : behalf.person())
            .bind("between", behalf == null ? null : behalf.goBetween())
            .bind("askedAt", request.askedAt())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return find(id).orElseThrow();
  }

  /** The request with this id. */
  public Optional<CareRequest> find(long id) {
    return handle
        .createQuery(SELECT + "where r.id = :id")
        .bind("id", id)
        .map(Requests::request)
        .findOne();
  }

  /** The request with this number in a circle. */
  public Optional<CareRequest> numbered(long circle, int number) {
    return handle
        .createQuery(SELECT + "where r.circle_id = :circle and r.number = :number")
        .bind("circle", circle)
        .bind("number", number)
        .map(Requests::request)
        .findOne();
  }

  /** What is open in a circle, what begins first first, then the undated by age; at most 200. */
  public List<CareRequest> open(long circle) {
    return handle
        .createQuery(
            SELECT
                + """
                where r.circle_id = :circle and r.state = 'OPEN'
                order by coalesce(r.when_from, r.when_until) nulls last, r.number
                fetch first 200 rows only
                """)
        .bind("circle", circle)
        .map(Requests::request)
        .list();
  }

  /** True if a person has asked something in a circle and is known by it still. */
  public boolean hasAsked(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from request where circle_id = :circle and asker_id = :person
                """)
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** What a person asked in a circle and has not ended. */
  public List<CareRequest> askedBy(long circle, long person) {
    return handle
        .createQuery(
            SELECT
                + """
                where r.circle_id = :circle and r.asker_id = :person
                  and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
                order by r.number
                """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Requests::request)
        .list();
  }

  /** What somebody else asked for a person in a circle, answers for, and has not ended. */
  public List<CareRequest> askedFor(long circle, long person) {
    return handle
        .createQuery(
            SELECT
                + """
                where r.circle_id = :circle and r.for_id = :person and r.asker_id <> :person
                  and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
                order by r.number
                """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Requests::request)
        .list();
  }

  /** Whoever it is for is answered to from now on. */
  public void answerTo(long request, long person) {
    handle
        .createUpdate("update request set asker_id = :person where id = :id")
        .bind("id", request)
        .bind("person", person)
        .execute();
  }

  /** The name of whoever it is for may stand on the card. */
  public void named(long request) {
    handle
        .createUpdate("update request set behalf = 'NAMED' where id = :id")
        .bind("id", request)
        .execute();
  }

  /** What a person asked in a circle and has ended, as long as that is known; newest first. */
  public List<CareRequest> endedOf(long circle, long person) {
    return handle
        .createQuery(
            SELECT
                + """
                where r.circle_id = :circle and r.asker_id = :person
                  and r.state not in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
                order by r.number desc
                """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Requests::request)
        .list();
  }

  /** The request that was made as "the same again" of this one, if there is one. */
  public Optional<CareRequest> sameAgain(long request) {
    return handle
        .createQuery(SELECT + "where r.id = (select s.again_id from request s where s.id = :id)")
        .bind("id", request)
        .map(Requests::request)
        .findOne();
  }

  /** The same was asked again; known until the asker is let go. */
  public void askedAgain(long request, long again) {
    handle
        .createUpdate("update request set again_id = :again where id = :id")
        .bind("id", request)
        .bind("again", again)
        .execute();
  }

  /** Enters a new state and raises the revision. */
  public void enter(long request, RequestState state, Instant now) {
    handle
        .createUpdate(
            """
            update request set state = :state, state_since = :now, revision = revision + 1
            where id = :id
            """)
        .bind("id", request)
        .bind("state", name(state))
        .bind("now", now)
        .execute();
  }

  /** It is needed at another time now. */
  public void move(long request, Window window) {
    bindWindow(
            handle.createUpdate(
                """
                update request set when_shape = :shape, when_from = :from, when_until = :until,
                  when_zone = :zone, when_part = :part
                where id = :id
                """),
            window)
        .bind("id", request)
        .execute();
  }

  /** It says something else now, and its card has something new to show. */
  public void reword(CareRequest reworded) {
    bindWindow(
            handle.createUpdate(
                """
                update request set kind = :kind, what = :what, near = :near, helpers = :helpers,
                  when_shape = :shape, when_from = :from, when_until = :until,
                  when_zone = :zone, when_part = :part, revision = revision + 1
                where id = :id
                """),
            reworded.window())
        .bind("id", reworded.id())
        .bind("kind", reworded.kind().stored())
        .bind("what", reworded.what())
        .bind("near", reworded.near())
        .bind("helpers", reworded.helpers())
        .execute();
  }

  /** Something that the card shows has changed. */
  public void touch(long request) {
    handle
        .createUpdate("update request set revision = revision + 1 where id = :id")
        .bind("id", request)
        .execute();
  }

  /** Keeps private details, sealed, in place of any others. */
  public void keepDetails(long request, String sealed) {
    destroyDetails(request);
    handle
        .createUpdate("insert into detail (request_id, sealed) values (:request, :sealed)")
        .bind("request", request)
        .bind("sealed", sealed)
        .execute();
  }

  /** Destroys the details, if there are any. */
  public void destroyDetails(long request) {
    handle.createUpdate("delete from detail where request_id = :id").bind("id", request).execute();
  }

  /** The sealed details, while they are kept. */
  public Optional<String> details(long request) {
    return handle
        .createQuery("select sealed from detail where request_id = :request")
        .bind("request", request)
        .map((row, context) -> row.getString("sealed"))
        .findOne();
  }

  /** Any sealed row, to check the key with at the start. */
  public Optional<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery("select request_id, sealed from detail fetch first 1 rows only")
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), sealedRow(row.getLong("request_id"))))
        .findOne();
  }

  /** What the details of a request are bound to when they are sealed. */
  public static String sealedRow(long request) {
    return "request:" + request;
  }

  /** Destroys the details and lets the asker go: three days after the end. */
  public void forget(long request) {
    destroyDetails(request);
    handle
        .createUpdate(
            """
            update request set asker_id = null, for_id = null, between_id = null, again_id = null
            where id = :id
            """)
        .bind("id", request)
        .execute();
  }

  /** Removes what is left of a request; claims and posts must be gone. */
  public void remove(long request) {
    handle.createUpdate("delete from request where id = :id").bind("id", request).execute();
  }

  private static CareRequest request(ResultSet row, StatementContext context) throws SQLException {
    return new CareRequest(
        row.getLong("id"),
        row.getLong("circle_id"),
        row.getInt("number"),
        Kind.read(row.getString("kind")),
        row.getString("what"),
        Objects.requireNonNull(window(row)),
        row.getString("near"),
        row.getInt("helpers"),
        longOrNull(row, "asker_id"),
        row.getBoolean("anonymous"),
        behalf(row),
        row.getBoolean("has_details"),
        state(row.getString("state"), Instants.get(row, "state_since")),
        row.getInt("revision"),
        Instants.get(row, "asked_at"));
  }

  private static @Nullable Behalf behalf(ResultSet row) throws SQLException {
    String behalf = row.getString("behalf");
    return behalf == null
        ? null
        : new Behalf(
            longOrNull(row, "for_id"), longOrNull(row, "between_id"), behalf.equals("NAMED"));
  }

  /** The window in a row's five columns; null if they are empty. */
  static @Nullable Window window(ResultSet row) throws SQLException {
    String shape = row.getString("when_shape");
    String part = row.getString("when_part");
    return shape == null
        ? null
        : new Window(
            Window.Shape.valueOf(shape),
            Instants.getOrNull(row, "when_from"),
            Instants.getOrNull(row, "when_until"),
            ZoneId.of(row.getString("when_zone")),
            part == null ? null : Part.valueOf(part));
  }

  /** Binds the five columns of a window. */
  static <S extends SqlStatement<S>> S bindWindow(S statement, @Nullable Window window) {
    Part part = window == null ? null : window.part();
    return statement
        .bind("shape", window == null ? null : window.shape().name())
        .bindByType("from", window == null ? null : window.from(), Instant.class)
        .bindByType("until", window == null ? null : window.until(), Instant.class)
        .bind("zone", window == null ? null : window.zone().getId())
        .bind("part", part == null ? null : part.name());
  }

  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long found = row.getLong(column);
    return row.wasNull() ? null : found;
  }

  private static RequestState state(String name, Instant since) {
    return switch (name) {
      case "OPEN" -> new RequestState.Open();
      case "PAUSED" -> new RequestState.Paused(since);
      case "LOOKED_AFTER" -> new RequestState.LookedAfter(since);
      case "KEPT" -> new RequestState.Kept(since);
      case "UNCONFIRMED" -> new RequestState.Unconfirmed(since);
      case "UNMET" -> new RequestState.Unmet(since);
      case "WITHDRAWN" -> new RequestState.Withdrawn(since);
      default -> throw new IllegalStateException("request.state is " + name);
    };
  }

  private static String name(RequestState state) {
    return switch (state) {
      case RequestState.Open _ -> "OPEN";
      case RequestState.Paused _ -> "PAUSED";
      case RequestState.LookedAfter _ -> "LOOKED_AFTER";
      case RequestState.Kept _ -> "KEPT";
      case RequestState.Unconfirmed _ -> "UNCONFIRMED";
      case RequestState.Unmet _ -> "UNMET";
      case RequestState.Withdrawn _ -> "WITHDRAWN";
    };
  }
}
