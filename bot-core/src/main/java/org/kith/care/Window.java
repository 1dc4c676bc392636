package org.kith.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When care is needed: two instants, and the shape and zone in which they were meant. The five
 * components are all there is, so a window is stored as five columns and rebuilt from them.
 *
 * @param shape how the instants are to be understood and shown
 * @param from the first instant; null for {@link Shape#ANY_TIME}, {@link Shape#TO_BE_AGREED} and
 *     {@link Shape#BY}
 * @param until the first instant after the window, the same as {@code from} for a moment; null for
 *     {@link Shape#ANY_TIME} and {@link Shape#TO_BE_AGREED}
 * @param zone the zone in which the window was meant
 * @param part which part of the day, for {@link Shape#PART_OF_DAY} alone
 */
public record Window(
    Shape shape,
    @Nullable Instant from,
    @Nullable Instant until,
    ZoneId zone,
    @Nullable Part part) {

  /** How a window was meant. */
  public enum Shape {
    /** Whenever it suits. */
    ANY_TIME,
    /** There is a time, but asker and helper have yet to find it. */
    TO_BE_AGREED,
    /** At one time of one day. */
    MOMENT,
    /** From one time to another, also over midnight. */
    SPAN,
    /** A whole day, from local midnight to local midnight. */
    DAY,
    /** A morning, an evening … of one day. */
    PART_OF_DAY,
    /** A deadline: any time before {@code until}. */
    BY,
    /** Several whole days, from local midnight to local midnight. */
    DAYS
  }

  /**
   * Only the order of the instants is checked, not that a day begins at midnight: where a country
   * changes its clocks after a window was stored, the window must still load.
   */
  public Window {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(zone, "zone");
    boolean right =
        switch (shape) {
          case ANY_TIME, TO_BE_AGREED -> from == null && until == null;
          case MOMENT -> from != null && from.equals(until);
          case SPAN, DAY, PART_OF_DAY, DAYS ->
              from != null && until != null && from.isBefore(until);
          case BY -> from == null && until != null;
        };
    if (!right || (part != null) != (shape == Shape.PART_OF_DAY)) {
      throw new IllegalArgumentException(
          "no such window: " + shape + " from " + from + " until " + until + " part " + part);
    }
  }

  /** Whenever it suits. */
  public static Window anyTime(ZoneId zone) {
    return new Window(Shape.ANY_TIME, null, null, zone, null);
  }

  /** A time yet to be found. */
  public static Window toBeAgreed(ZoneId zone) {
    return new Window(Shape.TO_BE_AGREED, null, null, zone, null);
  }

  /** At one instant. */
  public static Window at(Instant instant, ZoneId zone) {
    return new Window(Shape.MOMENT, instant, instant, zone, null);
  }

  /**
   * From one instant to another.
   *
   * @param until the first instant after it, later than {@code from}
   */
  public static Window between(Instant from, Instant until, ZoneId zone) {
    return new Window(Shape.SPAN, from, until, zone, null);
  }

  /** A whole local day, which a clock change may make shorter or longer than 24 hours. */
  public static Window day(LocalDate day, ZoneId zone) {
    return new Window(Shape.DAY, start(day, zone), start(day.plusDays(1), zone), zone, null);
  }

  /** A part of a day. */
  public static Window part(LocalDate day, Part part, ZoneId zone) {
    return new Window(Shape.PART_OF_DAY, part.from(day, zone), part.until(day, zone), zone, part);
  }

  /** Any time until the end of a day. */
  public static Window by(LocalDate day, ZoneId zone) {
    return by(start(day.plusDays(1), zone), zone);
  }

  /** Any time before an instant. */
  public static Window by(Instant until, ZoneId zone) {
    return new Window(Shape.BY, null, until, zone, null);
  }

  /**
   * Several whole days.
   *
   * @param last the last of them, later than {@code first}
   */
  public static Window days(LocalDate first, LocalDate last, ZoneId zone) {
    if (!first.isBefore(last)) {
      throw new IllegalArgumentException(last + " is not after " + first);
    }
    return new Window(Shape.DAYS, start(first, zone), start(last.plusDays(1), zone), zone, null);
  }

  /**
   * When it starts; null if it has no start (no date, or a deadline, which has started already).
   */
  public @Nullable Instant starts() {
    return from;
  }

  /** The first instant at which it is over; null if it has no date. */
  public @Nullable Instant ends() {
    return until;
  }

  /** True if it ends one day: all but "any time" and "to be agreed". */
  public boolean isDated() {
    return until != null;
  }

  /** True if nothing of it is left at {@code now}; a moment is over only after its instant. */
  public boolean isOver(Instant now) {
    return until != null && (shape == Shape.MOMENT ? until.isBefore(now) : !until.isAfter(now));
  }

  /** Its first day by its own zone; null if it has no start. */
  public @Nullable LocalDate firstDay() {
    return from == null ? null : LocalDate.ofInstant(from, zone);
  }

  /**
   * The last day that belongs to it, by its own zone, so for what ends at midnight the day before;
   * null if it has no date.
   */
  public @Nullable LocalDate lastDay() {
    if (until == null) {
      return null;
    }
    boolean exclusive = shape != Shape.MOMENT;
    return LocalDate.ofInstant(exclusive ? until.minusNanos(1) : until, zone);
  }

  /**
   * The same local days and times, meant in another zone. What a clock change there would turn
   * round keeps its length.
   */
  public Window sameLocalTimesIn(ZoneId other) {
    Instant start = moved(from, other);
    Instant end = moved(until, other);
    if (from != null && start != null && end != null && !start.isBefore(end)) {
      end = start.plus(Duration.between(from, until));
    }
    return new Window(shape, start, end, other, part);
  }

  /** The same local days and times a week later; without a date it stays as it is. */
  public Window aWeekLater() {
    return later(7);
  }

  /**
   * The same local days and times some days later; without a date it stays as it is. What a clock
   * change would turn round keeps its length.
   */
  public Window later(long days) {
    Instant start = after(from, days);
    Instant end = after(until, days);
    if (from != null && start != null && end != null && !from.equals(until)) {
      end = start.isBefore(end) ? end : start.plus(Duration.between(from, until));
    }
    return new Window(shape, start, end, zone, part);
  }

  private @Nullable Instant after(@Nullable Instant instant, long days) {
    return instant == null
        ? null
        : LocalDateTime.ofInstant(instant, zone).plusDays(days).atZone(zone).toInstant();
  }

  private @Nullable Instant moved(@Nullable Instant instant, ZoneId other) {
    return instant == null
        ? null
        : LocalDateTime.ofInstant(instant, zone).atZone(other).toInstant();
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
