package org.kith.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.kith.circle.Account;

/** Somebody who wants to be forgotten: whatever leads to them, or was said by them, goes. */
public final class Erasing {
  /** What a request of somebody who is forgotten says, where its row has to stay for others. */
  private static final String SAYS_NOTHING = "…";

  /** Promises that are somebody's, with what their calendar shows of them. */
  private static final String CLAIMS =
      """
      update claim set helper_id = null, part = case when part is not null then '' end,
        reminder_id = null, calendar_sequence = null, calendar_time = null,
        calendar_cancelled = null
      where helper_id = :person
      """;

  /** Where a person stands in a row: the row goes, or where others need it only the person. */
  private static final List<Lead> LEADS =
      List.of(
          new Lead("request", "asker_id", false),
          new Lead("request", "for_id", false),
          new Lead("request", "between_id", false),
          new Lead("consent", "person_id", false),
          new Lead("writing", "person_id", true),
          new Lead("writing", "other_id", true),
          new Lead("asked", "person_id", true),
          new Lead("care_card", "person_id", true),
          new Lead("block", "person_id", true),
          new Lead("block", "blocked_id", true),
          new Lead("letter", "reader_id", false),
          new Lead("report", "reporter_id", true),
          new Lead("report", "reported_id", false),
          new Lead("report_act", "steward_id", false),
          new Lead("member", "person_id", true),
          new Lead("account", "person_id", true));

  /** What is kept of somebody whom a steward has barred: that it is this account, and no name. */
  private static final List<String> ONLY_BARRED =
      List.of(
          "delete from member where person_id = :person and barred_at is null",
          """
          update member set name = :nothing, since = barred_at, named = false,
            apart = false, space_id = null, trusted = false, trust_asked = false,
            joined_at = null, left_at = null, looked_at = null
          where person_id = :person
          """,
          """
          update account set name = :nothing, language = 'en', reachable = false, used_at = null
          where person_id = :person
          """,
          """
          update person set
            created_at = (select max(m.barred_at) from member m where m.person_id = person.id),
            may_ask = default, cap = default, resting = default, rest_until = default,
            remind_day_before = default, remind_minutes_ahead = default, asked_at = default,
            language = default, zone = default, quiet_from = default, quiet_until = default,
            plain = default, in_digest = default, code = default, code_until = default,
            wrong_codes = default, wrong_code_at = default
          where id = :person
          """);

  /** Columns that lead to somebody, and are emptied in ways of their own. */
  private static final Set<String> OTHERS =
      Set.of(
          "claim.helper_id",
          "talk.person_id",
          "letter.writer_id",
          "steward_talk.steward_id",
          "draft.account_id",
          "manager.account_id");

  private record Lead(String table, String column, boolean rowGoes) {
    boolean isOfPerson() {
      return table.equals("member") || table.equals("account");
    }

    String sql() {
      String where = " where " + column + " = :person";
      return rowGoes
          ? "delete from " + table + where
          : "update " + table + " set " + column + " = null" + where;
    }
  }

  private final Handle handle;

  Erasing(Handle handle) {
    this.handle = handle;
  }

  /** The columns, {@code table.column}, that a person who is forgotten is taken out of. */
  public static Set<String> columns() {
    Set<String> all = new TreeSet<>(OTHERS);
    LEADS.forEach(lead -> all.add(lead.table() + "." + lead.column()));
    return all;
  }

  /** All circles in which anything leads to this person, by their ids. */
  public List<Long> circles(long person) {
    return ids(
        """
        select circle_id from member where person_id = :person
        union select circle_id from request
          where asker_id = :person or for_id = :person or between_id = :person
        union select r.circle_id from request r join claim c on c.request_id = r.id
          where c.helper_id = :person
        union select d.circle_id from draft d join account a on a.id = d.account_id
          where a.person_id = :person and d.circle_id is not null
        union select d.circle_id from draft d join consent c on c.draft_id = d.id
          where c.person_id = :person and d.circle_id is not null
        order by 1
        """,
        person);
  }

