package org.kith.circle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When a circle's weekly digest comes: a weekday and a local time, so that 09:00 stays 09:00 over a
 * change of the clocks.
 *
 * @param on false if the circle wants no digest
 */
public record DigestTime(boolean on, DayOfWeek weekday, LocalTime time) {
  /** Monday, 09:00 local. */
  public static final DigestTime USUAL = new DigestTime(true, DayOfWeek.MONDAY, LocalTime.of(9, 0));

  /**
   * The first such moment strictly after the given one. A local time that a clock change skips is
   * taken as late as the gap is wide; one that comes twice, the first time.
   */
  public Instant next(Instant after, ZoneId zone) {
    ZonedDateTime local = after.atZone(zone);
    ZonedDateTime candidate =
        local.toLocalDate().with(TemporalAdjusters.nextOrSame(weekday)).atTime(time).atZone(zone);
    while (!candidate.toInstant().isAfter(after)) {
      candidate = candidate.toLocalDate().plusWeeks(1).atTime(time).atZone(zone);
    }
    return candidate.toInstant();
  }
}
