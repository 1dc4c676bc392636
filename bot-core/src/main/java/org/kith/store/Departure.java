package org.kith.store;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.post.Note;
import org.kith.post.Note.About;
import org.kith.store.DueTable.What;

/** One space taken out of its circle, into one of its own; both circles must be locked. */
public final class Departure {
  /** Whoever has something in a circle that they asked, that is for them, or that they promised. */
  private static final String CONCERNED =
      """
      select r.asker_id from request r where r.circle_id = :of and r.asker_id is not null
      union select r.for_id from request r where r.circle_id = :of and r.for_id is not null
      union select r.between_id from request r
        where r.circle_id = :of and r.between_id is not null
      union select k.helper_id from claim k join request r on r.id = k.request_id
        where r.circle_id = :of and k.helper_id is not null
      """;

  private static final String APART =
      """
      insert into member (circle_id, person_id, name, since, barred_at, apart)
      select :of, m.person_id, m.name, m.since, m.barred_at, true from member m
      where m.circle_id = :other and (m.barred_at is not null or m.person_id in (
      """
          + CONCERNED
          + """
          )) and not exists (select 1 from member x
            where x.circle_id = :of and x.person_id = m.person_id)
          """;

  private final Handle handle;

  Departure(Handle handle) {
    this.handle = handle;
  }

  /** How many requests that were asked in a space have not ended. */
  public int open(long circle, long space) {
    return handle
        .createQuery(
            """
            select count(*) from request where circle_id = :circle and space_id = :space
              and state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            """)
        .bind("circle", circle)
        .bind("space", space)
        .mapTo(int.class)
        .one();
  }

  /**
   * Takes a space out of a circle, with the members who acted there last, and with what was asked
   * there under the next numbers of the new circle. Whoever has something of their own in the other
   * circle belongs to that one for it, and for nothing else; whoever is barred is so in both.
   * Nothing of the one circle waits to be posted in a space of the other.
   *
   * @param along false if what has not ended stays
   * @return the requests that came along, by their ids
   */
  public List<Long> take(long space, Place place, long from, long into, boolean along) {
    run("update space set circle_id = :into where id = :space", space, from, into);
    run(
        "update member set circle_id = :into where circle_id = :from and space_id = :space",
        space,
        from,
        into);
    List<Long> moved = requests(space, from, into, along);
    apart(into, from);
    apart(from, into);
    drafts(space, from, into);
    waiting(from, into);
    notInTheirPlace(place, from, into);
    run("delete from link_code where circle_id = :from", space, from, into);
    return moved;
  }

  /** Whoever has nothing of their own any more in a circle that their group has left is let go. */
  public void letGo(long circle) {
    handle
        .createUpdate(
            "delete from member where circle_id = :of and apart and barred_at is null"
                + " and person_id not in ("
                + CONCERNED
                + ")")
        .bind("of", circle)
        .execute();
  }

  private List<Long> requests(long space, long from, long into, boolean along) {
    Circles circles = new Circles(handle);
    List<Long> moving =
        handle
            .createQuery(
                """
                select id from request where circle_id = :from and space_id = :space
                  and (:along or state not in ('OPEN', 'PAUSED', 'LOOKED_AFTER'))
                order by number
                """)
            .bind("from", from)
            .bind("space", space)
            .bind("along", along)
            .mapTo(Long.class)
            .list();
    for (long request : moving) {
      handle
          .createUpdate(
              "update request set circle_id = :into, number = :number where id = :request")
          .bind("into", into)
          .bind("number", circles.takeNumber(into))
          .bind("request", request)
          .execute();
    }
    return moving;
  }

  private void apart(long of, long other) {
    handle.createUpdate(APART).bind("of", of).bind("other", other).execute();
  }

