package org.kith.words;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.kith.care.Part;

/** What a word of a language can mean in a text that says when. */
sealed interface WhenMeaning {

  record Weekday(DayOfWeek day) implements WhenMeaning {}

  record MonthName(Month month) implements WhenMeaning {}

  record DayPart(Part part) implements WhenMeaning {}

  /** "today", "tomorrow" … as a distance from today. */
  record InDays(int days) implements WhenMeaning {}

  record Unit(ChronoUnit unit) implements WhenMeaning {}

  /** So many of a unit in one word, as in Arabic "two days". */
  record Amount(int count, ChronoUnit unit) implements WhenMeaning {}

  /** A part of the day in a word that has another meaning where no day stands before it. */
  record PartAfterDay(Part part) implements WhenMeaning {}

  /** A number in letters. */
  record Count(int number) implements WhenMeaning {}

  /** "half past", "quarter to": what it adds to the hour that follows. */
  record Shift(int minutes) implements WhenMeaning {}

  /** "and a half", "less a quarter": what it adds to the hour before it. */
  record ShiftAfter(int minutes) implements WhenMeaning {}

  /** A word with a place in the grammar; the language file lists it under {@link #key()}. */
  enum Mark implements WhenMeaning {
    AM,
    PM,
    /** Before a clock time, so that a bare number after it is an hour. */
    AT,
    /** May stand before a date or a part of the day, and adds nothing. */
    ON,
    IN,
    BY,
    BEFORE,
    AFTER,
    FROM,
    BETWEEN,
    AND,
    TO,
    /** Of next week. */
    NEXT,
    /** The nearest one after today; of a week, the next one. */
    COMING,
    THIS,
    WEEK,
    WEEKEND,
    ANY,
    AGREED,
    NOW,
    HALF_HOUR,
    /** After a day's number: "24th". */
    ORDINAL,
    /** Before a day's number alone: "le 24". */
    THE,
    OCLOCK,
    NOON,
    MIDNIGHT,
    TONIGHT;

    String key() {
      return "when.read." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
  }
}
