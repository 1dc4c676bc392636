package org.kith.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.kith.care.CareRequest;
import org.kith.care.Pace;
import org.kith.circle.Circle;
import org.kith.circle.Place;
import org.kith.circle.Space;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;

/**
 * Whether a post makes a sound: three a day in a space at most, by the circle's own calendar. What
 * is urgent always does, and does not count.
 */
public record Sounding(Tables tables, Instant now) {
  /** How many posts make a sound in a space on one day. */
  public static final int MOST_A_DAY = 3;

  /** True if this row makes no sound; where it makes one, that is counted. */
  public boolean isSilent(Row row) {
    if (asksNothing(row.note())) {
      return true;
    }
    Place place = row.place();
    if (place == null) {
      return false;
    }
    Space space = tables.circles().spaceAt(place).orElse(null);
    if (space == null || isUrgent(row)) {
      return false;
    }
    Circle circle = tables.circles().find(space.circleId()).orElseThrow();
    LocalDate today = LocalDate.ofInstant(now, circle.zone());
    int sounded = tables.circles().sounded(space.id(), today);
    // What is sent once more, because nobody knows whether it arrived, was counted before.
    boolean counted = row.doubtSince() != null && sounded > 0;
    return (counted ? sounded : tables.circles().sounds(space.id(), today)) > MOST_A_DAY;
  }

  private boolean isUrgent(Row row) {
    return row.note() == Note.CARD
        && tables
            .requests()
            .find(row.ref())
            .map(CareRequest::window)
            .filter(window -> Pace.isUrgent(window, now))
            .isPresent();
  }

  private static boolean asksNothing(Note note) {
    return switch (note) {
      case LINE_FOR_HELPER, THANKS_LINE, EVENING, FOUNDED, UNITED, PARTED, CALENDAR -> true;
      default -> false;
    };
  }
}
