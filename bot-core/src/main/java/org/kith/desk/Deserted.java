package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import org.kith.circle.Circle;
import org.kith.circle.Space;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;

/** A circle out of all of whose places the bot was removed: it waits, and is then erased. */
record Deserted(Tables tables, Instant now) {
  /** How long a circle waits for the bot's return. */
  static final Duration WAITS = Duration.ofDays(30);

  /** The bot was removed from a place; where it was the last one, the time begins. */
  void removed(Space space) {
    boolean before = tables.circles().isClosed(space.id());
    tables.circles().closed(space.id(), now);
    boolean begun = before && tables.due().awaits(What.ERASE, space.circleId());
    if (!begun) {
      left(space.circleId());
    }
  }

  /** A place has gone from a circle; where the bot was removed from all others the time begins. */
  void left(long circle) {
    if (isDeserted(circle)) {
      tables.due().schedule(What.ERASE, circle, circle, now.plus(WAITS));
    }
  }

  /** The time is over. Somebody may have brought another place into the circle meanwhile. */
  void due(Circle circle) {
    if (isDeserted(circle.id())) {
      tables.circleErasing().erase(circle.id());
      new LeftBehind(tables).write();
    }
  }

  private boolean isDeserted(long circle) {
    return tables.circles().spacesOf(circle).stream()
        .allMatch(space -> tables.circles().isClosed(space.id()));
  }
}
