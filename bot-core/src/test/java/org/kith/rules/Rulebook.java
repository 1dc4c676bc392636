package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.circle.Space;
import org.kith.command.Message;
import org.kith.desk.Drawing;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * The rules that hold whatever has happened, looked up in the tables and on paper.
 *
 * @param before claims that were made before their helpers became one person with another: of these
 *     only what is promised still counts
 */
record Rulebook(TestCircle circle, AtomicLong lastRequest, Set<Long> before) {

  private static final Set<String> STANDING = Set.of("HELD", "PROMISED", "STANDBY");

  Rulebook(TestCircle circle) {
    this(circle, new AtomicLong(), new HashSet<>());
  }

  /** Rules 1 and 2: no place is taken twice, and nobody takes one of their own. */
  void places() {
    assertThat(
            ids(
                """
                select r.id from request r join claim c on c.request_id = r.id
                where c.state not in ('RELEASED', 'STANDBY') and c.part is null
                group by r.id, r.helpers having count(*) > r.helpers
                """))
        .as("requests with more helpers than they ask for")
        .isEmpty();
    assertThat(
            ids(
                """
                select c.request_id as id from claim c
                where c.state not in ('RELEASED', 'STANDBY') and c.part is not null
                group by c.request_id having count(*) > 3
                """))
        .as("requests in more parts than anybody can piece together")
        .isEmpty();
    assertThat(
            claims(
                """
                select c.id, c.state from request r join claim c on c.request_id = r.id
                where c.helper_id = r.asker_id or c.helper_id = r.for_id
                """))
        .as("requests claimed by their own asker, or by whom they are for")
        .isEmpty();
    assertThat(
            claims(
                """
                select c.id, c.state from claim c where c.state <> 'RELEASED'
                  and (c.part is null or c.state <> 'KEPT') and exists (
                    select 1 from claim o where o.request_id = c.request_id and o.id <> c.id
                      and o.helper_id = c.helper_id and o.state <> 'RELEASED'
                      and (o.part is null or o.state <> 'KEPT'))
                """))
        .as("requests on which one person takes two places")
        .isEmpty();
  }

  /** Rule 2: nobody helps whoever has blocked them. */
  void blocked() {
    assertThat(
            claims(
                """
                select c.id, c.state from claim c join request r on r.id = c.request_id
                join block b on b.person_id in (r.asker_id, r.for_id)
                  and b.blocked_id = c.helper_id
                where c.state <> 'RELEASED' and c.claimed_at > b.since
                """))
        .as("claims of somebody whom the asker has blocked")
        .isEmpty();
  }

  /** Rule 2: whom a steward has barred has promised nothing that lies ahead. */
  void barred() {
    assertThat(
            ids(
                """
                select c.id from claim c join request r on r.id = c.request_id
                join member m on m.circle_id = r.circle_id and m.person_id = c.helper_id
                where m.barred_at is not null and c.state in ('HELD', 'PROMISED', 'STANDBY')
                  and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
                """))
        .as("promises of somebody who is barred")
        .isEmpty();
    assertThat(
            ids(
                """
                select r.id from request r
                join member m on m.circle_id = r.circle_id and m.person_id = r.asker_id
                where m.barred_at is not null and r.asked_at > m.barred_at and r.for_id is null
                """))
        .as("requests of somebody who is barred")
        // What was asked before came along where two circles were joined: there they were not.
        .allMatch(id -> id <= lastRequest.get());
    ids("select coalesce(max(id), 0) as id from request").forEach(lastRequest::set);
  }

