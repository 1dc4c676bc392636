package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Account;
import org.kith.circle.Platform;

/** Persons, their accounts and memberships. */
public final class People {
  private static final String ACCOUNT =
      """
      select a.*, p.language as own_language, p.zone as own_zone, p.quiet_from, p.quiet_until,
        p.plain, p.in_digest
      from account a join person p on p.id = a.person_id
      """;

  private final Handle handle;

  private static final Duration USED_AGAIN = Duration.ofMinutes(1);

  /**
   * What is known of somebody in a circle.
   *
   * @param manages true if the account that acts was allowed to manage the house in which it does
   * @param another true if they are called there as another account of theirs is
   */
  private record Member(
      String name,
      boolean another,
      boolean manages,
      boolean barred,
      @Nullable Instant joined,
      long space,
      boolean apart,
      boolean left) {}

  People(Handle handle) {
    this.handle = handle;
  }

  /**
   * The account with this id on its platform, with the name and language as last seen; made, with a
   * person of its own, when it acts for the first time.
   *
   * @param language as the platform tells it
   * @param surely false if what was told before is known better and stays
   * @param reachable whether a private message may be tried, for a new account
   */
  public Account meet(
      Platform platform,
      String externalId,
      String name,
      String language,
      boolean surely,
      boolean reachable,
      Instant now) {
    Optional<Account> known = find(platform, externalId);
    known.filter(account -> account.others()).ifPresent(account -> used(account.id(), now));
    if (known.isEmpty()) {
      long person =
          handle
              .createUpdate("insert into person (created_at) values (:now)")
              .bind("now", now)
              .executeAndReturnGeneratedKeys("id")
              .mapTo(long.class)
              .one();
      handle
          .createUpdate(
              """
              insert into account (person_id, platform, external_id, name, language, reachable)
              values (:person, :platform, :externalId, :name, :language, :reachable)
              """)
          .bind("person", person)
          .bind("platform", platform.name())
          .bind("externalId", externalId)
          .bind("name", name)
          .bind("language", language)
          .bind("reachable", reachable)
          .execute();
    } else if (!known.get().name().equals(name)
        || (surely && !known.get().told().equals(language))) {
      handle
          .createUpdate("update account set name = :name, language = :language where id = :id")
          .bind("name", name)
          .bind("language", surely ? language : known.get().told())
          .bind("id", known.get().id())
          .execute();
    } else {
      return known.get();
    }
    return find(platform, externalId).orElseThrow();
  }

  /** The same where the platform told the language surely. */
  public Account meet(
      Platform platform,
      String externalId,
      String name,
      String language,
      boolean reachable,
      Instant now) {
    return meet(platform, externalId, name, language, true, reachable, now);
  }

  /** Of somebody with several accounts it counts which they used last, to the minute. */
  private void used(long account, Instant now) {
    handle
        .createUpdate("update account set used_at = :now where id = :id and used_at < :before")
        .bind("now", now)
        .bind("id", account)
        .bind("before", now.minus(USED_AGAIN))
        .execute();
  }

  /** The account with this id on its platform. */
  public Optional<Account> find(Platform platform, String externalId) {
    return handle
        .createQuery(ACCOUNT + "where a.platform = :platform and a.external_id = :externalId")
        .bind("platform", platform.name())
        .bind("externalId", externalId)
        .map(People::account)
        .findOne();
  }

  /** The account with this id of ours. */
  public Optional<Account> account(long id) {
    return handle
        .createQuery(ACCOUNT + "where a.id = :id")
        .bind("id", id)
        .map(People::account)
        .findOne();
  }

  /**
   * A person's accounts: those first that can be written to, the one last used before the others.
   */
  public List<Account> accountsOf(long person) {
    return handle
        .createQuery(
            ACCOUNT
                + """
                where a.person_id = :person
                order by a.reachable desc, a.used_at desc nulls last, a.id
                """)
        .bind("person", person)
        .map(People::account)
        .list();
  }

  /** Whether a private message may be tried. */
  public void reachable(long account, boolean reachable) {
    handle
        .createUpdate(
            "update account set reachable = :reachable where id = :id and reachable <> :reachable")
        .bind("id", account)
        .bind("reachable", reachable)
        .execute();
  }

  /**
   * Makes a person a member of a circle; of one who is, the name there and what they may do change.
   * Whoever is known there by the name of another account of theirs keeps that.
   *
   * @param account the one of theirs that acts
   * @param manages whether the platform lets it manage the house of the space; null: it did not
   *     say, and what it said before stands
   * @param joined since when they are in a house of it; null: the platform did not say
   * @param space the one of the circle in which they act
   * @return true if a steward has barred them there
   */
  public boolean join(
      long circle,
      Account account,
      @Nullable Boolean manages,
      @Nullable Instant joined,
      long space,
      Instant now) {
    long person = account.personId();
    Optional<Member> known = member(circle, account, space);
    boolean before = known.filter(Member::manages).isPresent();
    boolean may = manages == null ? before : manages;
    boolean another = known.filter(Member::another).isPresent();
    String name = another ? known.map(Member::name).orElseThrow() : account.name();
    boolean barred = known.filter(Member::barred).isPresent();
    Instant since = joined == null ? known.map(Member::joined).orElse(null) : joined;
    Member fresh = new Member(name, another, may, barred, since, space, false, false);
    if (may != before || (known.isEmpty() && manages != null)) {
      new StewardTable(handle).manages(account.id(), space, may, now);
    }
    if (known.isEmpty()) {
      handle
          .createUpdate(
              """
              insert into member
                (circle_id, person_id, name, joined_at, space_id, since, looked_at)
              values (:circle, :person, :name, :joined, :space, :now, :now)
              """)
          .bind("circle", circle)
          .bind("person", person)
          .bind("name", fresh.name())
          .bind("space", fresh.space())
          .bindByType("joined", fresh.joined(), Instant.class)
          .bind("now", now)
          .execute();
    } else if (!known.get().equals(fresh)) {
      handle
          .createUpdate(
              """
              update member set name = :name, joined_at = :joined,
                space_id = :space, apart = false, left_at = null, looked_at = :now
              where circle_id = :circle and person_id = :person
              """)
          .bind("circle", circle)
          .bind("person", person)
          .bind("name", fresh.name())
          .bind("space", fresh.space())
          .bindByType("joined", fresh.joined(), Instant.class)
          .bind("now", now)
          .execute();
    }
    return barred;
  }

