package org.kith.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.store.People.Named;

/** Whom the stewards of a circle trust, and who asks for it. */
public final class TrustTable {
  private final Handle handle;

  TrustTable(Handle handle) {
    this.handle = handle;
  }

  /** True if a steward of the circle has trusted this member, or if they are one. */
  public boolean isTrusted(long circle, long person) {
    return handle
            .createQuery(
                """
                select count(*) from member m
                where m.circle_id = :circle and m.person_id = :person
                  and (m.trusted or m.named or %s)
                """
                    .formatted(StewardTable.MANAGES))
            .bind("circle", circle)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** A steward trusts a member, or does so no more; nobody asks for it then. */
  public void trust(long circle, long person, boolean trusted) {
    handle
        .createUpdate(
            """
            update member set trusted = :trusted, trust_asked = false
            where circle_id = :circle and person_id = :person
            """)
        .bind("circle", circle)
        .bind("person", person)
        .bind("trusted", trusted)
        .execute();
  }

  /**
   * A member asks for it.
   *
   * @return false if they have asked already
   */
  public boolean ask(long circle, long person) {
    return handle
            .createUpdate(
                """
                update member set trust_asked = true
                where circle_id = :circle and person_id = :person
                  and not trust_asked and not trusted
                """)
            .bind("circle", circle)
            .bind("person", person)
            .execute()
        > 0;
  }

  /** True if this member has asked for it, and no steward has answered. */
  public boolean asks(long circle, long person) {
    return asking(circle).stream().anyMatch(one -> one.person() == person);
  }

  /** Who asks for it, those who came first at first; nobody who is barred. */
  public List<Named> asking(long circle) {
    return handle
        .createQuery(
            """
            select person_id, name from member
            where circle_id = :circle and trust_asked and not trusted and barred_at is null
            order by person_id
            """)
        .bind("circle", circle)
        .map((row, context) -> new Named(row.getLong("person_id"), row.getString("name")))
        .list();
  }

  /** True if a platform told that this member joined after that. */
  public boolean joinedAfter(long circle, long person, Instant after) {
    return handle
            .createQuery(
                """
                select count(*) from member
                where circle_id = :circle and person_id = :person and joined_at > :after
                """)
            .bind("circle", circle)
            .bind("person", person)
            .bind("after", after)
            .mapTo(int.class)
            .one()
        > 0;
  }
}
