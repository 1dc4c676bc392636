package org.kith.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.words.Dates.Days;
import org.kith.words.WhenMeaning.Mark;

/**
 * Makes windows of what was read. A local time that a clock change leaves out moves forward by the
 * gap; one that comes twice is the earlier; a span that would end before it starts because of that
 * keeps its length.
 */
final class WhenWindows {
  private final LocalDate today;
  private final ZoneId zone;
  private final boolean knowsHalves;

  WhenWindows(LocalDate today, ZoneId zone, boolean knowsHalves) {
    this.today = today;
    this.zone = zone;
    this.knowsHalves = knowsHalves;
  }

  /** The windows that one point can mean, the likeliest first; none if it makes no sense. */
  List<Window> single(Point point) {
    Clock clock = point.clock();
    boolean loose = clock != null && clock.bare() && point.part() == null;
    if (loose || point.number() != null || (point.any() && !point.hasDate())) {
      return List.of();
    }
    List<Window> found = new ArrayList<>();
    for (Days days : days(point)) {
      if (point.isDateOnly()) {
        found.addAll(whole(days, point.relation()));
      } else if (days.isOne() && !(point.any() && clock != null)) {
        found.addAll(timed(days.first(), point));
      }
    }
    return found;
  }

  /** The windows that two points can mean together. */
  List<Window> range(Point start, Point end) {
    boolean from = start.relation() == Mark.FROM || start.relation() == Mark.BETWEEN;
    boolean plain = start.relation() == null || from;
    if (!plain || end.relation() != null || start.any() || end.any()) {
      return List.of();
    }
    Clock first = start.clock();
    Clock last = end.clock();
    if (first != null && last != null) {
      return spans(start, first, end, last);
    }
    boolean datesOnly = start.isDateOnly() && end.isDateOnly();
    return datesOnly ? ranges(start, end) : List.of();
  }

  private List<Window> whole(Days days, @Nullable Mark relation) {
    return switch (relation) {
      case null ->
          exists(days)
              ? List.of(
                  days.isOne()
                      ? Window.day(days.first(), zone)
                      : Window.days(days.first(), days.last(), zone))
              : List.of();
      case BY -> List.of(Window.by(days.last(), zone));
      case BEFORE -> List.of(Window.by(at(days.first(), 0), zone));
      default -> List.of();
    };
  }

  private List<Window> timed(LocalDate day, Point point) {
    Clock clock = point.clock();
    if (clock == null) {
      Part part = point.part();
      return part == null ? List.of() : parts(day, part, point);
    }
    OptionalInt minute = clock.first(point.part(), knowsHalves);
    if (minute.isEmpty()) {
      return List.of();
    }
    Instant instant = at(day, minute.getAsInt());
    return switch (point.relation()) {
      case null -> List.of(Window.at(instant, zone));
      case BY, BEFORE -> List.of(Window.by(instant, zone));
      case AFTER, FROM -> span(day, minute.getAsInt(), Clock.DAY);
      default -> List.of();
    };
  }

  private List<Window> parts(LocalDate day, Part part, Point point) {
    return switch (point.relation()) {
      case null ->
          point.tonight()
              ? List.of(Window.part(day, part, zone), Window.part(day, Part.NIGHT, zone))
              : List.of(Window.part(day, part, zone));
      case BY -> List.of(Window.by(part.until(day, zone), zone));
      case BEFORE -> List.of(Window.by(part.from(day, zone), zone));
      default -> List.of();
    };
  }

  /** Two times of day; the date stands with either, or with both. */
  private List<Window> spans(Point start, Clock first, Point end, Clock last) {
    Part part = start.part() == null ? end.part() : start.part();
    boolean told = last.style() == Clock.Style.HALF && first.style() == Clock.Style.HOUR;
    OptionalInt from =
        told ? OptionalInt.of(first.before(last.minute())) : first.first(part, knowsHalves);
    if (from.isEmpty()) {
      return List.of();
    }
    int minute = from.getAsInt();
    List<Window> found = new ArrayList<>();
    if (start.hasDate() && end.hasDate()) {
      for (DayPair pair : DayPair.of(start, end, today)) {
        int until = last.first(end.part(), knowsHalves).orElse(last.minute());
        found.addAll(span(pair.first().first(), minute, pair.last().last(), until));
      }
      return found;
    }
    int until = last.after(minute % Clock.DAY);
    if (until - minute < Clock.DAY) {
      for (Days days : days(start.hasDate() ? start : end)) {
        found.addAll(days.isOne() ? span(days.first(), minute, until) : List.of());
      }
    }
    return found;
  }

  private List<Window> ranges(Point start, Point end) {
    List<Window> found = new ArrayList<>();
    for (DayPair pair : DayPair.of(start, end, today)) {
      if (pair.first().isOne()
          && pair.last().isOne()
          && pair.first().first().isBefore(pair.last().first())) {
        found.addAll(whole(new Days(pair.first().first(), pair.last().first()), null));
      }
    }
    return found;
  }

  /** The days a point names; a time without a date is today's or, if that is over, tomorrow's. */
  private List<Days> days(Point point) {
    return point.hasDate()
        ? point.days(today)
        : List.of(Days.one(today), Days.one(today.plusDays(1)));
  }

  private List<Window> span(LocalDate day, int from, int until) {
    return span(day, from, day, until);
  }

  private List<Window> span(LocalDate first, int from, LocalDate last, int until) {
    LocalDateTime starts = first.atStartOfDay().plusMinutes(from);
    LocalDateTime ends = last.atStartOfDay().plusMinutes(until);
    if (!starts.isBefore(ends)) {
      return List.of();
    }
    Instant start = at(first, from);
    Instant end = at(last, until);
    if (!start.isBefore(end)) {
      end = start.plus(Duration.between(starts, ends));
    }
    return List.of(Window.between(start, end, zone));
  }

  /** False for a day that a country left out when it crossed the date line. */
  private boolean exists(Days days) {
    return at(days.first(), 0).isBefore(at(days.last().plusDays(1), 0));
  }

  private Instant at(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
  }
}
