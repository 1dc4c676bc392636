package org.kith.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.kith.words.Dates.Days;
import org.kith.words.Dates.OfMonth;
import org.kith.words.Dates.Settled;
import org.kith.words.Dates.Yearless;
import org.kith.words.WhenMeaning.Amount;
import org.kith.words.WhenMeaning.Count;
import org.kith.words.WhenMeaning.InDays;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.MonthName;
import org.kith.words.WhenMeaning.Unit;
import org.kith.words.WhenMeaning.Weekday;

/**
 * Reads dates but for a weekday alone. The week begins on Monday, and the weekend is Saturday and
 * Sunday, or Friday and Saturday where the zone's country keeps those; "next Friday" is the Friday
 * of next week, "this Friday" the next one ahead. Languages in which "next" means the nearest one
 * list that word as "coming".
 */
final class DateGrammar {
  private static final List<Mark> WHICH = List.of(Mark.THIS, Mark.COMING, Mark.NEXT);

  private final WhenSentence sentence;
  private final LocalDate today;
  private final DayOfWeek weekendBegins;
  private final NumericDates numeric;

  DateGrammar(WhenSentence sentence, LocalDate today, ZoneId zone) {
    this.sentence = sentence;
    this.today = today;
    this.weekendBegins = Weekend.begins(zone);
    this.numeric = new NumericDates(sentence);
  }

  /** Every date that can begin at a place. */
  List<Parsed<Dates>> at(int from) {
    List<Parsed<Dates>> found = new ArrayList<>(numeric.at(from));
    for (Parsed<InDays> day : sentence.all(from, InDays.class)) {
      found.add(new Parsed<>(Dates.of(today.plusDays(day.value().days())), day.next()));
    }
    for (Mark which : WHICH) {
      for (int next : sentence.after(from, which)) {
        named(which, next, next, found);
      }
    }
    afterwards(from, found);
    for (int next : sentence.after(from, Mark.WEEKEND)) {
      found.add(new Parsed<>(weekend(), next));
    }
    for (int next : sentence.after(from, Mark.IN)) {
      distance(next, found);
    }
    for (int next : sentence.after(from, Mark.THE)) {
      for (Parsed<Integer> day : dayNumbers(next)) {
        found.add(new Parsed<>(new OfMonth(day.value()), day.next()));
      }
    }
    dayThenMonth(from, found);
    monthThenDay(from, found);
    return found;
  }

  /** "vendredi prochain": the same with the word for which one after it. */
  private void afterwards(int from, List<Parsed<Dates>> found) {
    List<Integer> ends = new ArrayList<>(sentence.after(from, Mark.WEEK));
    ends.addAll(sentence.after(from, Mark.WEEKEND));
    sentence.all(from, Weekday.class).forEach(day -> ends.add(day.next()));
    for (int end : ends) {
      for (Mark which : WHICH) {
        for (int next : sentence.after(end, which)) {
          named(which, from, next, found);
        }
      }
    }
  }

  /**
   * This, the coming or the next one of what is named at a place.
   *
   * @param end the place after all of it, if the word for which one stands behind; the same as
   *     {@code from} if it stands before
   */
  private void named(Mark which, int from, int end, List<Parsed<Dates>> found) {
    for (Parsed<Weekday> day : sentence.all(from, Weekday.class)) {
      found.add(new Parsed<>(weekday(which, day.value().day()), Math.max(end, day.next())));
    }
    for (int next : sentence.after(from, Mark.WEEKEND)) {
      found.add(new Parsed<>(weekend(which), Math.max(end, next)));
    }
    for (int next : sentence.after(from, Mark.WEEK)) {
      found.add(new Parsed<>(week(which), Math.max(end, next)));
    }
  }

  private Dates weekday(Mark which, DayOfWeek day) {
    return switch (which) {
      case NEXT -> Dates.of(nextMonday().with(TemporalAdjusters.nextOrSame(day)));
      case COMING -> Dates.of(today.with(TemporalAdjusters.next(day)));
      default -> Dates.weekday(day, today);
    };
  }

  private Dates weekend(Mark which) {
    LocalDate first = nextMonday().with(TemporalAdjusters.next(weekendBegins));
    boolean within =
        today.getDayOfWeek() == weekendBegins || today.getDayOfWeek() == weekendBegins.plus(1);
    boolean later = which == Mark.NEXT || (which == Mark.COMING && within);
    return later ? days(first, first.plusDays(1)) : weekend();
  }

  private Dates week(Mark which) {
    LocalDate monday = nextMonday();
    return which == Mark.THIS ? days(today, monday.minusDays(1)) : days(monday, monday.plusDays(6));
  }

  private LocalDate nextMonday() {
    return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /** This weekend, to which its second day still belongs. */
  private Dates weekend() {
    LocalDate last = today.with(TemporalAdjusters.nextOrSame(weekendBegins.plus(1)));
    return new Settled(List.of(new Days(last.minusDays(1), last)));
  }

  /** In two days, in a week. */
  private void distance(int from, List<Parsed<Dates>> found) {
    List<Parsed<Amount>> amounts = sentence.all(from, Amount.class);
    for (Parsed<Amount> amount : amounts) {
      if (amount.value().unit().isDateBased()) {
        LocalDate day = today.plus(amount.value().count(), amount.value().unit());
        found.add(new Parsed<>(Dates.of(day), amount.next()));
      }
    }
    for (Parsed<Integer> count : counts(sentence, from)) {
      for (Parsed<Unit> unit : sentence.all(count.next(), Unit.class)) {
        // "Quinze jours" are two weeks, not fifteen days.
        boolean idiom = amounts.stream().anyMatch(amount -> amount.next() == unit.next());
        if (unit.value().unit().isDateBased() && !idiom) {
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
        found.add(new Parsed<>(new OfMonth(day.value()), day.next()));
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
    for (int year : withFiller(sentence.isComma(next) ? next + 1 : next)) {
      if (sentence.isNumber(year, 4, 4)) {
        for (LocalDate date : Dates.existing(sentence.number(year), month.getValue(), day)) {
          found.add(new Parsed<>(Dates.of(date), year + 1));
        }
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
