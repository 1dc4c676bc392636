package org.kith.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kith.words.Dates.Days;

/** The days at the two ends of a range, the first no later than the last. */
record DayPair(Days first, Days last) {

  /** The days that two points with dates can mean together, the likeliest first. */
  static List<DayPair> of(Point start, Point end, LocalDate today) {
    Integer number = end.number();
    if (number != null) {
      return sameMonth(start, end, number, today);
    }
    // Two weekdays alone are of one week: Mon-Wed is three days, never ten.
    boolean weekdays = end.dates() == null && start.dates() == null;
    List<DayPair> found = new ArrayList<>();
    for (Days last : end.days(today)) {
      for (Days first : start.daysBefore(last.first(), today)) {
        long apart = ChronoUnit.DAYS.between(first.first(), last.first());
        if (apart >= 0 && (!weekdays || apart < 7)) {
          found.add(new DayPair(first, last));
        }
      }
    }
    return found;
  }

  /** Jan 24-26. Only a date tells the month: in "Sat 10-12" the numbers are hours. */
  private static List<DayPair> sameMonth(Point start, Point end, int number, LocalDate today) {
    List<DayPair> found = new ArrayList<>();
    for (Days first : start.dates() == null ? List.<Days>of() : start.days(today)) {
      LocalDate month = first.first();
      Dates.existing(month.getYear(), month.getMonthValue(), number).stream()
          .filter(day -> !day.isBefore(month))
          .filter(day -> end.weekday() == null || day.getDayOfWeek() == end.weekday())
          .forEach(day -> found.add(new DayPair(first, Days.one(day))));
    }
    return found;
  }
}