  private Optional<Member> member(long circle, Account account, long space) {
    return handle
        .createQuery(
            """
            select m.name, m.barred_at, m.joined_at, m.space_id, m.apart, m.left_at,
              exists (select 1 from account o where o.person_id = m.person_id
                and o.id <> :account and o.name = m.name) as another,
              exists (select 1 from manager g join space s on s.id = g.space_id
                join space h on h.platform = s.platform and h.house = s.house
                where g.account_id = :account and h.id = :space and s.circle_id = :circle)
                as manages
            from member m where m.circle_id = :circle and m.person_id = :person
            """)
        .bind("account", account.id())
        .bind("space", space)
        .bind("circle", circle)
        .bind("person", account.personId())
        .map((row, context) ->
            new Member(
                row.getString("name"),
                row.getBoolean("another"),
                row.getBoolean("manages"),
                row.getTimestamp("barred_at") != null,
                Instants.getOrNull(row, "joined_at"),
                row.getLong("space_id"),
                row.getBoolean("apart"),
                row.getTimestamp("left_at") != null))
        .findOne();
  }

  /** True if a person is a member of any circle but this one. */
  public boolean isElsewhere(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from member where person_id = :person and circle_id <> :circle
                """)
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** A membership ends. */
  public void part(long circle, long person) {
    handle
        .createUpdate(
            """
            delete from manager
            where account_id in (select id from account where person_id = :person)
              and space_id in (select id from space where circle_id = :circle)
            """)
        .bind("circle", circle)
        .bind("person", person)
        .execute();
    handle
        .createUpdate("delete from member where circle_id = :circle and person_id = :person")
        .bind("circle", circle)
        .bind("person", person)
        .execute();
  }

  /** True if a steward has barred this person in a circle. */
  public boolean isBarred(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from member
                where circle_id = :circle and person_id = :person and barred_at is not null
                """)
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /**
   * A steward bars a member, or takes that back.
   *
   * @param since when; null to take it back
   */
  public void bar(long circle, long person, @Nullable Instant since) {
    handle
        .createUpdate(
            """
            update member set barred_at = :since
            where circle_id = :circle and person_id = :person
            """)
        .bindByType("since", since, Instant.class)
        .bind("circle", circle)
        .bind("person", person)
        .execute();
  }

  /** Whom the stewards of a circle have barred, the first one first. */
  public List<Named> barred(long circle) {
    return handle
        .createQuery(
            """
            select person_id, name from member
            where circle_id = :circle and barred_at is not null order by barred_at, person_id
            """)
        .bind("circle", circle)
        .map((row, context) -> new Named(row.getLong("person_id"), row.getString("name")))
        .list();
  }

  /** The name that a member had when they last acted in one of the circle's spaces. */
  public Optional<String> nameIn(long circle, long person) {
    return handle
        .createQuery("select name from member where circle_id = :circle and person_id = :person")
        .bind("circle", circle)
        .bind("person", person)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Members of a circle whose name there contains this, the shortest names first; at most 25.
   *
   * @param part in small letters
   */
  public List<Named> named(long circle, String part) {
    return handle
        .createQuery(
            """
            select person_id, name from member
            where circle_id = :circle and position(:part in lower(name)) > 0 and not apart
            order by length(name), name, person_id fetch first 25 rows only
            """)
        .bind("circle", circle)
        .bind("part", part)
        .map((row, context) -> new Named(row.getLong("person_id"), row.getString("name")))
        .list();
  }

  /** A member by the name that they have in a circle. */
  public record Named(long person, String name) {}

  /** True if the person has acted in one of the circle's spaces. */
  public boolean isMember(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from member
                where circle_id = :circle and person_id = :person and not apart
                """)
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** The houses on a platform in which a person is a member of a circle. */
  public Set<String> housesOf(Platform platform, String externalId) {
    return handle
        .createQuery(
            """
            select distinct s.house from space s
            join member m on m.circle_id = s.circle_id
            join account a on a.person_id = m.person_id
            where a.platform = :platform and a.external_id = :externalId
              and s.platform = :platform
            """)
        .bind("platform", platform.name())
        .bind("externalId", externalId)
        .mapTo(String.class)
        .set();
  }

  private static Account account(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getLong("person_id"),
        Platform.valueOf(row.getString("platform")),
        row.getString("external_id"),
        row.getString("name"),
        row.getString("language"),
        row.getBoolean("reachable"),
        Wishes.manner(row),
        row.getTimestamp("used_at") != null);
  }
}
