package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.post.Note;

/**
 * What has been decided to be said but has not been said yet. Rows hold references, never words:
 * the text is drawn, and who may see it looked at again, when it is about to be sent.
 */
public final class Outbox {
  private static final int MOST_AT_ONCE = 300;
  private static final int MOST_OF_A_LANE = 4;

  private final Handle handle;

  Outbox(Handle handle) {
    this.handle = handle;
  }

  /**
   * One row.
   *
   * @param place where it is posted; null if it goes to an account
   * @param account the platform's id of the account; null if it goes to a space
   * @param messageId for {@link Note#STRAY}: the message that goes
   * @param ref the request, claim, circle or space that the note is about
   * @param revision for a card: the newest revision that it should show
   * @param language BCP 47 tag of whoever reads it
   * @param plain true if it is shown without layout and emoji
   * @param tries how often it has been tried in vain
   * @param doubtSince when it was first sent without an answer
   */
  public record Row(
      long id,
      Note note,
      @Nullable Long circleId,
      Platform platform,
      @Nullable Place place,
      @Nullable String account,
      @Nullable String messageId,
      long ref,
      int revision,
      String language,
      boolean plain,
      Instant dueAt,
      int tries,
      @Nullable Instant doubtSince) {

    /** One that keeps its dress. */
    public Row(
        long id,
        Note note,
        @Nullable Long circleId,
        Platform platform,
        @Nullable Place place,
        @Nullable String account,
        @Nullable String messageId,
        long ref,
        int revision,
        String language,
        Instant dueAt,
        int tries,
        @Nullable Instant doubtSince) {
      this(
          id,
          note,
          circleId,
          platform,
          place,
          account,
          messageId,
          ref,
          revision,
          language,
          false,
          dueAt,
          tries,
          doubtSince);
    }

    /** What keeps its order: rows of one lane are sent one after the other. */
    public String lane() {
      return place == null
          ? platform + " to " + account
          : platform + " in " + place.house() + " " + place.room();
    }
  }

  /** A card should show at least this revision; one row a card, however often it changes. */
  public void card(long circle, Place place, long request, int revision, String lang, Instant now) {
    int known =
        update(
                "update outbox set revision = :revision where kind = 'CARD' and ref_id = :ref"
                    + " and platform = :platform and house = :house and room = :room")
            .bind("revision", revision)
            .bind("ref", request)
            .bind("platform", place.platform().name())
            .bind("house", place.house())
            .bind("room", place.room())
            .execute();
    if (known == 0) {
      insert(Note.CARD, circle, place, null, null, request, revision, lang, now);
    }
  }

  /** Something is to be posted in a space. */
  public long post(
      Note note, @Nullable Long circle, Place place, long ref, String language, Instant now) {
    return insert(note, circle, place, null, null, ref, 0, language, now);
  }

  /** A message in a space is to be taken away. */
  public void stray(Place place, String messageId, long request, String language, Instant now) {
    insert(Note.STRAY, null, place, null, messageId, request, 0, language, now);
  }

  /** Something is to be told to one person, on this account. */
  public long tell(Note note, @Nullable Long circle, Account to, long ref, Instant dueAt) {
    return insert(note, circle, null, to, null, ref, 0, to.language(), dueAt);
  }

  /**
   * What is due, people before digests, oldest first: of each lane the first few, so that one with
   * a long queue does not hide the others; at most 300. Nothing of a lane in which something is
   * tried again later: what came since does not overtake it.
   */
  public List<Row> due(Instant now, Collection<Platform> platforms) {
    if (platforms.isEmpty()) {
      return List.of();
    }
    List<Row> few =
        query(
            """
            select * from outbox
            where platform in (<platforms>) and (due_at <= :now or tries > 0)
            order by case kind when 'DIGEST' then 1 else 0 end, id
            fetch first 301 rows only
            """,
            now,
            platforms);
    return few.size() <= MOST_AT_ONCE ? firstOfEachLane(few, now) : ofMany(now, platforms);
  }

