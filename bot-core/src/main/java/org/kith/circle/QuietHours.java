package org.kith.circle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a day in which nobody is written to: mostly of a night, but whoever works at night
 * sleeps by day.
 *
 * @param from local time at which they begin
 * @param until local time at which they are over; the same as {@code from} if there are none
 */
public record QuietHours(LocalTime from, LocalTime until) {
  /** Whoever is quiet for longer could hardly be told anything. */
  public static final Duration LONGEST = Duration.ofHours(16);

  /** 22:00 to 08:00. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  /** None. */
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public QuietHours {
    if (length(from, until).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("too long to be quiet: " + from + " " + until);
    }
  }

  /** True if there are none. */
  public boolean isNone() {
    return from.equals(until);
  }

  /** How long it is from one time of day to the next time that a clock shows the other. */
  public static Duration length(LocalTime from, LocalTime until) {
    Duration length = Duration.between(from, until);
    return length.isNegative() ? length.plusDays(1) : length;
  }

  /** True if the instant lies in them. */
  public boolean holds(Instant at, ZoneId zone) {
    LocalTime time = at.atZone(zone).toLocalTime();
    return from.isAfter(until)
        ? !time.isBefore(from) || time.isBefore(until)
        : !time.isBefore(from) && time.isBefore(until);
  }

  /** The instant itself, or an hour before the quiet hours that it lies in. */
  public Instant before(Instant at, ZoneId zone) {
    if (!holds(at, zone)) {
      return at;
    }
    ZonedDateTime local = at.atZone(zone);
    boolean began = !local.toLocalTime().isBefore(from);
    LocalDate day = local.toLocalDate().minusDays(began ? 0 : 1);
    return day.atTime(from).minusHours(1).atZone(zone).toInstant();
  }

  /** The instant itself, or the end of the quiet hours that it lies in. */
  public Instant next(Instant at, ZoneId zone) {
    return holds(at, zone) ? following(until, at, zone) : at;
  }

  /** How much of the time from one instant to another lies outside the quiet hours. */
  public Duration awake(Instant start, Instant end, ZoneId zone) {
    Duration awake = Duration.ZERO;
    for (Instant at = next(start, zone); at.isBefore(end); at = next(night(at, zone), zone)) {
      Instant night = night(at, zone);
      awake = awake.plus(Duration.between(at, night.isBefore(end) ? night : end));
    }
    return awake;
  }

  /** The instant before which so much time outside the quiet hours passes. */
  public Instant later(Instant start, Duration awake, ZoneId zone) {
    Instant at = next(start, zone);
    Duration left = awake;
    Duration day = Duration.between(at, night(at, zone));
    while (left.compareTo(day) >= 0) {
      left = left.minus(day);
      at = next(night(at, zone), zone);
      day = Duration.between(at, night(at, zone));
    }
    return at.plus(left);
  }

  /** When they begin after an instant that lies outside them. */
  private Instant night(Instant awake, ZoneId zone) {
    return following(from, awake, zone);
  }

  /** The first instant after another at which the clock shows this time. */
  private static Instant following(LocalTime time, Instant after, ZoneId zone) {
    LocalDate day = after.atZone(zone).toLocalDate();
    Instant then = day.atTime(time).atZone(zone).toInstant();
    return then.isAfter(after) ? then : day.plusDays(1).atTime(time).atZone(zone).toInstant();
  }
}
