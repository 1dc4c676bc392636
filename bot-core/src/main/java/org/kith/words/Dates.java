package org.kith.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Dates as they were typed, which may leave open the week or the year. */
sealed interface Dates {
  /**
   * A day and month without a year that passed no longer ago than this is over: it is not moved
   * into the next year.
   */
  int LONG_AGO_DAYS = 92;

  /** One day, or several from first to last. */
  record Days(LocalDate first, LocalDate last) {
    static Days one(LocalDate day) {
      return new Days(day, day);
    }

    boolean isOne() {
      return first.equals(last);
    }
  }

  /** Dates that today settles; where there are several, the first that lies ahead is meant. */
  record Settled(List<Days> choices) implements Dates {}

  /** A day and month without a year. */
  record Yearless(Month month, int day) implements Dates {}

  /** A day alone, "the 24th": of the next month, this one included, that has it ahead. */
  record OfMonth(int day) implements Dates {}

  static Dates of(LocalDate day) {
    return new Settled(List.of(Days.one(day)));
  }

  /** The next such weekdays, today included. */
  static Dates weekday(DayOfWeek weekday, LocalDate today) {
    LocalDate next = today.with(TemporalAdjusters.nextOrSame(weekday));
    return new Settled(
        LongStream.range(0, 3).mapToObj(week -> Days.one(next.plusWeeks(week))).toList());
  }

  /** What it can mean, the likeliest first; nothing if there is no such date. */
  default List<Days> choices(LocalDate today) {
    return switch (this) {
      case Settled(List<Days> choices) -> choices;
      case OfMonth(int day) -> ahead(day, today);
      case Yearless(Month month, int day) ->
          IntStream.of(today.getYear(), today.getYear() + 1)
              .filter(year -> exists(year, month, day))
              .mapToObj(year -> LocalDate.of(year, month, day))
              .filter(date -> !date.isBefore(today.minusDays(LONG_AGO_DAYS)))
              .limit(1)
              .map(Days::one)
              .toList();
    };
  }

  /** What it can mean as the first day of a range that ends on {@code end}. */
  default List<Days> before(LocalDate end, LocalDate today) {
    return switch (this) {
      case Settled(List<Days> choices) -> choices;
      case OfMonth(int day) ->
          existing(end.getYear(), end.getMonthValue(), day).stream()
              .filter(date -> !date.isAfter(end))
              .map(Days::one)
              .toList();
      case Yearless(Month month, int day) ->
          IntStream.of(end.getYear(), end.getYear() - 1)
              .filter(year -> exists(year, month, day))
              .mapToObj(year -> LocalDate.of(year, month, day))
              .filter(date -> !date.isAfter(end))
              .limit(1)
              .map(Days::one)
              .toList();
    };
  }

  /** A date, or nothing if there is none such. */
  static List<LocalDate> existing(int year, int month, int day) {
    try {
      return List.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return List.of();
    }
  }

  private static List<Days> ahead(int day, LocalDate today) {
    return LongStream.range(0, 3)
        .mapToObj(months -> today.withDayOfMonth(1).plusMonths(months))
        .filter(month -> day <= month.lengthOfMonth())
        .map(month -> month.withDayOfMonth(day))
        .filter(date -> !date.isBefore(today))
        .limit(1)
        .map(Days::one)
        .toList();
  }

  private static boolean exists(int year, Month month, int day) {
    return !existing(year, month.getValue(), day).isEmpty();
  }
}
