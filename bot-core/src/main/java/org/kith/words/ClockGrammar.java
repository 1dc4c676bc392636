package org.kith.words;

import java.util.ArrayList;
import java.util.List;
import org.kith.words.Clock.Style;
import org.kith.words.WhenMeaning.Count;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.Shift;
import org.kith.words.WhenMeaning.ShiftAfter;

/** Reads times of day: 18:00, 18.30, 6pm, 6 o'clock, half past six, noon. */
final class ClockGrammar {
  private final WhenSentence sentence;

  ClockGrammar(WhenSentence sentence) {
    this.sentence = sentence;
  }

  /** Every time of day that can begin at a place. */
  List<Parsed<Clock>> at(int from) {
    List<Parsed<Clock>> found = new ArrayList<>();
    if (sentence.isInsideDate(from)) {
      return found;
    }
    named(from, found);
    for (Parsed<Clock> digits : digits(from)) {
      found.add(digits);
      halves(digits, found);
      oclock(digits, found);
    }
    return found;
  }

  private void named(int from, List<Parsed<Clock>> found) {
    for (int next : sentence.after(from, Mark.NOON)) {
      found.add(new Parsed<>(Clock.exact(Clock.HALF_DAY), next));
      shifted(Clock.exact(Clock.HALF_DAY), next, found);
    }
    for (int next : sentence.after(from, Mark.MIDNIGHT)) {
      found.add(new Parsed<>(Clock.exact(Clock.DAY), next));
    }
    for (Parsed<Shift> shift : sentence.all(from, Shift.class)) {
      for (Parsed<Clock> hour : hours(shift.next())) {
        int minute = hour.value().minute() + shift.value().minutes();
        Clock clock = new Clock(Math.floorMod(minute, Clock.DAY), hour.value().style(), false);
        Parsed<Clock> shifted = new Parsed<>(clock, hour.next());
        found.add(shifted);
        halves(shifted, found);
      }
    }
  }

  /** Hours with minutes, and hours alone. */
  private List<Parsed<Clock>> digits(int from) {
    List<Parsed<Clock>> found = new ArrayList<>(hours(from));
    for (Parsed<Clock> hour : List.copyOf(found)) {
      shifted(hour.value(), hour.next(), found);
      for (int next : sentence.after(hour.next(), Mark.OCLOCK)) {
        shifted(hour.value(), next, found);
        withMinutes(from, next, found);
      }
    }
    boolean separated = sentence.isGlued(from + 1, ":") || sentence.isGlued(from + 1, ".");
    if (sentence.isNumber(from, 1, 2) && separated && sentence.isGluedNumber(from + 2, 2, 2)) {
      withMinutes(from, from + 2, found);
    }
    return found;
  }

  /** 18:30, 18h30, 18 Uhr 30: an hour at one place, its minutes at another. */
  private void withMinutes(int from, int at, List<Parsed<Clock>> found) {
    if (!sentence.isNumber(from, 1, 2) || !sentence.isNumber(at, 2, 2)) {
      return;
    }
    int hour = sentence.number(from);
    int minutes = sentence.number(at);
    int minute = hour * 60 + minutes;
    if (minutes < 60 && minute <= Clock.DAY) {
      boolean exact = sentence.digits(from).length() == 2 || hour == 0;
      Clock clock = new Clock(minute, exact ? Style.EXACT : Style.DIGITS, false);
      found.add(new Parsed<>(clock, at + 1));
    }
  }

  /** Half an hour or a quarter named after the hour: "las seis y media". */
  private void shifted(Clock hour, int at, List<Parsed<Clock>> found) {
    for (Parsed<ShiftAfter> shift : sentence.all(at, ShiftAfter.class)) {
      int minute = Math.floorMod(hour.minute() + shift.value().minutes(), Clock.DAY);
      found.add(new Parsed<>(new Clock(minute, hour.style(), false), shift.next()));
    }
  }

  private List<Parsed<Clock>> hours(int from) {
    List<Parsed<Clock>> found = new ArrayList<>();
    if (sentence.isNumber(from, 1, 2) && sentence.number(from) <= 24) {
      int hour = sentence.number(from);
      boolean open = hour >= 1 && hour <= 12 && !sentence.digits(from).startsWith("0");
      found.add(
          new Parsed<>(new Clock(hour * 60, open ? Style.HOUR : Style.EXACT, true), from + 1));
    }
    for (Parsed<Count> count : sentence.all(from, Count.class)) {
      if (count.value().number() <= 12) {
        Clock clock = new Clock(count.value().number() * 60, Style.HOUR, true);
        found.add(new Parsed<>(clock, count.next()));
      }
    }
    return found;
  }

  /** The same with "am" or "pm" after it. */
  private void halves(Parsed<Clock> digits, List<Parsed<Clock>> found) {
    int minute = digits.value().minute();
    if (minute < 60 || minute >= Clock.HALF_DAY + 60) {
      return;
    }
    int morning = minute % Clock.HALF_DAY;
    for (int next : sentence.after(digits.next(), Mark.AM)) {
      found.add(new Parsed<>(new Clock(morning, Style.HALF, false), next));
    }
    for (int next : sentence.after(digits.next(), Mark.PM)) {
      found.add(new Parsed<>(new Clock(morning + Clock.HALF_DAY, Style.HALF, false), next));
    }
  }

  private void oclock(Parsed<Clock> digits, List<Parsed<Clock>> found) {
    for (int next : sentence.after(digits.next(), Mark.OCLOCK)) {
      found.add(new Parsed<>(digits.value().said(), next));
    }
  }
}