  private static List<Row> firstOfEachLane(List<Row> rows, Instant now) {
    Set<String> waiting = new HashSet<>();
    rows.stream().filter(row -> row.dueAt().isAfter(now)).map(Row::lane).forEach(waiting::add);
    Map<String, Integer> taken = new HashMap<>();
    return rows.stream()
        .filter(row -> !waiting.contains(row.lane()))
        .filter(row -> taken.merge(row.lane(), 1, Integer::sum) <= MOST_OF_A_LANE)
        .toList();
  }

  /** The same, decided by the database: dear, but it does not read a long queue. */
  private List<Row> ofMany(Instant now, Collection<Platform> platforms) {
    return query(
        """
        select * from (
          select o.*, case kind when 'DIGEST' then 1 else 0 end as bulk,
            sum(case when due_at <= :now then 1 else 0 end) over (
              partition by platform, house, room, account
              order by case kind when 'DIGEST' then 1 else 0 end, id
              rows unbounded preceding) as place_in_lane,
            max(case when due_at > :now then 1 else 0 end) over (
              partition by platform, house, room, account) as waits
          from outbox o
          where platform in (<platforms>) and (due_at <= :now or tries > 0)) lanes
        where due_at <= :now and waits = 0 and place_in_lane <= 4
        order by bulk, id
        fetch first 300 rows only
        """,
        now,
        platforms);
  }

