package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.CalendarEntry;
import org.kith.care.CalendarTime;
import org.kith.care.Claim;
import org.kith.care.ClaimState;

/** Helpers' promises. */
public final class Claims {
  private final Handle handle;

  Claims(Handle handle) {
    this.handle = handle;
  }

  /**
   * Adds a claim; empty, and nothing is added, for whom the asker has blocked or a steward barred.
   *
   * @param part null for all that one helper is to do, see {@link Claim#part}
   */
  public Optional<Claim> add(
      long request,
      long helper,
      ClaimState state,
      boolean byReaction,
      @Nullable String part,
      Instant now) {
    return handle
        .createUpdate(
            """
            insert into claim (request_id, helper_id, state, state_at, claimed_at,
              by_reaction, name_agreed, shared, part)
            select r.id, :helper, :state, :at, :now, :byReaction, false, false, :part
            from request r where r.id = :request and not exists (
              select 1 from block b
              where b.person_id in (r.asker_id, r.for_id) and b.blocked_id = :helper)
              and not exists (select 1 from member m
                where m.circle_id = r.circle_id and m.person_id = :helper
                  and m.barred_at is not null)
            """)
        .bind("request", request)
        .bind("helper", helper)
        .bind("state", name(state))
        .bind("at", at(state, now))
        .bind("now", now)
        .bind("byReaction", byReaction)
        .bind("part", part)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .findOne()
        .flatMap(this::find);
  }

  /** The claim with this id. */
  public Optional<Claim> find(long id) {
    return handle
        .createQuery("select * from claim where id = :id")
        .bind("id", id)
        .map(Claims::claim)
        .findOne();
  }

  /** All claims on a request, of any state, the first one first. */
  public List<Claim> on(long request) {
    return handle
        .createQuery("select * from claim where request_id = :request order by id")
        .bind("request", request)
        .map(Claims::claim)
        .list();
  }

  /** What a person has promised in a circle and not yet kept or released. */
  public List<Claim> inFlight(long circle, long person) {
    return handle
        .createQuery(
            """
            select c.* from claim c join request r on r.id = c.request_id
            where r.circle_id = :circle and c.helper_id = :person
              and c.state in ('HELD', 'PROMISED')
              and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            order by r.number
            """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Claims::claim)
        .list();
  }

  /** What a person has promised anywhere and not yet kept or released, the nearest first. */
  public List<Claim> inFlightOf(long person) {
    return handle
        .createQuery(
            """
            select c.* from claim c join request r on r.id = c.request_id
            where c.helper_id = :person
              and c.state in ('HELD', 'PROMISED')
              and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            order by r.when_until, c.id
            """)
        .bind("person", person)
        .map(Claims::claim)
        .list();
  }

  /** The promises of which this outbox row is to remind somebody, the nearest first. */
  public List<Claim> remindedBy(long row) {
    return handle
        .createQuery(
            """
            select c.* from claim c join request r on r.id = c.request_id
            where c.reminder_id = :row
            order by coalesce(r.when_from, r.when_until), c.id
            """)
        .bind("row", row)
        .map(Claims::claim)
        .list();
  }

  /**
   * This outbox row reminds the helper of it.
   *
   * @param row null if none does
   */
  public void remindedBy(long claim, @Nullable Long row) {
    handle
        .createUpdate("update claim set reminder_id = :row where id = :id")
        .bind("id", claim)
        .bind("row", row)
        .execute();
  }

