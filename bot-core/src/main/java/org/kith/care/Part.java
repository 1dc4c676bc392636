package org.kith.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A part of a day, by the local clock. The bounds serve ordering and reminders; people are shown
 * the word.
 */
public enum Part {
  /** 06:00 to 12:00. */
  MORNING(6, 12),
  /** Around noon, 11:00 to 14:00. */
  MIDDAY(11, 14),
  /** 12:00 to 18:00. */
  AFTERNOON(12, 18),
  /** 18:00 to 22:00. */
  EVENING(18, 22),
  /** 22:00 to 06:00 of the next day. */
  NIGHT(22, 6);

  private final LocalTime starts;
  private final LocalTime ends;

  Part(int startsHour, int endsHour) {
    this.starts = LocalTime.of(startsHour, 0);
    this.ends = LocalTime.of(endsHour, 0);
  }

  /** The first instant of this part of the day. */
  public Instant from(LocalDate day, ZoneId zone) {
    return day.atTime(starts).atZone(zone).toInstant();
  }

  /** The first instant after this part of the day; for the night it is on the next day. */
  public Instant until(LocalDate day, ZoneId zone) {
    LocalDate last = ends.isAfter(starts) ? day : day.plusDays(1);
    return last.atTime(ends).atZone(zone).toInstant();
  }

  /** The name in lower case: as stored, and in the keys of a language file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
