package org.kith.browser;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.kith.circle.DigestTime;
import org.kith.due.MovableClock;

/**
 * The room's clock, moved forward by hand. Where the bot also serves real people it is not given,
 * and nobody can move it.
 */
final class RoomClock {
  /** A leap of years would only run the due work of years. */
  private static final Duration LONGEST_LEAP = Duration.ofDays(366);

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final @Nullable MovableClock clock;
  private final ZoneId zone;
  private final RoomState room;
  private final Runnable moved;

  /**
   * @param moved told after each move, so that what has become due is done at once
   */
  RoomClock(@Nullable MovableClock clock, ZoneId zone, RoomState room, Runnable moved) {
    this.clock = clock;
    this.zone = zone;
    this.room = room;
    this.moved = moved;
    long missing = clock == null ? 0 : room.ahead() - clock.ahead().toMillis();
    if (clock != null && missing > 0) {
      clock.forward(Duration.ofMillis(missing));
    }
  }

  boolean canBeMoved() {
    return clock != null;
  }

  ZoneId zone() {
    return zone;
  }

  /**
   * Moves it on.
   *
   * @param by an ISO 8601 duration such as {@code PT1H}
   */
  void by(String by) throws TurnedAway {
    Duration how;
    try {
      how = Duration.parse(by);
    } catch (DateTimeParseException e) {
      throw TurnedAway.badRequest("by");
    }
    forward(how);
  }

  /**
   * Moves it to a time to come.
   *
   * @param to {@code tomorrow} or {@code monday}, both at 09:00 in the room's zone, or an instant
   *     such as {@code 2027-01-25T09:00:00Z}
   */
  void to(String to) throws TurnedAway {
    Instant now = movable().instant();
    Instant then =
        switch (to) {
          case "tomorrow" ->
              now.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
          case "monday" -> new DigestTime(true, DayOfWeek.MONDAY, MORNING).next(now, zone);
          default -> parse(to);
        };
    forward(Duration.between(now, then));
  }

  private void forward(Duration how) throws TurnedAway {
    MovableClock given = movable();
    if (how.isNegative() || how.compareTo(LONGEST_LEAP) > 0) {
      throw TurnedAway.badRequest("forward");
    }
    given.forward(how);
    room.clockMoved(given.ahead().toMillis(), given.millis());
    moved.run();
  }

  private MovableClock movable() throws TurnedAway {
    if (clock == null) {
      throw new TurnedAway(409, "real");
    }
    return clock;
  }

  private static Instant parse(String to) throws TurnedAway {
    try {
      return Instant.parse(to);
    } catch (DateTimeParseException e) {
      throw TurnedAway.badRequest("to");
    }
  }
}
