package org.kith.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.kith.care.Ring;
import org.kith.post.Note;

/** Who is asked when nobody comes: how wide a request has been asked, and whom. */
public final class Askings {
  /** Nobody is asked unasked twice within this time. */
  public static final Duration BETWEEN = Duration.ofDays(1);

  /** More promises than anybody makes. */
  private static final int NO_LIMIT = 10_000;

  private static final List<String> UNASKED =
      Stream.of(Note.values()).filter(Note::isUnasked).map(Note::name).toList();

  private final Handle handle;

  Askings(Handle handle) {
    this.handle = handle;
  }

  /** The widest ring that has been asked about a request. */
  public Ring reached(long request) {
    return handle
        .createQuery("select reached from ring where request_id = :request")
        .bind("request", request)
        .mapTo(String.class)
        .findOne()
        .map(Ring::valueOf)
        .orElse(Ring.CARD);
  }

  /** This ring has been asked. */
  public void reach(long request, Ring ring) {
    row(request);
    handle
        .createUpdate("update ring set reached = :ring where request_id = :request")
        .bind("ring", ring.name())
        .bind("request", request)
        .execute();
  }

  /** True if the asker wants it taken down quietly when nobody comes. */
  public boolean isQuiet(long request) {
    return handle
        .createQuery("select quietly from ring where request_id = :request")
        .bind("request", request)
        .mapTo(boolean.class)
        .findOne()
        .orElse(false);
  }

  /** What the asker wants when nobody comes: that it is taken down quietly, or asked wider. */
  public void quietly(long request, boolean quietly) {
    row(request);
    handle
        .createUpdate("update ring set quietly = :quietly where request_id = :request")
        .bind("quietly", quietly)
        .bind("request", request)
        .execute();
  }

  /** When the card was last posted again because nobody came. */
  public Optional<Instant> postedAgain(long request) {
    return handle
        .createQuery(
            """
            select posted_again_at from ring
            where request_id = :request and posted_again_at is not null
            """)
        .bind("request", request)
        .mapTo(Instant.class)
        .findOne();
  }

  /** The card is posted again. */
  public void postedAgain(long request, Instant now) {
    row(request);
    handle
        .createUpdate("update ring set posted_again_at = :now where request_id = :request")
        .bind("now", now)
        .bind("request", request)
        .execute();
  }

  /** Somebody is asked about a request. */
  public void told(long request, long person) {
    if (!knows(request, person)) {
      handle
          .createUpdate(
              """
              insert into asked (request_id, person_id, declined)
              values (:request, :person, false)
              """)
          .bind("request", request)
          .bind("person", person)
          .execute();
    }
  }

  /** When this person was last written to unasked. */
  public Optional<Instant> askedAt(long person) {
    return handle
        .createQuery("select asked_at from person where id = :person and asked_at is not null")
        .bind("person", person)
        .mapTo(Instant.class)
        .findOne();
  }

  /** This person has been written to unasked: the next such message is a day away. */
  public void asked(long person, Instant now) {
    handle
        .createUpdate("update person set asked_at = :now where id = :person")
        .bind("now", now)
        .bind("person", person)
        .execute();
  }

  /** True if this person was asked about a request, whatever they said. */
  public boolean knows(long request, long person) {
    return count(request, person, "select count(*) from asked where ") > 0;
  }

  /** True if this person was asked about a request, and has not declined. */
  public boolean isAsked(long request, long person) {
    return count(request, person, "select count(*) from asked where not declined and ") > 0;
  }

  /** This person can't: nobody asks them about this request again. */
  public void decline(long request, long person) {
    told(request, person);
    handle
        .createUpdate(
            """
            update asked set declined = true where request_id = :request and person_id = :person
            """)
        .bind("request", request)
        .bind("person", person)
        .execute();
  }

  /**
   * Members who once said that they may be asked privately, don't rest, have room below their own
   * cap, were not written to unasked within a day and will not be yet, and have said nothing to
   * this request yet: those least recently asked first.
   *
   * @param busy false to pass over those who have promised something already
   * @param trusted true to ask only those whom a steward trusts
   */
  public List<Long> willing(
      long circle, long request, Instant now, int most, boolean busy, boolean trusted) {
    return handle
        .createQuery(
            """
            select p.id from person p join member m on m.person_id = p.id
            where m.circle_id = :circle and m.barred_at is null and not m.apart
              and m.left_at is null and p.may_ask
              and (not :trusted or m.trusted or m.named or <manages>)
              and not (p.resting and (p.rest_until is null or p.rest_until > :now))
              and (select count(*) from claim c join request r on r.id = c.request_id
                where c.helper_id = p.id and c.state in ('HELD', 'PROMISED')
                  and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER'))
                < least(coalesce(p.cap, :cap), :cap)
              and (p.asked_at is null or p.asked_at <= :before)
              and exists (select 1 from account a where a.person_id = p.id and a.reachable)
              and not exists (select 1 from outbox o join account a
                  on a.platform = o.platform and a.external_id = o.account
                where a.person_id = p.id and o.kind in (<unasked>))
              and not exists (select 1 from request r where r.id = :request
                and (r.asker_id = p.id or r.for_id = p.id))
              and not exists (select 1 from block b join request r on b.person_id in (r.asker_id, r.for_id)
                where r.id = :request and b.blocked_id = p.id)
              and not exists (select 1 from asked x
                where x.request_id = :request and x.person_id = p.id)
              and not exists (select 1 from claim c
                where c.request_id = :request and c.helper_id = p.id)
            order by p.asked_at nulls first, p.id
            fetch first :most rows only
            """)
        .bind("circle", circle)
        .bind("request", request)
        .bind("before", now.minus(BETWEEN))
        .bind("most", most)
        .bind("now", now)
        .bind("trusted", trusted)
        .define("manages", StewardTable.MANAGES)
        .bind("cap", busy ? NO_LIMIT : 1)
        .bindList("unasked", UNASKED)
        .mapTo(Long.class)
        .list();
  }

  /** Forgets who was asked about a request, and how wide. */
  public void forget(long request) {
    handle.createUpdate("delete from asked where request_id = :r").bind("r", request).execute();
    handle.createUpdate("delete from ring where request_id = :r").bind("r", request).execute();
  }

  private int count(long request, long person, String sql) {
    return handle
        .createQuery(sql + "request_id = :request and person_id = :person")
        .bind("request", request)
        .bind("person", person)
        .mapTo(int.class)
        .one();
  }

  private void row(long request) {
    boolean known =
        handle
                .createQuery("select count(*) from ring where request_id = :request")
                .bind("request", request)
                .mapTo(int.class)
                .one()
            > 0;
    if (!known) {
      handle
          .createUpdate(
              "insert into ring (request_id, reached, quietly) values (:request, 'CARD', false)")
          .bind("request", request)
          .execute();
    }
  }
}
