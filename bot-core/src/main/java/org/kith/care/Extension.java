package org.kith.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a window is moved by one tap. */
public enum Extension {
  /** The same local time tomorrow. */
  TOMORROW,
  /** The same weekday and local time, the next time that lies ahead, a week later at least. */
  WEEK,
  /** Whenever it suits. */
  ANY_TIME;

  /** The window that this makes of another, which has a date; it is not over at {@code now}. */
  public Window of(Window window, Instant now) {
    LocalDate day = window.firstDay() == null ? window.lastDay() : window.firstDay();
    if (this == ANY_TIME || day == null) {
      return Window.anyTime(window.zone());
    }
    LocalDate today = LocalDate.ofInstant(now, window.zone());
    if (this == TOMORROW) {
      return window.later(ChronoUnit.DAYS.between(day, today.plusDays(1)));
    }
    long weeks = Math.max(0, ChronoUnit.WEEKS.between(day, today)) + 1;
    Window moved = window.later(7 * weeks);
    return moved.isOver(now) ? window.later(7 * (weeks + 1)) : moved;
  }
}
