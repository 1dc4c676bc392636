package org.kith.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.circle.Kind;

/** One circle taken into another: all that was its own is the other's, and it is no more. */
public final class Union {
  private final Handle handle;

  Union(Handle handle) {
    this.handle = handle;
  }

  /**
   * Moves all of one circle into another; both must be locked. Its requests get the next numbers of
   * the other, in their order; nothing of its own is due any more or waits to be said.
   *
   * @return the requests that came along, by their ids
   */
  public List<Long> take(long from, long into) {
    run("update space set circle_id = :into where circle_id = :from", from, into);
    members(from, into);
    List<Long> moved = requests(from, into);
    counts(from, into);
    run("update thanks set circle_id = :into where circle_id = :from", from, into);
    run("update report set circle_id = :into where circle_id = :from", from, into);
    run("update draft set circle_id = :into where circle_id = :from", from, into);
    run("delete from due where circle_id = :from and what in ('DIGEST', 'EVENING', 'ERASE')", from);
    run("update due set circle_id = :into where circle_id = :from", from, into);
    run(
        """
        delete from outbox where circle_id = :from and ref_id = :from
          and kind in ('DIGEST', 'EVENING', 'FOUNDED')
        """,
        from);
    run(
        """
        update outbox set ref_id = :into where circle_id = :from and ref_id = :from
          and kind in ('ONUS', 'NO_YES', 'NOT_REACHED', 'NAMED', 'UNNAMED',
            'TRUST_ASKED', 'TRUSTED')
        """,
        from,
        into);
    run("update outbox set circle_id = :into where circle_id = :from", from, into);
    run("delete from link_code where circle_id = :from", from);
    run("delete from circle where id = :from", from);
    return moved;
  }

  /** Whatever is asked in a circle under one kind is of another one from now on. */
  public void kinds(long circle, Kind was, Kind is) {
    for (String sql :
        List.of(
            "update request set kind = :to where circle_id = :circle and kind = :was",
            """
            update reworded set kind = :to where kind = :was
              and request_id in (select id from request where circle_id = :circle)
            """,
            "update draft set kind = :to where circle_id = :circle and kind = :was")) {
      handle
          .createUpdate(sql)
          .bind("circle", circle)
          .bind("was", was.stored())
          .bind("to", is.stored())
          .execute();
    }
  }

  private void members(long from, long into) {
    // Barred in one of them is barred in both.
    run(
        """
        update member set barred_at = (select min(m.barred_at) from member m
            where m.circle_id = :from and m.person_id = member.person_id)
        where circle_id = :into and barred_at is null and person_id in
          (select m.person_id from member m where m.circle_id = :from and m.barred_at is not null)
        """,
        from,
        into);
    run(
        """
        update member set named = true where circle_id = :into and person_id in
          (select m.person_id from member m where m.circle_id = :from and m.named)
        """,
        from,
        into);
    // The stewards unite: whom one of them trusts is trusted.
    run(
        """
        update member set trusted = true where circle_id = :into and person_id in
          (select m.person_id from member m where m.circle_id = :from and m.trusted)
        """,
        from,
        into);
    // Whoever has left one of them is in the other still.
    run(
        """
        update member set left_at = null where circle_id = :into and person_id in
          (select m.person_id from member m where m.circle_id = :from
            and m.left_at is null and not m.apart)
        """,
        from,
        into);
    run(
        """
        delete from member where circle_id = :from and person_id in
          (select m.person_id from member m where m.circle_id = :into)
        """,
        from,
        into);
    run("update member set circle_id = :into where circle_id = :from", from, into);
  }

  private List<Long> requests(long from, long into) {
    Circles circles = new Circles(handle);
    List<Long> moving =
        handle
            .createQuery("select id from request where circle_id = :from order by number")
            .bind("from", from)
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

  private void counts(long from, long into) {
    run(
        """
        merge into care_count t using (select * from care_count where circle_id = :from) s
        on t.circle_id = :into and t.kind = s.kind and t.week_start = s.week_start
        when matched then update set requests = t.requests + s.requests, kept = t.kept + s.kept
        when not matched then insert (circle_id, kind, week_start, requests, kept)
          values (:into, s.kind, s.week_start, s.requests, s.kept)
        """,
        from,
        into);
    run("delete from care_count where circle_id = :from", from);
  }

  private void run(String sql, long from) {
    handle.createUpdate(sql).bind("from", from).execute();
  }

  private void run(String sql, long from, long into) {
    handle.createUpdate(sql).bind("from", from).bind("into", into).execute();
  }
}
