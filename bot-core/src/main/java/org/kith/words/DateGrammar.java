package org.kith.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.kith.words.Dates.Days;
import org.kith.words.Dates.Settled;
import org.kith.words.Dates.Yearless;
import org.kith.words.WhenMeaning.Count;
import org.kith.words.WhenMeaning.InDays;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.MonthName;
import org.kith.words.WhenMeaning.Unit;
import org.kith.words.WhenMeaning.Weekday;

/**
 * Reads dates but for a weekday alone. The week begins on Monday and the weekend is Saturday and
 * Sunday; "next Friday" is the Friday of next week, "this Friday" the next one ahead.
 */
final class DateGrammar {
  private final WhenSentence sentence;
  private final LocalDate today;
  private final NumericDates numeric;

  DateGrammar(WhenSentence sentence, LocalDate today) {
    this.sentence = sentence;
    this.today = today;
    this.numeric = new NumericDates(sentence);
  }

  /** Every date that can begin at a place. */
  List<Parsed<Dates>> at(int from) {
    List<Parsed<Dates>> found = new ArrayList<>(numeric.at(from));
    for (Parsed<InDays> day : sentence.all(from, InDays.class)) {
      found.add(new Parsed<>(Dates.of(today.plusDays(day.value().days())), day.next()));
    }
    for (int next : sentence.after(from, Mark.THIS)) {
      coming(next, found);
    }
    for (int next : sentence.after(from, Mark.NEXT)) {
      following(next, found);
    }
    for (int next : sentence.after(from, Mark.WEEKEND)) {
      found.add(new Parsed<>(weekend(), next));
    }
    for (int next : sentence.after(from, Mark.IN)) {
      distance(next, found);
    }
    dayThenMonth(from, found);
    monthThenDay(from, found);
    return found;
  }

  private void coming(int from, List<Parsed<Dates>> found) {
    for (Parsed<Weekday> day : sentence.all(from, Weekday.class)) {
      found.add(new Parsed<>(Dates.weekday(day.value().day(), today), day.next()));
    }
    for (int next : sentence.after(from, Mark.WEEKEND)) {
      found.add(new Parsed<>(weekend(), next));
    }
    for (int next : sentence.after(from, Mark.WEEK)) {
      LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      found.add(new Parsed<>(days(today, sunday), next));
    }
  }

  private void following(int from, List<Parsed<Dates>> found) {
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (Parsed<Weekday> day : sentence.all(from, Weekday.class)) {
      LocalDate meant = monday.with(TemporalAdjusters.nextOrSame(day.value().day()));
      found.add(new Parsed<>(Dates.of(meant), day.next()));
    }
    for (int next : sentence.after(from, Mark.WEEKEND)) {
      found.add(new Parsed<>(days(monday.plusDays(5), monday.plusDays(6)), next));
    }
    for (int next : sentence.after(from, Mark.WEEK)) {
      found.add(new Parsed<>(days(monday, monday.plusDays(6)), next));
    }
  }

  /** This weekend, to which a Sunday still belongs. */
  private Dates weekend() {
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return new Settled(List.of(new Days(sunday.minusDays(1), sunday)));
  }

  /** In two days, in a week. */
  private void distance(int from, List<Parsed<Dates>> found) {
    for (Parsed<Integer> count : counts(sentence, from)) {
      for (Parsed<Unit> unit : sentence.all(count.next(), Unit.class)) {
        if (unit.value().unit().isDateBased()) {
          LocalDate day = today.plus(count.value(), unit.value().unit());
          found.add(new Parsed<>(Dates.of(day), unit.next()));
        }
      }
    }
  }

  /** 24 Jan, 24th of January 2027, the 24th. */
  private void dayThenMonth(int from, List<Parsed<Dates>> found) {
    for (Parsed<Integer> day : dayNumbers(from)) {
      boolean ordinal = day.next() > from + 1;
      if (ordinal) {
        found.add(new Parsed<>(Dates.dayOfMonth(day.value(), today), day.next()));
      }
      for (int next : withFiller(day.next())) {
        for (Parsed<MonthName> month : sentence.all(next, MonthName.class)) {
          withYear(month.value().month(), day.value(), month.next(), found);
        }
      }
    }
  }

  /** Jan 24, January 24th, 2027. */
  private void monthThenDay(int from, List<Parsed<Dates>> found) {
    for (Parsed<MonthName> month : sentence.all(from, MonthName.class)) {
      for (int next : withFiller(month.next())) {
        for (Parsed<Integer> day : dayNumbers(next)) {
          withYear(month.value().month(), day.value(), day.next(), found);
        }
      }
    }
  }

  private void withYear(Month month, int day, int next, List<Parsed<Dates>> found) {
    if (day <= month.maxLength()) {
      found.add(new Parsed<>(new Yearless(month, day), next));
    }
    int year = sentence.isComma(next) ? next + 1 : next;
    if (sentence.isNumber(year, 4, 4)) {
      for (LocalDate date : Dates.existing(sentence.number(year), month.getValue(), day)) {
        found.add(new Parsed<>(Dates.of(date), year + 1));
      }
    }
  }

  /** The number of a day in its month, alone, with a full stop or as "24th". */
  List<Parsed<Integer>> dayNumbers(int from) {
    List<Parsed<Integer>> found = new ArrayList<>();
    if (sentence.isNumber(from, 1, 2)
        && sentence.number(from) >= 1
        && sentence.number(from) <= 31) {
      int day = sentence.number(from);
      found.add(new Parsed<>(day, from + 1));
      sentence.after(from + 1, Mark.ORDINAL).forEach(next -> found.add(new Parsed<>(day, next)));
      if (sentence.isGlued(from + 1, ".")) {
        found.add(new Parsed<>(day, from + 2));
      }
    }
    return found;
  }

  /** Counts in digits or letters, up to four digits. */
  static List<Parsed<Integer>> counts(WhenSentence sentence, int from) {
    List<Parsed<Integer>> found = new ArrayList<>();
    if (sentence.isNumber(from, 1, 4)) {
      found.add(new Parsed<>(sentence.number(from), from + 1));
    }
    for (Parsed<Count> count : sentence.all(from, Count.class)) {
      found.add(new Parsed<>(count.value().number(), count.next()));
    }
    return found;
  }

  private List<Integer> withFiller(int from) {
    List<Integer> places = new ArrayList<>(sentence.after(from, Mark.ON));
    places.add(from);
    return places;
  }

  private static Dates days(LocalDate first, LocalDate last) {
    return new Settled(List.of(new Days(first, last)));
  }
}
