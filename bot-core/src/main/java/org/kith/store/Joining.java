package org.kith.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Account;

/**
 * Two persons who turn out to be one: all that leads to one of them leads to the other, and the one
 * is no more. An account that was joined can be a person of its own again.
 */
public final class Joining {
  /** Where a person stands once only, together with these other columns. */
  private static final List<Once> ONCE =
      List.of(
          new Once("member", "person_id", List.of("circle_id")),
          new Once("asked", "person_id", List.of("request_id")),
          new Once("talk", "person_id", List.of("request_id")),
          // A list that loses a name tells that its two were one.
          new Once("block", "person_id", List.of("blocked_id", "shown")),
          new Once("block", "blocked_id", List.of("person_id", "shown")),
          new Once("writing", "person_id", List.of()),
          new Once("care_card", "person_id", List.of()));

  /** Where a person may stand as often as they like. */
  private static final List<String> OFTEN =
      List.of(
          "account.person_id",
          "request.asker_id",
          "request.for_id",
          "request.between_id",
          "claim.helper_id",
          "consent.person_id",
          "report.reporter_id",
          "report.reported_id",
          "report_act.steward_id",
          "steward_talk.steward_id",
          "writing.other_id",
          "letter.writer_id",
          "letter.reader_id");

  /**
   * A column with a person in it.
   *
   * @param with the columns with which it is unique; none if it is unique alone
   */
  private record Once(String table, String column, List<String> with) {
    String doubles() {
      String same =
          with.stream()
              .map(one -> " and o.%s = %s.%s".formatted(one, table, one))
              .collect(Collectors.joining());
      return """
      delete from %s where %s = :from
        and exists (select 1 from %s o where o.%s = :into%s)
      """
          .formatted(table, column, table, column, same);
    }
  }

  private final Handle handle;

  Joining(Handle handle) {
    this.handle = handle;
  }

  /** The columns, {@code table.column}, in which one person takes the place of another. */
  public static Set<String> columns() {
    Set<String> all =
        ONCE.stream()
            .map(one -> one.table() + "." + one.column())
            .collect(Collectors.toCollection(TreeSet::new));
    all.addAll(OFTEN);
    return all;
  }

  /** Locks both, everybody in the same order; false if one of them is no more. */
  public boolean lock(long one, long other) {
    return handle
            .createQuery("select id from person where id in (:one, :other) order by id for update")
            .bind("one", one)
            .bind("other", other)
            .mapTo(Long.class)
            .list()
            .size()
        == 2;
  }

  /**
   * One person takes the place of another everywhere. Where both stand, what the one who stays has
   * set holds; whoever may look after a circle, or is barred from it, does and is; a no stays a no.
   *
   * @param acting the account that is used now
   */
  public void take(long from, long into, long acting, Instant now) {
    rights(from, into);
    run(
        "delete from block where person_id in (:from, :into) and blocked_id in (:from, :into)",
        from,
        into);
    doubleTalks(from, into);
    for (Once once : ONCE) {
      run(once.doubles(), from, into);
      move(once.table() + "." + once.column(), from, into);
    }
    OFTEN.forEach(column -> move(column, from, into));
    run(
        """
        update request set behalf = null, for_id = null, between_id = null
        where for_id = between_id and for_id = :into and :from <> :into
        """,
        from,
        into);
    writingToOneself(into);
    rest(from, into);
    handle.createUpdate("delete from person where id = :from").bind("from", from).execute();
    handle
        .createUpdate(
            """
            update account set used_at = case when id = :acting then cast(:now as timestamp with time zone)
              else coalesce(used_at, (select created_at from person where id = :into)) end
            where person_id = :into
            """)
        .bind("acting", acting)
        .bind("now", now)
        .bind("into", into)
        .execute();
  }

  /** What one may do, asks to do, or may not, the other does, too, where both are members. */
  private void rights(long from, long into) {
    for (String right : List.of("named", "trusted", "trust_asked")) {
      run(
          """
          update member set %s = true where person_id = :into and circle_id in
            (select m.circle_id from member m where m.person_id = :from and m.%s)
          """
              .formatted(right, right),
          from,
          into);
    }
    run(
        """
        update member set barred_at =
          (select m.barred_at from member m
            where m.person_id = :from and m.circle_id = member.circle_id)
        where person_id = :into and barred_at is null and circle_id in
          (select m.circle_id from member m where m.person_id = :from)
        """,
        from,
        into);
    run(
        """
        update member set apart = false where person_id = :into and circle_id in
          (select m.circle_id from member m where m.person_id = :from and not m.apart)
        """,
        from,
        into);
    run(
        """
        update member set left_at = null where person_id = :into and circle_id in
          (select m.circle_id from member m
            where m.person_id = :from and m.left_at is null and not m.apart)
        """,
        from,
        into);
    run(
        """
        update asked set declined = true where person_id = :into and request_id in
          (select a.request_id from asked a where a.person_id = :from and a.declined)
        """,
        from,
        into);
  }

