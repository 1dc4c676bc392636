package org.kith.words;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kith.care.Part;
import org.kith.care.Window;

/**
 * Shows a window to people, as on a card: "Sat 24 Jan, 10:00–12:00". The year is shown where it is
 * not the present one. Sentences and patterns stand in the language file under {@code when.show}.
 * {@link WhenReader} understands every text that is made here, but for the label of a zone.
 */
public final class WhenText {
  private static final Map<Words, WhenText> KNOWN = new ConcurrentHashMap<>();

  private final Words words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayAndYear;
  private final DateTimeFormatter dayWithoutMonth;
  private final DateTimeFormatter time;

  private WhenText(Words words) {
    this.words = words;
    this.day = pattern("when.show.day");
    this.dayAndYear = pattern("when.show.day.year");
    this.dayWithoutMonth = pattern("when.show.day.short");
    this.time = pattern("when.show.time");
  }

  /** The texts of a language. */
  public static WhenText of(Words words) {
    return KNOWN.computeIfAbsent(words, WhenText::new);
  }

  /** A window by the clock of the zone it was meant in. */
  public String text(Window window, Instant now) {
    return text(window, now, window.zone());
  }

  /**
   * A window by the clock of a zone. Whole days and parts of a day stay those of the zone they were
   * meant in: a Saturday in Berlin is called Saturday everywhere.
   */
  public String text(Window window, Instant now, ZoneId zone) {
    ZoneId own = window.zone();
    return switch (window.shape()) {
      case ANY_TIME -> words.say("when.show.any");
      case TO_BE_AGREED -> words.say("when.show.agreed");
      case MOMENT ->
          words.say(
              "when.show.moment",
              "day",
              day(at(window.from(), zone), now),
              "time",
              time.format(at(window.from(), zone)));
      case SPAN -> span(at(window.from(), zone), at(window.until(), zone), now);
      case DAY -> day(at(window.from(), own), now);
      case PART_OF_DAY ->
          words.say(
              "when.show.part",
              "day",
              day(at(window.from(), own), now),
              "part",
              part(window.part()));
      case BY -> by(window, now, zone);
      case DAYS -> days(at(window.from(), own), last(window), now);
    };
  }

  /**
   * The same with the zone's name where there is a date, for a private confirmation: "Sat 24 Jan,
   * 10:00–12:00 (Berlin time)".
   */
  public String textWithZone(Window window, Instant now, ZoneId zone) {
    String text = text(window, now, zone);
    if (!window.isDated()) {
      return text;
    }
    ZoneId shown = isOfDays(window) ? window.zone() : zone;
    return words.say("when.show.zone", "when", text, "zone", zoneName(shown));
  }

  /**
   * A window by each reader's own clock; empty if it has no date. Of days the noon is taken, so
   * that they keep their name far from the zone in which they were meant.
   */
  public static Optional<Text.Moment> moment(Window window) {
    Instant from = window.from();
    Instant until = window.until();
    if (until == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (window.shape()) {
          case DAY, DAYS -> days(Objects.requireNonNull(from), window);
          case BY -> isOfDays(window) ? days(until.minusNanos(1), window) : moment(until, null);
          case MOMENT -> moment(until, null);
          case SPAN, PART_OF_DAY -> moment(Objects.requireNonNull(from), until);
          case ANY_TIME, TO_BE_AGREED -> throw new IllegalStateException("it has an end");
        });
  }

  private static Text.Moment moment(Instant from, @Nullable Instant until) {
    return new Text.Moment(from, until, false);
  }

  private static Text.Moment days(Instant within, Window window) {
    Instant first = noon(within, window.zone());
    Instant last = noon(last(window).toInstant(), window.zone());
    return new Text.Moment(first, first.equals(last) ? null : last, true);
  }

  private static Instant noon(Instant within, ZoneId zone) {
    return within.atZone(zone).toLocalDate().atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  /** What people of this language call a zone: its city, or where it has none its id. */
  public String zoneName(ZoneId zone) {
    String city =
        TimeZoneNames.getInstance(ULocale.forLocale(words.locale()))
            .getExemplarLocationName(zone.getId());
    return city == null ? zone.getId() : city;
  }

  private String span(ZonedDateTime from, ZonedDateTime until, Instant now) {
    boolean withinDay =
        Duration.between(from.toLocalDateTime(), until.toLocalDateTime()).toDays() < 1;
    if (withinDay && from.toLocalDateTime().isBefore(until.toLocalDateTime())) {
      return words.say(
          "when.show.span",
          "day",
          day(from, now),
          "from",
          time.format(from),
          "until",
          time.format(until));
    }
    return words.say(
        "when.show.span.days",
        "first",
        day(from, now),
        "from",
        time.format(from),
        "last",
        day(until, now),
        "until",
        time.format(until));
  }

  private String by(Window window, Instant now, ZoneId zone) {
    if (isOfDays(window)) {
      return words.say("when.show.by", "day", day(last(window), now));
    }
    ZonedDateTime until = at(window.until(), zone);
    return words.say("when.show.by.time", "day", day(until, now), "time", time.format(until));
  }

  private String days(ZonedDateTime first, ZonedDateTime last, Instant now) {
    boolean sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
    boolean sameYear = first.getYear() == last.getYear();
    String start =
        sameMonth
            ? dayWithoutMonth.format(first)
            : sameYear ? day.format(first) : dayAndYear.format(first);
    String end = sameYear ? day(last, now) : dayAndYear.format(last);
    return words.say("when.show.days", "first", start, "last", end);
  }

  private String day(ZonedDateTime of, Instant now) {
    int present = ZonedDateTime.ofInstant(now, of.getZone()).getYear();
    return (of.getYear() == present ? day : dayAndYear).format(of);
  }

  private String part(@Nullable Part part) {
    return part == null ? "" : words.say("when.show.part." + part.code());
  }

  /** True if it is shown in days of its own zone and not by the clock. */
  private static boolean isOfDays(Window window) {
    return switch (window.shape()) {
      case DAY, DAYS, PART_OF_DAY -> true;
      case BY -> {
        ZonedDateTime until = at(window.until(), window.zone());
        LocalDate day = until.toLocalDate();
        yield until.equals(day.atStartOfDay(window.zone()));
      }
      case ANY_TIME, TO_BE_AGREED, MOMENT, SPAN -> false;
    };
  }

  private static ZonedDateTime last(Window window) {
    ZonedDateTime until = at(window.until(), window.zone());
    return until.minusNanos(1);
  }

  private static ZonedDateTime at(@Nullable Instant instant, ZoneId zone) {
    if (instant == null) {
      throw new IllegalArgumentException("this window has no such instant");
    }
    return instant.atZone(zone);
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(words.raw(key), words.locale());
  }
}
