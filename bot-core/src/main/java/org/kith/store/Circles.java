package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.Customs;
import org.kith.circle.DetailsOpen;
import org.kith.circle.DigestShows;
import org.kith.circle.DigestTime;
import org.kith.circle.HowOpen;
import org.kith.circle.KindsOff;
import org.kith.circle.Nameless;
import org.kith.circle.NamesOnCards;
import org.kith.circle.Openness;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.RelayOpen;
import org.kith.circle.RingPace;
import org.kith.circle.Space;
import org.kith.circle.WhoMayClaim;

/** Circles and their spaces. */
public final class Circles {
  private static final String COLUMNS =
      """
      c.id, c.name, c.language, c.zone, c.zone_confirmed, c.openness, c.details_open,
      c.names_shown, c.digest_on, c.digest_weekday, c.digest_time, c.digest_silent, c.crisis_text,
      c.photos, c.country, c.retention_weeks, c.ring_pace, c.kinds_hidden,
      c.kinds_named, c.kinds_added, c.welcome, c.links, c.claim_by, c.kinds_off, c.questions, c.nameless,
      c.digest_shows
      """;

  private final Handle handle;

  Circles(Handle handle) {
    this.handle = handle;
  }

  /** Adds a circle; its id in what is given is not used. */
  public Circle add(Circle circle, Instant now) {
    long id =
        bind(
                handle.createUpdate(
                    """
                    insert into circle (name, language, zone, zone_confirmed, openness,
                      details_open, names_shown, digest_on, digest_weekday, digest_time,
                      digest_silent, crisis_text, photos, country, retention_weeks, ring_pace, kinds_hidden,
                      kinds_named, kinds_added, welcome, links, claim_by, kinds_off, questions, nameless, digest_shows,
                      next_number, created_at)
                    values (:name, :language, :zone, :zoneConfirmed, :openness, :detailsOpen,
                      :names, :digestOn, :digestWeekday, :digestTime, :digestSilent, :crisisText,
                      :photos, :country, :retention, :pace, :kindsHidden, :kindsNamed, :kindsAdded,
                      :welcome, :links, :claimBy, :kindsOff, :questions, :nameless, :digestShows, 1, :now)
                    """),
                circle)
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return find(id).orElseThrow();
  }