  /** What is being made goes with whoever makes it; what changes a request goes with that. */
  private void drafts(long space, long from, long into) {
    run(
        """
        update draft set circle_id = :into where circle_id = :from and request_id is null
          and account_id in (select a.id from account a join member m on m.person_id = a.person_id
            where m.circle_id = :into and m.space_id = :space)
        """,
        space,
        from,
        into);
    run(
        """
        update draft set circle_id = :into where circle_id = :from
          and request_id in (select id from request where circle_id = :into)
        """,
        space,
        from,
        into);
  }

  /** What is due, and what waits to be said, goes with what it is about. */
  private void waiting(long from, long into) {
    run(
        """
        update report set circle_id = :into where circle_id = :from
          and request_id in (select id from request where circle_id = :into)
        """,
        0,
        from,
        into);
    for (About about : About.values()) {
      String subjects = subjects(about);
      List<String> due =
          Stream.of(What.values()).filter(what -> about(what) == about).map(What::name).toList();
      List<String> notes =
          Stream.of(Note.values()).filter(note -> note.about() == about).map(Note::name).toList();
      if (subjects != null) {
        follow("due", "what", due, subjects, from, into);
        follow("outbox", "kind", notes, subjects, from, into);
      }
    }
    run(
        """
        update thanks set circle_id = :into where circle_id = :from
          and request_id in (select id from request where circle_id = :into)
        """,
        0,
        from,
        into);
  }

  private void follow(
      String table, String column, List<String> kinds, String subjects, long from, long into) {
    if (!kinds.isEmpty()) {
      handle
          .createUpdate(
              "update %s set circle_id = :into where circle_id = :from and %s in (<kinds>) and ref_id in (%s)"
                  .formatted(table, column, subjects))
          .bind("from", from)
          .bind("into", into)
          .bindList("kinds", kinds)
          .execute();
    }
  }

  /** What has come along of one sort; null for what belongs to the circle itself or to a person. */
  private static @Nullable String subjects(About about) {
    return switch (about) {
      case REQUEST -> "select id from request where circle_id = :into";
      case CLAIM, PROMISE ->
          """
          select k.id from claim k join request r on r.id = k.request_id
          where r.circle_id = :into
          """;
      case LETTER ->
          """
          select l.id from letter l join talk t on t.id = l.talk_id
          join request r on r.id = t.request_id where r.circle_id = :into
          """;
      case STEWARD_LETTER ->
          """
          select l.id from steward_letter l join steward_talk t on t.id = l.talk_id
          join report x on x.id = t.report_id where x.circle_id = :into
          """;
      case DRAFT -> "select id from draft where circle_id = :into";
      case REPORT -> "select id from report where circle_id = :into";
      case CIRCLE, PERSON, ACCOUNT, NOTHING -> null;
    };
  }

  private static About about(What what) {
    return switch (what) {
      case RING, LAST_HOUR, FOLLOW_UP, CLOSE, FORGET, RETIRE -> About.REQUEST;
      case HOLD, EVENING_BEFORE, HOUR_BEFORE -> About.CLAIM;
      case POST, CONSENT -> About.DRAFT;
      case REPORT -> About.REPORT;
      case DIGEST, EVENING, ERASE -> About.CIRCLE;
    };
  }

  private void notInTheirPlace(Place place, long from, long into) {
    for (long circle : List.of(from, into)) {
      String where = "platform = :platform and house = :house and room = :room";
      handle
          .createUpdate(
              "delete from outbox where circle_id = :circle and house is not null and "
                  + (circle == from ? where : "not (" + where + ")"))
          .bind("circle", circle)
          .bind("platform", place.platform().name())
          .bind("house", place.house())
          .bind("room", place.room())
          .execute();
    }
  }

  private void run(String sql, long space, long from, long into) {
    var update = handle.createUpdate(sql);
    if (sql.contains(":space")) {
      update.bind("space", space);
    }
    if (sql.contains(":from")) {
      update.bind("from", from);
    }
    update.bind("into", into).execute();
  }
}
