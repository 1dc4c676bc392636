package org.kith.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.circle.Platform;

/** Who looks after the circles: whom a platform lets manage a house of one, and who was named. */
public final class StewardTable {
  /**
   * True of a member {@code m} whom a platform lets manage a house of the circle: any of their
   * accounts, when it last acted there. What another house or platform says changes nothing of it.
   */
  static final String MANAGES =
      """
      exists (select 1 from manager g
        join space gs on gs.id = g.space_id join account ga on ga.id = g.account_id
        where ga.person_id = m.person_id and gs.circle_id = m.circle_id)
      """;

  private final Handle handle;

  StewardTable(Handle handle) {
    this.handle = handle;
  }

  /**
   * A member who looks after a circle, for one reason or for both.
   *
   * @param name the one that they have in the circle
   * @param manages true if a platform let one of their accounts manage a house of it when that
   *     account last acted there
   * @param named true if a steward has named them
   */
  public record Steward(long person, String name, boolean manages, boolean named) {}

  /**
   * All who look after a circle, as far as they have acted there; in the order in which they came.
   */
  public List<Steward> of(long circle) {
    return handle
        .createQuery(
            """
            select * from (
              select m.person_id, m.name, m.named, m.left_at, %s as manages
              from member m where m.circle_id = :circle) x
            where (x.manages or x.named) and x.left_at is null order by x.person_id
            """
                .formatted(MANAGES))
        .bind("circle", circle)
        .map((row, context) ->
            new Steward(
                row.getLong("person_id"),
                row.getString("name"),
                row.getBoolean("manages"),
                row.getBoolean("named")))
        .list();
  }

  /** The same, as persons. */
  public List<Long> people(long circle) {
    return of(circle).stream().map(Steward::person).toList();
  }

  /** True if a steward of the circle has named this member. */
  public boolean isNamed(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from member
                where circle_id = :circle and person_id = :person and named
                """)
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /**
   * A platform has told whether it lets an account manage the house of a space; what it told of
   * that house before holds no longer.
   */
  void manages(long account, long space, boolean may, Instant now) {
    handle
        .createUpdate(
            """
            delete from manager where account_id = :account and space_id in
              (select s.id from space s join space h on h.platform = s.platform and h.house = s.house
                where h.id = :space)
            """)
        .bind("account", account)
        .bind("space", space)
        .execute();
    if (may) {
      handle
          .createUpdate(
              "insert into manager (account_id, space_id, since) values (:account, :space, :now)")
          .bind("account", account)
          .bind("space", space)
          .bind("now", now)
          .execute();
    }
  }

  /** An account has left a house: whatever it could manage there it can't any more. */
  public void left(Platform platform, String house, String account) {
    handle
        .createUpdate(
            """
            delete from manager
            where account_id in (select id from account
                where platform = :platform and external_id = :account)
              and space_id in (select id from space where platform = :platform and house = :house)
            """)
        .bind("platform", platform.name())
        .bind("account", account)
        .bind("house", house)
        .execute();
  }

  /** Names a member, or takes that back. */
  public void name(long circle, long person, boolean named) {
    handle
        .createUpdate(
            """
            update member set named = :named where circle_id = :circle and person_id = :person
            """)
        .bind("circle", circle)
        .bind("person", person)
        .bind("named", named)
        .execute();
  }
}
