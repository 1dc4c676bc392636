package org.kith.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who looks after the circles: whom a platform lets manage a house of one, and who was named. */
public final class StewardTable {
  private final Handle handle;

  StewardTable(Handle handle) {
    this.handle = handle;
  }

  /**
   * A member who looks after a circle, for one reason or for both.
   *
   * @param name the one that they have in the circle
   * @param manages true if the platform let them manage a house of it when they last acted there
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
            select person_id, name, manages, named from member
            where circle_id = :circle and (manages or named) and left_at is null
            order by person_id
            """)
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
