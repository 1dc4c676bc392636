package org.kith.circle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a night in which nobody is written to.
 *
 * @param from local time of the evening at which they begin
 * @param until local time of the morning at which they are over
 */
public record QuietHours(LocalTime from, LocalTime until) {
  /** 22:00 to 08:00. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  public QuietHours {
    if (!until.isBefore(from)) {
      throw new IllegalArgumentException("quiet hours go over midnight: " + from + " " + until);
    }
  }

  /** The instant itself, or an hour before the quiet hours that it lies in. */
  public Instant before(Instant at, ZoneId zone) {
    if (!next(at, zone).isAfter(at)) {
      return at;
    }
    ZonedDateTime local = at.atZone(zone);
    boolean morning = local.toLocalTime().isBefore(until);
    LocalDate evening = local.toLocalDate().minusDays(morning ? 1 : 0);
    return evening.atTime(from).minusHours(1).atZone(zone).toInstant();
  }

  /** The instant itself, or the end of the quiet hours that it lies in. */
  public Instant next(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    if (local.toLocalTime().isBefore(until)) {
      return local.toLocalDate().atTime(until).atZone(zone).toInstant();
    }
    return local.toLocalTime().isBefore(from)
        ? at
        : local.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant();
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

  /** When the night begins after an instant that lies outside the quiet hours. */
  private Instant night(Instant awake, ZoneId zone) {
    return awake.atZone(zone).toLocalDate().atTime(from).atZone(zone).toInstant();
  }
}
