package org.kith.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When something stands in a calendar. */
public sealed interface CalendarTime {
  /**
   * At some hour.
   *
   * @param until the same as {@code from} for a moment
   */
  record Hours(Instant from, Instant until) implements CalendarTime {
    public Hours {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException(until + " is before " + from);
      }
    }
  }

  /**
   * On whole days, wherever the calendar's owner is.
   *
   * @param after the first day after it
   */
  record Days(LocalDate first, LocalDate after) implements CalendarTime {
    public Days {
      if (!first.isBefore(after)) {
        throw new IllegalArgumentException(after + " is not after " + first);
      }
    }
  }

  /** What stands in a calendar for a window; empty if it has no start. */
  static Optional<CalendarTime> of(Window window) {
    Instant from = window.starts();
    Instant until = window.ends();
    LocalDate first = window.firstDay();
    LocalDate last = window.lastDay();
    if (from == null || until == null || first == null || last == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (window.shape()) {
          case DAY, DAYS -> new Days(first, last.plusDays(1));
          case MOMENT, SPAN, PART_OF_DAY, BY, ANY_TIME, TO_BE_AGREED -> new Hours(from, until);
        });
  }

  /** As it is stored: two instants or two dates, with a slash between them. */
  default String text() {
    return switch (this) {
      case Hours(Instant from, Instant until) -> from + "/" + until;
      case Days(LocalDate first, LocalDate after) -> first + "/" + after;
    };
  }

  /** What {@link #text} wrote. */
  static CalendarTime read(String text) {
    int slash = text.indexOf('/');
    String from = text.substring(0, slash);
    String until = text.substring(slash + 1);
    return from.indexOf('T') < 0
        ? new Days(LocalDate.parse(from), LocalDate.parse(until))
        : new Hours(Instant.parse(from), Instant.parse(until));
  }
}
