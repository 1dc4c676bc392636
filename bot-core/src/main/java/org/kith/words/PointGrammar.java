package org.kith.words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kith.words.WhenMeaning.DayPart;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.PartAfterDay;
import org.kith.words.WhenMeaning.Weekday;

/** Reads a date, a time of day and a part of the day, in whatever order they come. */
final class PointGrammar {
  /** Words between two pieces that add nothing: "on the", a comma. */
  private static final int MOST_FILLERS = 3;

  private static final Set<Mark> RELATIONS =
      Set.of(Mark.BY, Mark.BEFORE, Mark.AFTER, Mark.FROM, Mark.BETWEEN);

  private final WhenSentence sentence;
  private final LocalDate today;
  private final DateGrammar dates;
  private final ClockGrammar clocks;

  PointGrammar(WhenSentence sentence, LocalDate today, ZoneId zone) {
    this.sentence = sentence;
    this.today = today;
    this.dates = new DateGrammar(sentence, today, zone);
    this.clocks = new ClockGrammar(sentence);
  }

  /** Every point that can begin at a place, each with every place where it can end. */
  List<Parsed<Point>> at(int from) {
    List<Parsed<Point>> found = new ArrayList<>();
    grow(Point.NOTHING, from, MOST_FILLERS, found);
    return found;
  }

  private void grow(Point point, int at, int fillers, List<Parsed<Point>> found) {
    if (at >= sentence.size()) {
      return;
    }
    if (fillers > 0) {
      sentence.after(at, Mark.ON).forEach(next -> grow(point, next, fillers - 1, found));
      if (sentence.isComma(at) && !point.equals(Point.NOTHING)) {
        grow(point, at + 1, fillers - 1, found);
      }
    }
    days(point, at, found);
    times(point, at, found);
    relations(point, at, found);
  }

  private void days(Point point, int at, List<Parsed<Point>> found) {
    if (point.weekday() == null && point.number() == null) {
      for (Parsed<Weekday> day : sentence.all(at, Weekday.class)) {
        add(point.with(day.value().day()), day.next(), found);
      }
    }
    boolean part = point.weekday() != null && !sentence.all(at, PartAfterDay.class).isEmpty();
    if (point.dates() == null && point.number() == null && !part) {
      for (Parsed<Dates> date : dates.at(at)) {
        add(point.with(date.value()), date.next(), found);
      }
    }
    if (point.dates() == null && point.number() == null && point.isDateOnly()) {
      for (Parsed<Integer> number : dates.dayNumbers(at)) {
        add(point.withNumber(number.value()), number.next(), found);
      }
    }
  }

  private void times(Point point, int at, List<Parsed<Point>> found) {
    if (point.number() != null) {
      return;
    }
    if (point.clock() == null) {
      for (Parsed<Clock> clock : clocks.at(at)) {
        add(point.with(clock.value()), clock.next(), found);
      }
      for (int next : sentence.after(at, Mark.AT)) {
        for (Parsed<Clock> clock : clocks.at(next)) {
          add(point.with(clock.value().said()), clock.next(), found);
        }
      }
    }
    if (point.part() == null) {
      parts(point, at, found);
    }
    if (!point.any() && point.isDateOnly()) {
      sentence.after(at, Mark.ANY).forEach(next -> add(point.withAny(), next, found));
    }
  }

  private void parts(Point point, int at, List<Parsed<Point>> found) {
    for (Parsed<DayPart> part : sentence.all(at, DayPart.class)) {
      add(point.with(part.value().part()), part.next(), found);
    }
    if (point.hasDate()) {
      for (Parsed<PartAfterDay> part : sentence.all(at, PartAfterDay.class)) {
        add(point.with(part.value().part()), part.next(), found);
      }
      return;
    }
    for (int next : sentence.after(at, Mark.TONIGHT)) {
      add(point.withTonight(today), next, found);
    }
    for (int next : sentence.after(at, Mark.THIS)) {
      thisPart(point.with(Dates.of(today)), next, found);
    }
  }

  /** This evening, "esta mañana", "ce midi". */
  private void thisPart(Point today, int at, List<Parsed<Point>> found) {
    for (Parsed<DayPart> part : sentence.all(at, DayPart.class)) {
      add(today.with(part.value().part()), part.next(), found);
    }
    for (Parsed<PartAfterDay> part : sentence.all(at, PartAfterDay.class)) {
      add(today.with(part.value().part()), part.next(), found);
    }
    for (int next : sentence.after(at, Mark.NOON)) {
      add(today.with(Clock.exact(Clock.HALF_DAY)), next, found);
    }
  }

  /** "by", "from" … at the beginning, or between the date and the time. */
  private void relations(Point point, int at, List<Parsed<Point>> found) {
    if (point.relation() != null || !point.isDateOnly() || point.number() != null) {
      return;
    }
    for (Parsed<Mark> mark : sentence.all(at, Mark.class)) {
      if (RELATIONS.contains(mark.value()) && !isPartOfDay(at, mark)) {
        Point related = point.with(mark.value());
        grow(related, mark.next(), MOST_FILLERS, found);
        // A number after "by" or "after" is an hour: "by 6".
        for (Parsed<Clock> clock : clocks.at(mark.next())) {
          add(related.with(clock.value().said()), clock.next(), found);
        }
      }
    }
  }

  /** True for the first word of a part of the day: "après midi", typed without its hyphen. */
  private boolean isPartOfDay(int at, Parsed<Mark> mark) {
    return mark.value() == Mark.AFTER
        && sentence.all(at, DayPart.class).stream().anyMatch(part -> part.next() > mark.next());
  }

  private void add(Point point, int next, List<Parsed<Point>> found) {
    found.add(new Parsed<>(point, next));
    grow(point, next, MOST_FILLERS, found);
  }
}
