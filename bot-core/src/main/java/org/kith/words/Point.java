package org.kith.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.Part;
import org.kith.words.Dates.Days;
import org.kith.words.WhenMeaning.Mark;

/**
 * One end of a range, or all that a text says: each piece at most once.
 *
 * @param weekday a weekday, alone or beside a date that must then be one
 * @param number the number of a day whose month stands at the other end of the range
 * @param relation "by", "from" … if one of these stands before it
 * @param tonight true if the part is "tonight", which is the evening and, after it, the night
 * @param any true if it says "any time" beside a date
 */
record Point(
    @Nullable DayOfWeek weekday,
    @Nullable Dates dates,
    @Nullable Integer number,
    @Nullable Clock clock,
    @Nullable Part part,
    @Nullable Mark relation,
    boolean tonight,
    boolean any) {
  static final Point NOTHING = new Point(null, null, null, null, null, null, false, false);

  boolean hasDate() {
    return weekday != null || dates != null;
  }

  boolean isDateOnly() {
    return clock == null && part == null;
  }

  /** The days it can mean, the likeliest first; none if it names none, or they contradict. */
  List<Days> days(LocalDate today) {
    if (dates != null) {
      return onWeekday(dates.choices(today));
    }
    return weekday == null ? List.of() : Dates.weekday(weekday, today).choices(today);
  }

  /** The days it can mean as the start of a range that ends on {@code end}. */
  List<Days> daysBefore(LocalDate end, LocalDate today) {
    if (number != null) {
      return onWeekday(
          Dates.existing(end.getYear(), end.getMonthValue(), number).stream()
              .filter(day -> !day.isAfter(end))
              .map(Days::one)
              .toList());
    }
    return dates == null ? days(today) : onWeekday(dates.before(end, today));
  }

  private List<Days> onWeekday(List<Days> choices) {
    DayOfWeek wanted = weekday;
    if (wanted == null) {
      return choices;
    }
    return choices.stream()
        .filter(
            days -> !days.first().with(TemporalAdjusters.nextOrSame(wanted)).isAfter(days.last()))
        .map(days -> Days.one(days.first().with(TemporalAdjusters.nextOrSame(wanted))))
        .toList();
  }

  Point with(DayOfWeek added) {
    return new Point(added, dates, number, clock, part, relation, tonight, any);
  }

  Point with(Dates added) {
    return new Point(weekday, added, number, clock, part, relation, tonight, any);
  }

  Point withNumber(int added) {
    return new Point(weekday, dates, added, clock, part, relation, tonight, any);
  }

  Point with(Clock added) {
    return new Point(weekday, dates, number, added, part, relation, tonight, any);
  }

  Point with(Part added) {
    return new Point(weekday, dates, number, clock, added, relation, tonight, any);
  }

  Point with(Mark added) {
    return new Point(weekday, dates, number, clock, part, added, tonight, any);
  }

  Point withTonight(LocalDate today) {
    Part evening = Part.EVENING;
    return new Point(weekday, Dates.of(today), number, clock, evening, relation, true, any);
  }

  Point withAny() {
    return new Point(weekday, dates, number, clock, part, relation, tonight, true);
  }
}