  private List<Row> query(String sql, Instant now, Collection<Platform> platforms) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bindList("platforms", platforms.stream().map(Platform::name).toList())
        .map(Outbox::row)
        .list();
  }

  /** True while a new card is on its way into a house: its message is not known yet. */
  public boolean isCardUnderWay(Platform platform, String house) {
    return handle
            .createQuery(
                """
                select count(*) from outbox
                where kind = 'CARD' and platform = :platform and house = :house
                  and doubt_since is not null
                """)
            .bind("platform", platform.name())
            .bind("house", house)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** The row with this id, while it is there. */
  public Optional<Row> find(long id) {
    return handle
        .createQuery("select * from outbox where id = :id")
        .bind("id", id)
        .map(Outbox::row)
        .findOne();
  }

  /** It has been said, or need not be said any more. */
  public void remove(long id) {
    update("delete from outbox where id = :id").bind("id", id).execute();
  }

  /** The card shows this revision; the row stays if the request has changed meanwhile. */
  public boolean removeShown(long id, int revision) {
    return update("delete from outbox where id = :id and revision <= :revision")
            .bind("id", id)
            .bind("revision", revision)
            .execute()
        > 0;
  }

  /** All that waits to be said to one account about one subject is moot; true if there was any. */
  public boolean removeAbout(Note note, long ref) {
    return removeAbout(List.of(note), ref);
  }

  /** The same of several kinds. */
  public boolean removeAbout(List<Note> notes, long ref) {
    return update("delete from outbox where ref_id = :ref and kind in (<kinds>)")
            .bind("ref", ref)
            .bindList("kinds", notes.stream().map(Note::name).toList())
            .execute()
        > 0;
  }

  /** It is said until then, or never. */
  public void until(long id, Instant until) {
    update("update outbox set until_at = :until where id = :id")
        .bind("id", id)
        .bind("until", until)
        .execute();
  }

  /** What was to be said until now is not said any more. */
  public void removeOver(Instant now) {
    update("delete from outbox where until_at < :now").bind("now", now).execute();
  }

  /** True if something of this kind about this subject waits. */
  public boolean holds(Note note, long ref) {
    return handle
            .createQuery("select count(*) from outbox where kind = :kind and ref_id = :ref")
            .bind("kind", note.name())
            .bind("ref", ref)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** It is sent now; there is no answer yet. */
  public void sending(long id, Instant now) {
    update("update outbox set doubt_since = :now where id = :id and doubt_since is null")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  /** The platform said that it did not arrive; false if it does not wait any more. */
  public boolean didNotArrive(long id) {
    return update("update outbox set doubt_since = null where id = :id").bind("id", id).execute()
        > 0;
  }

  /** It is tried again later, and with it all that follows in its lane. */
  public void later(Row row, Instant dueAt) {
    update("update outbox set tries = tries + 1 where id = :id").bind("id", row.id()).execute();
    Place place = row.place();
    var lane =
        place == null
            ? update(
                    "update outbox set due_at = :at where platform = :platform"
                        + " and account = :account and due_at < :at")
                .bind("account", row.account())
            : update(
                    "update outbox set due_at = :at where platform = :platform"
                        + " and house = :house and room = :room and due_at < :at")
                .bind("house", place.house())
                .bind("room", place.room());
    lane.bind("platform", row.platform().name()).bind("at", dueAt).execute();
  }

  /**
   * It broke, and alone is tried again later: its lane does not wait.
   *
   * @return how often it has broken
   */
  public int broke(long id, Instant dueAt) {
    update("update outbox set breaks = breaks + 1, due_at = :at where id = :id")
        .bind("id", id)
        .bind("at", dueAt)
        .execute();
    return handle
        .createQuery("select breaks from outbox where id = :id")
        .bind("id", id)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** It alone waits, however often it was tried before: its reader sleeps. */
  public void waits(long id, Instant dueAt) {
    update("update outbox set due_at = :at, tries = 0 where id = :id")
        .bind("id", id)
        .bind("at", dueAt)
        .execute();
  }

  /** It is due now. */
  public void now(long id, Instant now) {
    update("update outbox set due_at = :now where id = :id and due_at > :now")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  /** A house got a new id. */
  public void move(Platform platform, String from, String to) {
    update("update outbox set house = :to where platform = :platform and house = :from")
        .bind("platform", platform.name())
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  /** How many rows could be said now. */
  public int dueSize(Instant now) {
    return handle
        .createQuery("select count(*) from outbox where due_at <= :now")
        .bind("now", now)
        .mapTo(int.class)
        .one();
  }

  /** How many rows wait, due or not. */
  public int size() {
    return handle.createQuery("select count(*) from outbox").mapTo(int.class).one();
  }

  /** The next time at which anything of these platforms is due. */
  public Optional<Instant> next(Collection<Platform> platforms) {
    if (platforms.isEmpty()) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select due_at from outbox where platform in (<platforms>)
            order by due_at fetch first 1 rows only
            """)
        .bindList("platforms", platforms.stream().map(Platform::name).toList())
        .mapTo(Instant.class)
        .findOne();
  }

  private org.jdbi.v3.core.statement.Update update(String sql) {
    return handle.createUpdate(sql);
  }

  private long insert(
      Note note,
      @Nullable Long circle,
      @Nullable Place place,
      @Nullable Account account,
      @Nullable String messageId,
      long ref,
      int revision,
      String language,
      Instant dueAt) {
    Platform platform =
        place != null ? place.platform() : Objects.requireNonNull(account).platform();
    return update(
            """
            insert into outbox (kind, circle_id, platform, house, room, account, message_id,
              ref_id, revision, language, plain, due_at, tries)
            values (:kind, :circle, :platform, :house, :room, :account, :messageId,
              :ref, :revision, :language, :plain, :dueAt, 0)
            """)
        .bind("kind", note.name())
        .bind("circle", circle)
        .bind("platform", platform.name())
        .bind("house", place == null ? null : place.house())
        .bind("room", place == null ? null : place.room())
        .bind("account", account == null ? null : account.externalId())
        .bind("messageId", messageId)
        .bind("ref", ref)
        .bind("revision", revision)
        .bind("language", language)
        .bind("plain", account != null && account.manner().plain())
        .bind("dueAt", dueAt)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    Platform platform = Platform.valueOf(row.getString("platform"));
    String house = row.getString("house");
    return new Row(
        row.getLong("id"),
        Note.valueOf(row.getString("kind")),
        Requests.longOrNull(row, "circle_id"),
        platform,
        house == null ? null : new Place(platform, house, row.getString("room")),
        row.getString("account"),
        row.getString("message_id"),
        row.getLong("ref_id"),
        row.getInt("revision"),
        row.getString("language"),
        row.getBoolean("plain"),
        Instants.get(row, "due_at"),
        row.getInt("tries"),
        Instants.getOrNull(row, "doubt_since"));
  }
}
