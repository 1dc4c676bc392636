package org.kith.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** A circle that is no more: all that it knew goes, and whoever was in no other circle. */
public final class CircleErasing {
  private static final String CIRCLE = ":circle";
  private static final String REQUESTS = "select id from request where circle_id = :circle";
  private static final String SPACES = "select id from space where circle_id = :circle";
  private static final String TALKS = "select id from talk where request_id in (" + REQUESTS + ")";
  private static final String REPORTS =
      "select id from report where circle_id = :circle or request_id in (" + REQUESTS + ")";
  private static final String STEWARD_TALKS =
      "select id from steward_talk where report_id in (" + REPORTS + ")";
  private static final String LETTERS = "select id from letter where talk_id in (" + TALKS + ")";
  private static final String DRAFTS =
      "select id from draft where circle_id = :circle or request_id in (" + REQUESTS + ")";
  private static final String POSTS =
      "select id from post where request_id in (" + REQUESTS + ") or space_id in (" + SPACES + ")";

  /** What hangs on what, the outermost first. */
  private static final List<Leaf> LEAVES =
      List.of(
          new Leaf("photo", "letter_id", LETTERS),
          new Leaf("letter", "talk_id", TALKS),
          new Leaf("talk", "request_id", REQUESTS),
          new Leaf("writing", "request_id", REQUESTS),
          new Leaf("writing", "steward_talk_id", STEWARD_TALKS),
          new Leaf("steward_letter", "talk_id", STEWARD_TALKS),
          new Leaf("steward_talk", "report_id", REPORTS),
          new Leaf("reactor", "post_id", POSTS),
          new Leaf("post", "request_id", REQUESTS),
          new Leaf("post", "space_id", SPACES),
          new Leaf("detail", "request_id", REQUESTS),
          new Leaf("claim", "request_id", REQUESTS),
          new Leaf("ring", "request_id", REQUESTS),
          new Leaf("reworded", "request_id", REQUESTS),
          new Leaf("asked", "request_id", REQUESTS),
          new Leaf("report_act", "report_id", REPORTS),
          new Leaf("report", "request_id", REQUESTS),
          new Leaf("report", "circle_id", CIRCLE),
          new Leaf("thanks", "request_id", REQUESTS),
          new Leaf("thanks", "circle_id", CIRCLE),
          new Leaf("consent", "draft_id", DRAFTS),
          new Leaf("draft", "request_id", REQUESTS),
          new Leaf("draft", "circle_id", CIRCLE),
          new Leaf("outbox", "circle_id", CIRCLE),
          new Leaf("due", "circle_id", CIRCLE),
          new Leaf("care_count", "circle_id", CIRCLE),
          new Leaf("link_code", "circle_id", CIRCLE),
          new Leaf("wrong_code", "space_id", SPACES),
          new Leaf("manager", "space_id", SPACES),
          new Leaf("member", "circle_id", CIRCLE),
          new Leaf("request", "circle_id", CIRCLE),
          new Leaf("space", "circle_id", CIRCLE));

  /** Columns that the database itself empties. */
  private static final Set<String> BY_ITSELF = Set.of("member.space_id", "request.space_id");

  private record Leaf(String table, String column, String of) {
    String sql() {
      return "delete from " + table + " where " + column + " in (" + of + ")";
    }
  }

  private final Handle handle;

  CircleErasing(Handle handle) {
    this.handle = handle;
  }

  /** The columns, {@code table.column}, by which rows hang on a circle and go with it. */
  public static Set<String> columns() {
    Set<String> all = new TreeSet<>(BY_ITSELF);
    LEAVES.forEach(leaf -> all.add(leaf.table() + "." + leaf.column()));
    return all;
  }

  /** Erases a circle; it must be locked. */
  public void erase(long circle) {
    List<Long> members =
        handle
            .createQuery(
                "select person_id from member where circle_id = :circle order by person_id")
            .bind("circle", circle)
            .mapTo(Long.class)
            .list();
    run(
        """
        delete from outbox where exists (select 1 from space s
          where s.circle_id = :circle and s.platform = outbox.platform
            and s.house = outbox.house and s.room = outbox.room)
        """,
        circle);
    LEAVES.forEach(leaf -> run(leaf.sql(), circle));
    run("delete from circle where id = :circle", circle);
    Erasing erasing = new Erasing(handle);
    People people = new People(handle);
    for (long member : members) {
      if (erasing.circles(member).isEmpty()) {
        erasing.erase(member, people.accountsOf(member));
      }
    }
  }

  private void run(String sql, long circle) {
    handle.createUpdate(sql).bind("circle", circle).execute();
  }
}
