package org.kith.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Letter;
import org.kith.care.Reminder;
import org.kith.circle.Circle;
import org.kith.post.Note;
import org.kith.store.DueTable.Due;
import org.kith.store.Sealer;
import org.kith.store.Tables;

/** What happens when something falls due. */
record Falling(Tables tables, Sealer sealer, Instant now) {

  void due(Due due) {
    Circle circle = tables.circles().find(due.circleId()).orElseThrow();
    switch (due.what()) {
      case DIGEST -> new Digest(tables, now).due(circle);
      case POST -> new Posting(tables, sealer, now).due(circle, due.subject());
      case HOLD -> free(due.subject());
      case EVENING -> new Evening(tables, now).due(circle);
      case RING -> request(due).ifPresent(request -> rings().widen(circle, request));
      case LAST_HOUR -> request(due).ifPresent(request -> rings().lastHour(circle, request));
      case FOLLOW_UP -> request(due).ifPresent(request -> followUp().ask(circle, request));
      case EVENING_BEFORE -> reminders().due(Reminder.EVENING_BEFORE, due.subject());
      case HOUR_BEFORE -> reminders().due(Reminder.HOUR_BEFORE, due.subject());
      case CLOSE -> request(due).ifPresent(request -> followUp().close(circle, request));
      case CONSENT -> new Lapsing(tables, now).due(due.subject());
      case REPORT -> new ReportEnding(tables, now).due(due.subject());
      case FORGET -> forget(circle, due.subject());
      case RETIRE -> retire(circle, due.subject());
      case ERASE -> new Deserted(tables, now).due(circle);
    }
  }

  private Optional<CareRequest> request(Due due) {
    return tables.requests().find(due.subject());
  }

  private Reminders reminders() {
    return new Reminders(tables, now);
  }

  private Rings rings() {
    return new Rings(tables, new Saying(tables, now), now);
  }

  private FollowUp followUp() {
    return new FollowUp(tables, new Saying(tables, now), now);
  }

  /** A place was held for somebody who was not reached: it is quietly freed. */
  private void free(long claimId) {
    Claim claim = tables.claims().find(claimId).orElse(null);
    if (claim != null && claim.state() instanceof ClaimState.Held) {
      CareRequest request = tables.requests().find(claim.requestId()).orElseThrow();
      new Ending(tables, new Saying(tables, now), now).release(request, claim);
    }
  }

  /** Three days after the end: details are destroyed, asker and helpers let go. */
  private void forget(Circle circle, long requestId) {
    tables.requests().forget(requestId);
    tables.drafts().removeAbout(requestId);
    tables.claims().forgetHelpers(requestId);
    tables.posts().forgetReactors(requestId);
    tables.askings().forget(requestId);
    tables.rewordings().forget(requestId);
    tables.reports().forgetRequest(requestId);
    tables.thanks().forget(requestId, circle.digest().on());
    List<Long> claims = tables.claims().on(requestId).stream().map(Claim::id).toList();
    List<Long> letters = tables.talks().letters(requestId).stream().map(Letter::id).toList();
    for (Note note : Note.values()) {
      if (!note.isInSpace()) {
        List<Long> subjects =
            switch (note.about()) {
              case REQUEST -> List.of(requestId);
              case CLAIM, PROMISE -> claims;
              case LETTER -> letters;
              case CIRCLE, DRAFT, PERSON, ACCOUNT, REPORT, STEWARD_LETTER, NOTHING -> List.of();
            };
        subjects.forEach(subject -> tables.outbox().removeAbout(note, subject));
      }
    }
    tables.talks().forget(requestId);
    tables.departure().letGo(circle.id());
  }

  /**
   * So many weeks after the end as the circle wants: what is left becomes a count by kind and week.
   */
  private void retire(Circle circle, long requestId) {
    CareRequest request = tables.requests().find(requestId).orElse(null);
    if (request == null) {
      return;
    }
    long kept =
        tables.claims().on(requestId).stream()
            .filter(claim -> claim.state() instanceof ClaimState.Kept)
            .count();
    LocalDate week =
        request
            .askedAt()
            .atZone(circle.zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    tables.remembered().count(circle.id(), request.kind().stored(), week, (int) kept);
    tables.claims().remove(requestId);
    tables.posts().remove(requestId);
    tables.requests().remove(requestId);
  }
}