  /** A talk with oneself ends; of two about one request that of the one who stays goes on. */
  private void doubleTalks(long from, long into) {
    List<Long> talks =
        handle
            .createQuery(
                """
                select t.id from talk t join request r on r.id = t.request_id
                where t.person_id in (:from, :into) and r.asker_id in (:from, :into)
                union select t.id from talk t join talk o on o.request_id = t.request_id
                where t.person_id = :from and o.person_id = :into
                """)
            .bind("from", from)
            .bind("into", into)
            .mapTo(Long.class)
            .list();
    for (long talk : talks) {
      new Talks(handle).forgetTalk(talk);
    }
    doubleStewardTalks(from, into);
  }

  /**
   * The same of talks over a report: one steward has one with each side, and none with themself.
   */
  private void doubleStewardTalks(long from, long into) {
    StewardTalks talks = new StewardTalks(handle);
    handle
        .createQuery(
            """
            select t.id from steward_talk t join steward_talk o on o.report_id = t.report_id
              and o.with_reporter = t.with_reporter
            where t.steward_id = :from and o.steward_id = :into
            union select t.id from steward_talk t join report r on r.id = t.report_id
            where t.steward_id in (:from, :into)
              and case when t.with_reporter then r.reporter_id else r.reported_id end
                in (:from, :into)
            """)
        .bind("from", from)
        .bind("into", into)
        .mapTo(Long.class)
        .list()
        .forEach(talks::forget);
  }

  /** Whoever is about to write to an asker stands as the other of it, too: only one's own goes. */
  private void writingToOneself(long person) {
    handle
        .createUpdate(
            """
            delete from writing where person_id = :person and other_id = :person
              and request_id in (select id from request where asker_id = :person)
            """)
        .bind("person", person)
        .execute();
  }

  /** Whoever rests on one account rests; whoever was asked today was asked. */
  private void rest(long from, long into) {
    run(
        """
        update person set resting = true,
          rest_until = (select f.rest_until from person f where f.id = :from)
        where id = :into and not resting
          and exists (select 1 from person f where f.id = :from and f.resting)
        """,
        from,
        into);
    run(
        """
        update person set asked_at = (select f.asked_at from person f where f.id = :from)
        where id = :into and exists (select 1 from person f where f.id = :from
          and f.asked_at is not null and (person.asked_at is null or f.asked_at > person.asked_at))
        """,
        from,
        into);
  }

  /**
   * An account is a person of its own from now on; all that was theirs together stays with the
   * others. What still waits to be said goes to one of these; but for that they are one person, and
   * for what empties the chat of the account that goes.
   */
  public void part(Account off, Account stays, Instant now) {
    long person =
        handle
            .createUpdate("insert into person (created_at) values (:now)")
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    handle
        .createUpdate("update account set person_id = :person, used_at = null where id = :id")
        .bind("person", person)
        .bind("id", off.id())
        .execute();
    aloneAgain(off.personId());
    keptOut(off.personId(), person);
    named(person, off.name(), null);
    named(off.personId(), stays.name(), off.name());
    handOver(off, stays);
  }

  /** Of an account that is joined with no other it is not kept when it was used. */
  private void aloneAgain(long person) {
    handle
        .createUpdate(
            """
            update account set used_at = null where person_id = :person
              and (select count(*) from account o where o.person_id = :person) = 1
            """)
        .bind("person", person)
        .execute();
  }

  private void handOver(Account off, Account stays) {
    handle
        .createUpdate(
            """
            delete from outbox where kind = 'ONE_PERSON'
              and (ref_id = :off or (platform = :platform and account = :account))
            """)
        .bind("off", off.id())
        .bind("platform", off.platform().name())
        .bind("account", off.externalId())
        .execute();
    handle
        .createUpdate(
            """
            update outbox set platform = :toPlatform, account = :to
            where platform = :platform and account = :account and kind not in ('CLEAR', 'CLEARED')
            """)
        .bind("toPlatform", stays.platform().name())
        .bind("to", stays.externalId())
        .bind("platform", off.platform().name())
        .bind("account", off.externalId())
        .execute();
  }

  /**
   * Circles know a person by this name.
   *
   * @param before only where this is the one they had; null: wherever
   */
  private void named(long person, String name, @Nullable String before) {
    handle
        .createUpdate(
            """
            update member set name = :name
            where person_id = :person and name = coalesce(:before, name)
            """)
        .bind("name", name)
        .bind("person", person)
        .bind("before", before)
        .execute();
  }

  /** Nobody gets around a bar or a block by becoming two. */
  private void keptOut(long from, long into) {
    run(
        """
        insert into member (circle_id, person_id, name, since, barred_at)
        select m.circle_id, :into, m.name, m.since, m.barred_at from member m
        where m.person_id = :from and m.barred_at is not null
        """,
        from,
        into);
    run(
        """
        insert into block (person_id, blocked_id, shown, since)
        select b.person_id, :into, b.shown, b.since from block b where b.blocked_id = :from
        """,
        from,
        into);
  }

  private void move(String column, long from, long into) {
    String[] parts = column.split("\\.", 2);
    run(
        "update %s set %s = :into where %s = :from".formatted(parts[0], parts[1], parts[1]),
        from,
        into);
  }

  private void run(String sql, long from, long into) {
    handle.createUpdate(sql).bind("from", from).bind("into", into).execute();
  }
}
