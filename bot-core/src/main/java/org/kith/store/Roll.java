package org.kith.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;

/** Which members are to be looked for, and where; and that they have left. */
public final class Roll {
  /** Nobody is looked for twice within this time, unless the platform tells that they left. */
  public static final Duration BETWEEN = Duration.ofDays(1);

  /** Whoever has left may come back: they are looked for no more often than this. */
  public static final Duration BETWEEN_LEFT = Duration.ofDays(7);

  private final Handle handle;

  Roll(Handle handle) {
    this.handle = handle;
  }

  /** A member of a circle. */
  public record Member(long circle, long person) {}

  /**
   * A house of a circle in which an account of a member may be.
   *
   * @param account the platform's id of the account
   */
  public record Seat(Platform platform, String house, String account) {}

  /** Somebody who has left a circle, and when. */
  public record Gone(long circle, long person, Instant at) {}

  /**
   * Members who were not looked for of late, those first whose turn was longest ago. Not those who
   * are barred, and not those whose group has left the circle.
   *
   * @param platforms only who may be on one of these
   */
  public List<Member> due(Instant now, Collection<Platform> platforms, int most) {
    return handle
        .createQuery(
            """
            select m.circle_id, m.person_id from member m
            where not m.apart and m.barred_at is null
              and (m.looked_at is null or m.looked_at <= :before)
              and (m.looked_at is null or m.left_at is null or m.looked_at <= :long)
              and exists (select 1 from space s join account a on a.platform = s.platform
                where s.circle_id = m.circle_id and a.person_id = m.person_id
                  and s.platform in (<platforms>))
            order by m.looked_at nulls first, m.circle_id, m.person_id
            fetch first :most rows only
            """)
        .bind("before", now.minus(BETWEEN))
        .bind("long", now.minus(BETWEEN_LEFT))
        .bindList("platforms", platforms.stream().map(Platform::name).toList())
        .bind("most", most)
        .map((row, context) -> new Member(row.getLong("circle_id"), row.getLong("person_id")))
        .list();
  }

  /**
   * Where a member of a circle may be, with any of their accounts: the house in which they acted
   * last comes first.
   *
   * @param since houses that the bot was removed from before this do not count any more
   */
  public List<Seat> seats(long circle, long person, Instant since) {
    return handle
        .createQuery(
            """
            select s.platform, s.house, a.external_id from space s
            join account a on a.platform = s.platform
            join member m on m.circle_id = s.circle_id and m.person_id = a.person_id
            where s.circle_id = :circle and a.person_id = :person
              and (s.closed_at is null or s.closed_at > :since)
            group by s.platform, s.house, a.external_id
            order by max(case when s.id = m.space_id then 1 else 0 end) desc,
              s.platform, s.house, a.external_id
            """)
        .bind("circle", circle)
        .bind("person", person)
        .bind("since", since)
        .map((row, context) ->
            new Seat(
                Platform.valueOf(row.getString("platform")),
                row.getString("house"),
                row.getString("external_id")))
        .list();
  }

  /** A member was looked for. */
  public void looked(Member member, Instant now) {
    handle
        .createUpdate(
            """
            update member set looked_at = :now
            where circle_id = :circle and person_id = :person
            """)
        .bind("now", now)
        .bind("circle", member.circle())
        .bind("person", member.person())
        .execute();
  }

  /** When a member was last looked for; empty if that is to be done now. */
  public Optional<Instant> lookedAt(Member member) {
    return handle
        .createQuery(
            """
            select looked_at from member
            where circle_id = :circle and person_id = :person and looked_at is not null
            """)
        .bind("circle", member.circle())
        .bind("person", member.person())
        .mapTo(Instant.class)
        .findOne();
  }

  /** A member may have left: they are looked for next. */
  public void next(Member member) {
    handle
        .createUpdate(
            """
            update member set looked_at = null
            where circle_id = :circle and person_id = :person and left_at is null
            """)
        .bind("circle", member.circle())
        .bind("person", member.person())
        .execute();
  }

  /** Somebody can't be written to: they may have left any circle where they were not seen since. */
  public void soon(long person, Instant since) {
    handle
        .createUpdate(
            """
            update member set looked_at = null
            where person_id = :person and left_at is null and looked_at < :since
            """)
        .bind("person", person)
        .bind("since", since)
        .execute();
  }

  /**
   * A member has left a circle, or is there again.
   *
   * @param at null if they are there
   */
  public void left(Member member, @Nullable Instant at) {
    handle
        .createUpdate(
            """
            update member set left_at = :at
            where circle_id = :circle and person_id = :person
            """)
        .bindByType("at", at, Instant.class)
        .bind("circle", member.circle())
        .bind("person", member.person())
        .execute();
  }

  /** True if a member has left, as far as it is known. */
  public boolean hasLeft(Member member) {
    return handle
            .createQuery(
                """
                select count(*) from member
                where circle_id = :circle and person_id = :person and left_at is not null
                """)
            .bind("circle", member.circle())
            .bind("person", member.person())
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** All who have left a circle, but for those who are barred there. */
  public List<Gone> departed() {
    return handle
        .createQuery(
            """
            select circle_id, person_id, left_at from member
            where left_at is not null and barred_at is null order by circle_id, person_id
            """)
        .map((row, context) ->
            new Gone(
                row.getLong("circle_id"), row.getLong("person_id"), Instants.get(row, "left_at")))
        .list();
  }

  /** The circles of an account's person that have a space in one of these houses. */
  public List<Member> members(long person, Platform platform, Set<String> houses) {
    return houses.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                """
                select distinct m.circle_id from member m join space s on s.circle_id = m.circle_id
                where m.person_id = :person and not m.apart and m.left_at is null
                  and s.platform = :platform and s.house in (<houses>)
                order by m.circle_id
                """)
            .bind("person", person)
            .bind("platform", platform.name())
            .bindList("houses", List.copyOf(houses))
            .map((row, context) -> new Member(row.getLong("circle_id"), person))
            .list();
  }
}