  /** Rules 4 and 8: three days after its end a request has neither people nor details. */
  void forgotten() {
    Instant then = circle.clock.instant().minus(Duration.ofDays(3));
    List<Long> left =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery(
                        """
                        select r.id from request r
                        where r.state not in ('OPEN', 'PAUSED', 'LOOKED_AFTER') and r.state_since <= :then
                          and (coalesce(r.asker_id, r.for_id, r.between_id) is not null
                            or exists (select 1 from detail d where d.request_id = r.id)
                            or exists (select 1 from claim c
                              where c.request_id = r.id
                                and (c.helper_id is not null or c.part <> ''))
                            or exists (select 1 from asked a where a.request_id = r.id)
                            or exists (select 1 from reworded w where w.request_id = r.id)
                            or exists (select 1 from reactor x join post p on p.id = x.post_id
                              where p.request_id = r.id)
                            or exists (select 1 from thanks t where t.request_id = r.id)
                            or exists (select 1 from report x where x.request_id = r.id)
                            or exists (select 1 from talk t where t.request_id = r.id)
                            or exists (select 1 from writing w where w.request_id = r.id)
                            or exists (select 1 from outbox o where o.account is not null
                              and (o.kind in (<aboutRequests>) and o.ref_id = r.id
                                or o.kind in (<aboutClaims>)
                                and o.ref_id in (select c.id from claim c
                                  where c.request_id = r.id))))
                        """)
                    .bind("then", then)
                    .bindList("aboutRequests", names(note -> note.about() == Note.About.REQUEST))
                    .bindList("aboutClaims", names(Note::isAboutClaim))
                    .mapTo(Long.class)
                    .list());
    assertThat(left).as("requests that still lead to somebody").isEmpty();
    assertThat(
            ids(
                """
                select o.id from outbox o where o.kind in ('LETTER', 'LETTER_LOST')
                  and not exists (select 1 from letter l where l.id = o.ref_id)
                """))
        .as("letters that are to be sent and are not there")
        .isEmpty();
    assertThat(
            ids(
                """
                select p.letter_id from photo p where not exists (
                  select 1 from outbox o where o.kind = 'LETTER' and o.ref_id = p.letter_id)
                """))
        .as("photos that are on their way no more")
        .isEmpty();
  }

  private static List<String> names(Predicate<Note> which) {
    return Stream.of(Note.values()).filter(which).map(Note::name).toList();
  }

  /** Rule 3: what nobody spoke of any more has ended. */
  void ended() {
    assertThat(ids("select id from request where state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')"))
        .as("requests left hanging")
        .isEmpty();
  }

  /** Rule 3: of whatever is open a next step is due, and its hour is known. */
  void stepsAhead() {
    assertThat(
            ids(
                """
                select r.id from request r
                where r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER') and not exists (
                  select 1 from due d where d.ref_id = r.id and d.what in ('FOLLOW_UP', 'CLOSE'))
                """))
        .as("requests that would never end by themselves")
        .isEmpty();
  }

  /**
   * Rule 6: every open request has its card, as it is now, once in every space of its circle.
   *
   * @return how many cards were looked at
   */
  int cards() {
    return circle
        .core
        .database()
        .read(tables -> {
          int seen = 0;
          for (long id : open(tables)) {
            CareRequest request = tables.requests().find(id).orElseThrow();
            for (Space space : tables.circles().spacesOf(request.circleId())) {
              card(tables, request, space);
              seen++;
            }
          }
          return seen;
        });
  }

  private void card(Tables tables, CareRequest request, Space space) {
    List<Sheet> shown =
        circle.paper.in(space.place()).stream()
            .filter(Sheet::card)
            .filter(sheet -> title(sheet.message()).endsWith("#" + request.number()))
            .toList();
    assertThat(shown).as("cards of " + request + " in " + space.place()).hasSize(1);
    Message now =
        new Drawing(tables, Sealer.open(circle.core.keyFile(), null), circle.clock.instant())
            .draw(row(request, space))
            .orElseThrow()
            .message();
    assertThat(shown.getFirst().message()).isEqualTo(now);
  }

  private static List<Long> open(Tables tables) {
    return tables
        .handle()
        .createQuery("select id from request where state = 'OPEN' order by id")
        .mapTo(Long.class)
        .list();
  }

  private Row row(CareRequest request, Space space) {
    return new Row(
        0,
        Note.CARD,
        request.circleId(),
        space.place().platform(),
        space.place(),
        null,
        null,
        request.id(),
        request.revision(),
        "en",
        circle.clock.instant(),
        0,
        null);
  }

  /** Two accounts have become this person: what they had promised was no promise to themself. */
  void became(long person) {
    circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery("select id from claim where helper_id = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .list())
        .forEach(before::add);
  }

  /** The claims that a query finds, by their ids and states, without what was before. */
  private List<Long> claims(String sql) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("state")))
                .filter(claim ->
                    !before.contains(claim.getKey()) || STANDING.contains(claim.getValue()))
                .map(Map.Entry::getKey)
                .list());
  }

  private static String title(Message message) {
    return message.text().lines().getFirst().plain();
  }

  private List<Long> ids(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(Long.class).list());
  }
}
