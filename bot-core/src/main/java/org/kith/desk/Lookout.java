package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.kith.post.Messenger.Whereabouts;
import org.kith.post.Messengers;
import org.kith.store.Database;
import org.kith.store.Roll;

/** Looks for a member in all places of a circle, and writes down whether they are still there. */
public record Lookout(Database database, InstantSource clock, Messengers messengers) {
  /** Whoever can't be written to, and was not looked for within this time, is looked for next. */
  static final Duration SEEN = Duration.ofHours(1);

  /**
   * Looks for a member, with each of their accounts in each house, until they are found. Blocks
   * until the platforms have answered; never within a transaction.
   *
   * @return how many questions were put to the platforms
   */
  int look(Roll.Member member) {
    List<Roll.Seat> seats =
        database.read(tables ->
            tables.roll().seats(member.circle(), member.person(), counting(clock.instant())));
    Whereabouts found = seats.isEmpty() ? Whereabouts.UNTOLD : Whereabouts.GONE;
    int asked = 0;
    for (Roll.Seat seat : seats) {
      asked++;
      switch (ask(seat)) {
        case THERE -> found = Whereabouts.THERE;
        case UNTOLD -> found = Whereabouts.UNTOLD;
        case GONE -> {
          // They may be in the next one.
        }
      }
      if (found == Whereabouts.THERE) {
        break;
      }
    }
    Whereabouts last = found;
    database.write(tables -> {
      new Departed(tables, clock.instant()).looked(member, last);
      return true;
    });
    return asked;
  }

  /** True if a member has left; looked for now, where that was not done within a day. */
  public boolean hasLeft(Roll.Member member) {
    Instant before = clock.instant().minus(Roll.BETWEEN);
    Instant looked = database.read(tables -> tables.roll().lookedAt(member)).orElse(Instant.MIN);
    if (looked.isBefore(before)) {
      look(member);
    }
    return database.read(tables -> tables.roll().hasLeft(member));
  }

  /** Houses that the bot was removed from before this do not count: nobody can be met there. */
  static Instant counting(Instant now) {
    return now.minus(Deserted.WAITS);
  }

  private Whereabouts ask(Roll.Seat seat) {
    return messengers
        .of(seat.platform())
        .filter(messenger -> messenger.isReachable())
        .map(messenger -> messenger.whereabouts(seat.house(), seat.account()))
        .orElse(Whereabouts.UNTOLD);
  }
}
