package org.kith.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CalendarEntry;
import org.kith.care.CalendarTime;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.command.Message;
import org.kith.post.CalendarFile;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * Helpers' calendars show what they promised: what was sent is known, so that an entry comes once,
 * changes with its time, and is cancelled only for whoever has it.
 */
record Calendars(Tables tables, Instant now) {

  /**
   * Called whenever a promise, or its request's window, has changed: the helper gets what their
   * calendar lacks, if they can be written to.
   */
  void changed(long claimId) {
    Claim claim = tables.claims().find(claimId).orElse(null);
    Long helper = claim == null ? null : claim.helper();
    if (claim == null || helper == null || tables.outbox().holds(Note.CALENDAR, claimId)) {
      return; // What waits is drawn from the state when it is sent.
    }
    CareRequest request = tables.requests().find(claim.requestId()).orElseThrow();
    boolean canBeTold =
        tables.people().accountsOf(helper).stream()
            .findFirst()
            .filter(Account::reachable)
            .isPresent();
    if (canBeTold && next(request, claim, false).isPresent()) {
      Circle circle = tables.circles().find(request.circleId()).orElseThrow();
      new Saying(tables, now).tell(Note.CALENDAR, circle, helper, claimId);
    }
  }

  /** The same, cheaply where neither now nor before there was anything to show. */
  void changed(CareRequest request, long claimId) {
    if (request.window().isDated() || tables.claims().calendar(claimId).isPresent()) {
      changed(claimId);
    }
  }

  /** The file and what goes with it; empty if the calendar shows the truth already. */
  Optional<Enclosed> draw(Row row, Words words) {
    Claim claim = tables.claims().find(row.ref()).orElse(null);
    CareRequest request =
        claim == null ? null : tables.requests().find(claim.requestId()).orElse(null);
    if (claim == null || request == null) {
      return Optional.empty();
    }
    return next(request, claim, row.doubtSince() != null)
        .map(entry -> enclosed(request, claim, entry, words));
  }

  /**
   * What a calendar is to show next.
   *
   * @param inDoubt true if an entry may have arrived that is not known of
   */
  private Optional<CalendarEntry> next(CareRequest request, Claim claim, boolean inDoubt) {
    if (claim.state() instanceof ClaimState.Kept || request.window().isOver(now)) {
      return Optional.empty();
    }
    CalendarEntry shown = tables.claims().calendar(claim.id()).orElse(null);
    boolean stands = claim.state() instanceof ClaimState.Promised && !request.isEnded();
    CalendarTime time = CalendarTime.of(request.window()).orElse(null);
    return stands && time != null
        ? published(shown, time)
        : cancelled(shown, inDoubt ? time : null);
  }

  private static Optional<CalendarEntry> published(
      @Nullable CalendarEntry shown, CalendarTime time) {
    if (shown == null) {
      return Optional.of(new CalendarEntry(0, time, false));
    }
    return !shown.cancelled() && shown.time().equals(time)
        ? Optional.empty()
        : Optional.of(new CalendarEntry(shown.sequence() + 1, time, false));
  }

  private static Optional<CalendarEntry> cancelled(
      @Nullable CalendarEntry shown, @Nullable CalendarTime inDoubt) {
    if (shown == null) {
      return Optional.ofNullable(inDoubt).map(time -> new CalendarEntry(1, time, true));
    }
    return shown.cancelled()
        ? Optional.empty()
        : Optional.of(new CalendarEntry(shown.sequence() + 1, shown.time(), true));
  }

  private Enclosed enclosed(CareRequest request, Claim claim, CalendarEntry entry, Words words) {
    String number = Notices.number(request);
    String key = entry.cancelled() ? "calendar.off" : "calendar.new";
    if (!entry.cancelled() && entry.sequence() > 0) {
      key = "calendar.changed";
    }
    return new Enclosed(
        Message.of(Text.of(words.say(key, "number", number))),
        new CalendarFile(request, claim)
            .of(entry, words.say("calendar.summary", "number", number), now),
        entry);
  }
}