  /** Locks it for this transaction; false, without waiting, if somebody else has it in hand. */
  public boolean lockIfFree(long claim) {
    return handle
        .createQuery("select id from claim where id = :id for update skip locked")
        .bind("id", claim)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /**
   * How the promises that lie ahead in a circle are spread: how many each helper holds, the most
   * first, and no names. What is over does not count.
   */
  public List<Integer> heldByEach(long circle) {
    return handle
        .createQuery(
            """
            select count(*) as held from claim c join request r on r.id = c.request_id
            where r.circle_id = :circle and c.state in ('HELD', 'PROMISED')
              and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            group by c.helper_id order by held desc
            """)
        .bind("circle", circle)
        .mapTo(Integer.class)
        .list();
  }

  /** The requests of a circle for which a person stands by, the first asked first. */
  public List<Claim> standingBy(long circle, long person) {
    return handle
        .createQuery(
            """
            select c.* from claim c join request r on r.id = c.request_id
            where r.circle_id = :circle and c.helper_id = :person
              and c.state = 'STANDBY' and r.state in ('OPEN', 'PAUSED')
            order by r.number
            """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Claims::claim)
        .list();
  }

  /** All that a person has promised in a circle, softly too, and that lies ahead. */
  public List<Claim> ahead(long circle, long person) {
    return handle
        .createQuery(
            """
            select c.* from claim c join request r on r.id = c.request_id
            where r.circle_id = :circle and c.helper_id = :person
              and c.state in ('HELD', 'PROMISED', 'STANDBY')
              and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            order by r.number, c.id
            """)
        .bind("circle", circle)
        .bind("person", person)
        .map(Claims::claim)
        .list();
  }

  /** Removes one claim: a softer promise that gives way to a whole one. */
  public void drop(long claim) {
    handle.createUpdate("delete from claim where id = :id").bind("id", claim).execute();
  }

  /**
   * It is a part from now on, or another one.
   *
   * @param part what of it, empty where nothing is said
   */
  public void becomesPart(long claim, String part) {
    handle
        .createUpdate("update claim set part = :part where id = :id")
        .bind("id", claim)
        .bind("part", part)
        .execute();
  }

  /**
   * What was a part takes a place from now on.
   *
   * @param byReaction true if taking a reaction back releases it
   * @return false, and it stays a part, for whom the asker has blocked since
   */
  public boolean becomesWhole(long claim, boolean byReaction) {
    return handle
            .createUpdate(
                """
                update claim set part = null, by_reaction = :byReaction
                where id = :id and not exists (
                  select 1 from request r
                  join block b on b.person_id in (r.asker_id, r.for_id)
                  where r.id = claim.request_id and b.blocked_id = claim.helper_id)
                """)
            .bind("id", claim)
            .bind("byReaction", byReaction)
            .execute()
        > 0;
  }

  /** What the helper's calendar shows of it, if they were sent anything. */
  public Optional<CalendarEntry> calendar(long claim) {
    return handle
        .createQuery(
            """
            select calendar_sequence, calendar_time, calendar_cancelled from claim
            where id = :id and calendar_sequence is not null
            """)
        .bind("id", claim)
        .map((row, context) ->
            new CalendarEntry(
                row.getInt("calendar_sequence"),
                CalendarTime.read(row.getString("calendar_time")),
                row.getBoolean("calendar_cancelled")))
        .findOne();
  }

  /** The helper's calendar shows this from now on. */
  public void calendar(long claim, CalendarEntry entry) {
    handle
        .createUpdate(
            """
            update claim set calendar_sequence = :sequence, calendar_time = :time,
              calendar_cancelled = :cancelled
            where id = :id
            """)
        .bind("id", claim)
        .bind("sequence", entry.sequence())
        .bind("time", entry.time().text())
        .bind("cancelled", entry.cancelled())
        .execute();
  }

  /** Enters a new state. */
  public void enter(long claim, ClaimState state, Instant now) {
    handle
        .createUpdate("update claim set state = :state, state_at = :at where id = :id")
        .bind("id", claim)
        .bind("state", name(state))
        .bind("at", at(state, now))
        .execute();
  }

  /** The asker said yes to showing this helper the details. */
  public void share(long claim) {
    handle
        .createUpdate("update claim set shared = true where id = :id")
        .bind("id", claim)
        .execute();
  }

  /** The helper's name may stand on the card. */
  public void agreeToName(long claim) {
    handle
        .createUpdate("update claim set name_agreed = true where id = :id")
        .bind("id", claim)
        .execute();
  }

  /** How many promises of a circle were kept in a span of time, whoever kept them. */
  public int keptBetween(long circle, Instant from, Instant until) {
    return handle
        .createQuery(
            """
            select count(*) from claim c join request r on r.id = c.request_id
            where r.circle_id = :circle and c.state = 'KEPT'
              and c.state_at > :from and c.state_at <= :until
            """)
        .bind("circle", circle)
        .bind("from", from)
        .bind("until", until)
        .mapTo(int.class)
        .one();
  }

  /** Lets the helpers of a request go, with what they said of their parts: three days after. */
  public void forgetHelpers(long request) {
    handle
        .createUpdate(
            """
            update claim set helper_id = null, part = case when part is not null then '' end
            where request_id = :request
            """)
        .bind("request", request)
        .execute();
  }

  /** Removes the claims of a request. */
  public void remove(long request) {
    handle
        .createUpdate("delete from claim where request_id = :request")
        .bind("request", request)
        .execute();
  }

  private static Claim claim(ResultSet row, StatementContext context) throws SQLException {
    return new Claim(
        row.getLong("id"),
        row.getLong("request_id"),
        Requests.longOrNull(row, "helper_id"),
        state(row.getString("state"), Instants.get(row, "state_at")),
        Instants.get(row, "claimed_at"),
        row.getBoolean("by_reaction"),
        row.getBoolean("name_agreed"),
        row.getBoolean("shared"),
        row.getString("part"));
  }

  private static ClaimState state(String name, Instant at) {
    return switch (name) {
      case "STANDBY" -> new ClaimState.Standby();
      case "HELD" -> new ClaimState.Held(at);
      case "PROMISED" -> new ClaimState.Promised();
      case "KEPT" -> new ClaimState.Kept(at);
      case "RELEASED" -> new ClaimState.Released(at);
      default -> throw new IllegalStateException("claim.state is " + name);
    };
  }

  private static String name(ClaimState state) {
    return switch (state) {
      case ClaimState.Standby _ -> "STANDBY";
      case ClaimState.Held _ -> "HELD";
      case ClaimState.Promised _ -> "PROMISED";
      case ClaimState.Kept _ -> "KEPT";
      case ClaimState.Released _ -> "RELEASED";
    };
  }

  private static Instant at(ClaimState state, Instant now) {
    return state instanceof ClaimState.Held(Instant until) ? until : now;
  }
}