  /** The requests, ended or not, that a person asked, takes the questions for or helps with. */
  public List<Long> requests(long person) {
    return ids(
        """
        select id from request
          where asker_id = :person or for_id = :person or between_id = :person
        union select request_id from claim where helper_id = :person
        order by 1
        """,
        person);
  }

  /** The drafts that a person makes. */
  public List<Long> drafts(long person) {
    return ids(
        """
        select d.id from draft d join account a on a.id = d.account_id
        where a.person_id = :person order by d.id
        """,
        person);
  }

  /** The drafts of others about which a person has been asked. */
  public List<Long> awaiting(long person) {
    return ids(
        """
        select draft_id from consent where person_id = :person and until_at is not null
        order by draft_id
        """,
        person);
  }

  /**
   * Erases a person. What they asked must have ended, and their promises been released; the rows
   * that stay for others' sake say neither who it was nor what they said.
   */
  public void erase(long person, List<Account> accounts) {
    for (long request :
        ids("select id from request where asker_id = :person or for_id = :person", person)) {
      request(request);
    }
    for (long talk : ids("select id from talk where person_id = :person", person)) {
      new Talks(handle).forgetTalk(talk);
    }
    StewardTalks withStewards = new StewardTalks(handle);
    withStewards.concerning(person).forEach(withStewards::forget);
    new Talks(handle).forgetWritten(person);
    accounts.forEach(this::account);
    run(CLAIMS, person);
    boolean barred = isBarred(person);
    LEADS.stream()
        .filter(lead -> !barred || !lead.isOfPerson())
        .forEach(lead -> run(lead.sql(), person));
    if (barred) {
      ONLY_BARRED.forEach(sql ->
          handle.createUpdate(sql).bind("person", person).bind("nothing", SAYS_NOTHING).execute());
    } else {
      run("delete from person where id = :person", person);
    }
  }

  /**
   * True if a steward has barred this person somewhere. That outlasts being forgotten: whoever is
   * barred could begin anew with one word.
   */
  public boolean isBarred(long person) {
    return !ids(
            "select person_id from member where person_id = :person and barred_at is not null",
            person)
        .isEmpty();
  }

  /** What somebody asked, or was asked for them: nothing of it is left but its kind and time. */
  private void request(long request) {
    new Drafts(handle).removeAbout(request);
    new Requests(handle).destroyDetails(request);
    new Askings(handle).forget(request);
    new Rewordings(handle).forget(request);
    new ThanksTable(handle).remove(request);
    new Posts(handle).forgetReactors(request);
    for (Long talk : ids("select id from talk where request_id = :person", request)) {
      new Talks(handle).forgetTalk(talk);
    }
    new Talks(handle).forget(request);
    handle
        .createUpdate(
            """
            update request set what = :nothing, near = null, again_id = null where id = :request
            """)
        .bind("nothing", SAYS_NOTHING)
        .bind("request", request)
        .execute();
  }

  private void account(Account account) {
    run(
        """
        delete from reactor where external_id = :external and post_id in (
          select p.id from post p join space s on s.id = p.space_id
          where s.platform = :platform)
        """,
        account);
    run("delete from outbox where platform = :platform and account = :external", account);
    handle
        .createUpdate("delete from draft where account_id = :account")
        .bind("account", account.id())
        .execute();
    // Another account that was theirs once may be blocked under this name still.
    handle
        .createUpdate(
            """
            update block set shown = :nothing where shown = :name and not exists (
              select 1 from account a where a.person_id = block.blocked_id and a.name = block.shown)
            """)
        .bind("nothing", SAYS_NOTHING)
        .bind("name", account.name())
        .execute();
    handle
        .createUpdate("delete from manager where account_id = :account")
        .bind("account", account.id())
        .execute();
  }

  private void run(String sql, Account account) {
    handle
        .createUpdate(sql)
        .bind("platform", account.platform().name())
        .bind("external", account.externalId())
        .execute();
  }

  private void run(String sql, long person) {
    handle.createUpdate(sql).bind("person", person).execute();
  }

  private List<Long> ids(String sql, long person) {
    return handle.createQuery(sql).bind("person", person).mapTo(Long.class).list();
  }
}
