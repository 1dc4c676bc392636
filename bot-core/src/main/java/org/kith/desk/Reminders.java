package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Reminder;
import org.kith.care.ReminderTimes;
import org.kith.circle.Circle;
import org.kith.circle.QuietHours;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;
import org.kith.store.Wishes.Wish;

/**
 * Helpers are reminded of what they promised: once on the evening before and once an hour before,
 * or when they said, of all that is near in one message.
 */
record Reminders(Tables tables, Instant now) {
  /** What begins so soon after another promise needs no message of its own. */
  static final Duration TOGETHER = Duration.ofMinutes(30);

  /**
   * The helper will be reminded of this promise, in place of whatever was to come: called when it
   * is made, and again whenever the request's window has become another.
   */
  void schedule(Circle circle, CareRequest request, Claim claim) {
    cancel(claim);
    Wish helper = helper(claim);
    ReminderTimes times = times(helper);
    ZoneId zone = helper.manner().zoneOr(circle.zone());
    for (Reminder reminder : Reminder.values()) {
      reminder
          .at(request.window(), claim.claimedAt(), zone, times)
          .filter(at -> at.isAfter(now))
          .ifPresent(at -> tables.due().schedule(what(reminder), circle.id(), claim.id(), at));
    }
  }

  /**
   * Whatever somebody has promised is reminded of at the times that hold now. All circles of theirs
   * must be locked.
   */
  void again(long person) {
    for (Claim claim : tables.claims().inFlightOf(person)) {
      schedule(circle(claim), request(claim), claim);
    }
  }

  /** Nothing more is said of this promise, also if it was about to be. */
  void cancel(Claim claim) {
    tables.due().cancelAll(List.of(What.EVENING_BEFORE, What.HOUR_BEFORE), claim.id());
    tables.claims().remindedBy(claim.id(), null);
  }

  /** It is time: one message says this promise, and with it all others whose time it is. */
  void due(Reminder reminder, long claimId) {
    Claim claim = tables.claims().find(claimId).filter(Claim::isInFlight).orElse(null);
    Long helper = claim == null ? null : claim.helper();
    if (claim == null || helper == null || isSaidByTheNext(reminder, claim)) {
      return;
    }
    Circle circle = circle(claim);
    long row = new Saying(tables, now).tell(note(reminder), circle, helper, claimId);
    if (row > 0) {
      says(row, reminder, claim);
      for (Claim other : tables.claims().inFlightOf(helper)) {
        if (other.id() != claimId && isNear(reminder, other)) {
          gather(row, reminder, other);
        }
      }
    }
  }

  /** The promises that a waiting message is about, without those whose time has come. */
  List<Claim> promises(Row row) {
    return waiting(row).stream()
        .filter(claim -> isOfUse(claim) && !isSaidByTheNext(reminder(row.note()), claim))
        .toList();
  }

  /** True if a message holds a promise that nobody can be reminded of in time any more. */
  boolean isTooLate(Row row) {
    return waiting(row).stream().anyMatch(claim -> !isOfUse(claim));
  }

  /** When a message may be sent: now, or when its reader's night is over. */
  Instant awake(Row row) {
    List<Claim> promises = promises(row);
    boolean mayWake =
        row.note() == Note.HOUR_BEFORE
            && promises.stream()
                .anyMatch(
                    claim -> Reminder.mayWake(request(claim).window(), zone(claim), quiet(claim)));
    return promises.isEmpty() || mayWake
        ? now
        : quiet(promises.getFirst()).next(now, zone(promises.getFirst()));
  }

  private List<Claim> waiting(Row row) {
    return tables.claims().remindedBy(row.id()).stream()
        .filter(claim -> claim.isInFlight() && !request(claim).isEnded())
        .toList();
  }

  /** An evening's message that is so late that the hour before is near is not said besides. */
  private boolean isSaidByTheNext(Reminder reminder, Claim claim) {
    return reminder == Reminder.EVENING_BEFORE
        && Reminder.HOUR_BEFORE
            .at(request(claim).window(), claim.claimedAt(), zone(claim), times(helper(claim)))
            .filter(at -> !at.isAfter(now.plus(TOGETHER)))
            .isPresent();
  }

  private boolean isNear(Reminder reminder, Claim claim) {
    Duration ahead = reminder == Reminder.HOUR_BEFORE ? TOGETHER : Duration.ZERO;
    return !claim.claimedAt().plus(Reminder.FRESH).isAfter(now)
        && reminder
            .at(request(claim).window(), claim.claimedAt(), zone(claim), times(helper(claim)))
            .filter(at -> !at.isAfter(now.plus(ahead)))
            .isPresent();
  }

  /**
   * Another promise joins, if it has not been said yet. It may be in a circle that is not locked
   * here: whatever somebody else works on is left to them, so that nobody waits for each other.
   */
  private void gather(long row, Reminder reminder, Claim other) {
    if (tables.claims().lockIfFree(other.id())
        && tables.due().takeIfFree(what(reminder), other.id())) {
      says(row, reminder, other);
    }
  }

  private void says(long row, Reminder reminder, Claim claim) {
    tables.claims().remindedBy(claim.id(), row);
    if (reminder == Reminder.HOUR_BEFORE) {
      tables.due().takeIfFree(what(Reminder.EVENING_BEFORE), claim.id());
    }
  }

  private boolean isOfUse(Claim claim) {
    Instant useless = Reminder.useless(request(claim).window());
    return useless == null || now.isBefore(useless);
  }

  private CareRequest request(Claim claim) {
    return tables.requests().find(claim.requestId()).orElseThrow();
  }

  private Circle circle(Claim claim) {
    return tables.circles().find(request(claim).circleId()).orElseThrow();
  }

  /** What whoever promised this wishes. */
  private Wish helper(Claim claim) {
    Long helper = claim.helper();
    if (helper == null) {
      throw new IllegalStateException("nobody is reminded of claim " + claim.id());
    }
    return tables.wishes().of(helper);
  }

  private static ReminderTimes times(Wish helper) {
    return helper.reminders().outside(helper.manner().quiet());
  }

  private QuietHours quiet(Claim claim) {
    return helper(claim).manner().quiet();
  }

  private ZoneId zone(Claim claim) {
    return helper(claim).manner().zoneOr(circle(claim).zone());
  }

  private static What what(Reminder reminder) {
    return switch (reminder) {
      case EVENING_BEFORE -> What.EVENING_BEFORE;
      case HOUR_BEFORE -> What.HOUR_BEFORE;
    };
  }

  private static Note note(Reminder reminder) {
    return switch (reminder) {
      case EVENING_BEFORE -> Note.EVENING_BEFORE;
      case HOUR_BEFORE -> Note.HOUR_BEFORE;
    };
  }

  private static Reminder reminder(Note note) {
    return note == Note.EVENING_BEFORE ? Reminder.EVENING_BEFORE : Reminder.HOUR_BEFORE;
  }
}