  /**
   * Puts commands on one circle in order: whoever comes second waits until the first is done.
   *
   * @return false if it is no more: it was taken into another one meanwhile
   */
  public boolean lock(long circle) {
    return handle
        .createQuery("select id from circle where id = :id for update")
        .bind("id", circle)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /** The same, with the circle as it is once it is locked; empty if it is no more. */
  public Optional<Circle> locked(long circle) {
    return handle
        .createQuery("select " + COLUMNS + " from circle c where c.id = :id for update")
        .bind("id", circle)
        .map(Circles::circle)
        .findOne();
  }

  /** The circle with this id. */
  public Optional<Circle> find(long id) {
    return handle
        .createQuery("select " + COLUMNS + " from circle c where c.id = :id")
        .bind("id", id)
        .map(Circles::circle)
        .findOne();
  }

  /**
   * The circles that somebody may mean who writes privately, each in the order of the ids.
   *
   * @param here those of which they are a member and a space is in one of their houses
   * @param apart those of which no space is there any more, and in which they still have something
   *     that they asked or promised
   * @param back the ids of those that they had left: they are there again
   */
  public record Meant(List<Circle> here, List<Circle> apart, List<Long> back) {
    /** Nowhere. */
    public static final Meant NONE = new Meant(List.of(), List.of(), List.of());

    /** The ids of all, the lowest first. */
    public List<Long> ids() {
      return Stream.concat(here.stream(), apart.stream()).map(Circle::id).sorted().toList();
    }
  }

  /** The circles of a person who is in these houses. */
  public Meant of(long person, Platform platform, Set<String> houses) {
    List<Circle> here = new ArrayList<>();
    List<Circle> apart = new ArrayList<>();
    List<Long> back = new ArrayList<>();
    if (!houses.isEmpty()) {
      handle
          .createQuery(
              "select "
                  + COLUMNS
                  + """
                  , case when exists (select 1 from space s
                    where s.circle_id = c.id and s.platform = :platform and s.house in (<houses>))
                    then true else false end as here, m.apart, m.left_at
                  from circle c join member m on m.circle_id = c.id
                  where m.person_id = :person
                  order by c.id
                  """)
          .bind("person", person)
          .bind("platform", platform.name())
          .bindList("houses", List.copyOf(houses))
          .map((row, context) -> {
            if (row.getBoolean("here")) {
              here.add(circle(row, context));
              if (row.getTimestamp("left_at") != null) {
                back.add(row.getLong("id"));
              }
            } else if (row.getBoolean("apart")) {
              apart.add(circle(row, context));
            }
            return true;
          })
          .list();
    }
    return new Meant(List.copyOf(here), List.copyOf(apart), List.copyOf(back));
  }

  /** Writes all settings of a circle. */
  public void save(Circle circle) {
    bind(
            handle.createUpdate(
                """
                update circle set name = :name, language = :language, zone = :zone,
                  zone_confirmed = :zoneConfirmed, openness = :openness,
                  details_open = :detailsOpen, names_shown = :names, digest_on = :digestOn,
                  digest_weekday = :digestWeekday, digest_time = :digestTime,
                  digest_silent = :digestSilent, crisis_text = :crisisText, photos = :photos,
                  country = :country, retention_weeks = :retention, ring_pace = :pace,
                  kinds_hidden = :kindsHidden, kinds_named = :kindsNamed, kinds_added = :kindsAdded,
                  welcome = :welcome, links = :links,
                  claim_by = :claimBy, kinds_off = :kindsOff, questions = :questions, nameless = :nameless,
                  digest_shows = :digestShows
                where id = :id
                """),
            circle)
        .bind("id", circle.id())
        .execute();
  }

  /** The next free number of a request; the circle must be locked. */
  public int takeNumber(long circle) {
    handle
        .createUpdate("update circle set next_number = next_number + 1 where id = :id")
        .bind("id", circle)
        .execute();
    return handle
            .createQuery("select next_number from circle where id = :id")
            .bind("id", circle)
            .mapTo(int.class)
            .one()
        - 1;
  }

  /** When the last digest was posted; empty before the first. */
  public Optional<Instant> digestPostedAt(long circle) {
    return handle
        .createQuery(
            "select digest_posted_at from circle where id = :id and digest_posted_at is not null")
        .bind("id", circle)
        .mapTo(Instant.class)
        .findOne();
  }

  /** A digest was posted. */
  public void digestPosted(long circle, Instant now) {
    handle
        .createUpdate("update circle set digest_posted_at = :now where id = :id")
        .bind("id", circle)
        .bind("now", now)
        .execute();
  }

  /**
   * Adds a space to a circle.
   *
   * @param people how many can see it; 0 if unknown
   */
  public Space addSpace(long circle, Place place, String title, boolean wholeHouse, int people) {
    handle
        .createUpdate(
            """
            insert into space (circle_id, platform, house, room, title, whole_house, people)
            values (:circle, :platform, :house, :room, :title, :wholeHouse, :people)
            """)
        .bind("circle", circle)
        .bind("platform", place.platform().name())
        .bind("house", place.house())
        .bind("room", place.room())
        .bind("title", title)
        .bind("wholeHouse", wholeHouse)
        .bind("people", people)
        .execute();
    return spaceAt(place).orElseThrow();
  }

  /** Notes how many can see a space. */
  public void counted(long space, int people) {
    handle
        .createUpdate("update space set people = :people where id = :id")
        .bind("people", people)
        .bind("id", space)
        .execute();
  }

  /** How many can see a circle's spaces; 0 if that is not known of each. */
  public int people(long circle) {
    return handle
        .createQuery(
            """
            select case when min(people) = 0 then 0 else sum(people) end
            from (select max(people) as people
                from space where circle_id = :circle
                group by platform, house) as house
            """)
        .bind("circle", circle)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** The space that is exactly this place. */
  public Optional<Space> spaceAt(Place place) {
    return spaces(
            "platform = :a and house = :b and room = :c",
            place.platform().name(),
            place.house(),
            place.room())
        .stream()
        .findFirst();
  }

  /** The space for what is typed in this place: itself, or the one of the whole house. */
  public Optional<Space> spaceFor(Place place) {
    return spaceAt(place)
        .or(() ->
            spaces(
                    "platform = :a and house = :b and whole_house and room <> :c",
                    place.platform().name(),
                    place.house(),
                    place.room())
                .stream()
                .findFirst());
  }

  /** All spaces of a circle, closed ones too. */
  public List<Space> spacesOf(long circle) {
    return spaces("circle_id = :a", circle, null, null);
  }

  /** The space with this id. */
  public Optional<Space> space(long id) {
    return spaces("id = :a", id, null, null).stream().findFirst();
  }

  /** All spaces of a house. */
  public List<Space> spacesIn(Platform platform, String house) {
    return spaces("platform = :a and house = :b", platform.name(), house, null);
  }

  /** The house of a space got a new id. */
  public void moveSpace(long space, String to) {
    handle
        .createUpdate("update space set house = :to where id = :id")
        .bind("id", space)
        .bind("to", to)
        .execute();
  }

  /** Removes a space; its posts must be gone. */
  public void removeSpace(long space) {
    new LinkCodes(handle).right(space);
    handle.createUpdate("delete from space where id = :id").bind("id", space).execute();
  }

  /** Notes since when a space can't be posted in; null if it can. */
  public void closed(long space, @Nullable Instant since) {
    handle
        .createUpdate("update space set closed_at = :since where id = :id")
        .bind("id", space)
        .bindByType("since", since, Instant.class)
        .execute();
  }

  /**
   * A post is going to make a sound in a space: the how many-th of this day it is, from 1. Where a
   * day comes again, because the circle's zone was changed, it is counted on.
   */
  public int sounds(long space, LocalDate day) {
    handle
        .createUpdate(
            """
            update space set sounds = case when sound_day >= :day then sounds + 1 else 1 end,
              sound_day = case when sound_day >= :day then sound_day else :day end
            where id = :id
            """)
        .bind("id", space)
        .bind("day", day)
        .execute();
    return sounded(space, day);
  }

  /** How many posts made a sound in a space, or were going to, on this day. */
  public int sounded(long space, LocalDate day) {
    return handle
        .createQuery("select sounds from space where id = :id and sound_day >= :day")
        .bind("id", space)
        .bind("day", day)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** True if the space can't be posted in. */
  public boolean isClosed(long space) {
    return handle
            .createQuery("select count(*) from space where id = :id and closed_at is not null")
            .bind("id", space)
            .mapTo(int.class)
            .one()
        > 0;
  }

  private List<Space> spaces(
      String where, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    var query = handle.createQuery("select * from space where " + where + " order by id");
    query.bind("a", a);
    if (b != null) {
      query.bind("b", b);
    }
    if (c != null) {
      query.bind("c", c);
    }
    return query
        .map((rows, context) ->
            new Space(
                rows.getLong("id"),
                rows.getLong("circle_id"),
                new Place(
                    Platform.valueOf(rows.getString("platform")),
                    rows.getString("house"),
                    rows.getString("room")),
                rows.getString("title"),
                rows.getBoolean("whole_house"),
                rows.getInt("people")))
        .list();
  }

  private static Circle circle(ResultSet row, StatementContext context) throws SQLException {
    return new Circle(
        row.getLong("id"),
        row.getString("name"),
        row.getString("language"),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("zone_confirmed"),
        Openness.valueOf(row.getString("openness")),
        DetailsOpen.valueOf(row.getString("details_open")),
        NamesOnCards.valueOf(row.getString("names_shown")),
        new DigestTime(
            row.getBoolean("digest_on"),
            DayOfWeek.of(row.getInt("digest_weekday")),
            LocalTime.parse(row.getString("digest_time"))),
        row.getBoolean("digest_silent"),
        row.getString("crisis_text"),
        row.getBoolean("photos"),
        new HowOpen(
            WhoMayClaim.valueOf(row.getString("claim_by")),
            KindsOff.valueOf(row.getString("kinds_off")),
            RelayOpen.valueOf(row.getString("questions")),
            Nameless.valueOf(row.getString("nameless")),
            DigestShows.valueOf(row.getString("digest_shows"))),
        row.getString("country"),
        new Customs(
            row.getInt("retention_weeks"),
            RingPace.valueOf(row.getString("ring_pace")),
            KindColumns.read(
                row.getString("kinds_hidden"),
                row.getString("kinds_named"),
                row.getString("kinds_added")),
            row.getString("welcome"),
            row.getBoolean("links")));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Circle circle) {
    return statement
        .bind("name", circle.name())
        .bind("language", circle.language())
        .bind("zone", circle.zone().getId())
        .bind("zoneConfirmed", circle.zoneConfirmed())
        .bind("openness", circle.openness().name())
        .bind("detailsOpen", circle.detailsOpen().name())
        .bind("names", circle.names().name())
        .bind("digestOn", circle.digest().on())
        .bind("digestWeekday", circle.digest().weekday().getValue())
        .bind("digestTime", circle.digest().time().toString())
        .bind("digestSilent", circle.digestSilent())
        .bind("crisisText", circle.crisisText())
        .bind("photos", circle.photos())
        .bind("country", circle.country())
        .bind("retention", circle.customs().retention())
        .bind("pace", circle.customs().pace().name())
        .bind("kindsHidden", KindColumns.hidden(circle.customs().kinds()))
        .bind("kindsNamed", KindColumns.named(circle.customs().kinds()))
        .bind("kindsAdded", KindColumns.added(circle.customs().kinds()))
        .bind("welcome", circle.customs().welcome())
        .bind("links", circle.customs().links())
        .bind("claimBy", circle.open().claim().name())
        .bind("kindsOff", circle.open().off().name())
        .bind("questions", circle.open().questions().name())
        .bind("nameless", circle.open().nameless().name())
        .bind("digestShows", circle.open().digest().name());
  }
}
