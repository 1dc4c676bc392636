package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Pace;
import org.kith.circle.Account;
import org.kith.circle.Manner;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;

/**
 * When a message may be sent, looked up when it is about to be: what the clock says waits for the
 * morning, also where an outage has held it back, and nobody gets more than one unasked message a
 * day (rule 10).
 */
record Moment(Tables tables, Instant now) {
  private static final Duration A_DAY = Duration.ofDays(1);

  /** The instant at which this row may be sent: now, or later. */
  Instant of(Row row) {
    if (row.note().isReminder()) {
      return new Reminders(tables, now).awake(row);
    }
    if (!row.note().isByTheClock()) {
      return now;
    }
    Instant free = row.note().isUnasked() ? free(row) : now;
    Long circle = row.circleId();
    if (circle == null || mayWake(row)) {
      return free;
    }
    Manner reader = reader(row).map(Account::manner).orElse(Manner.USUAL);
    ZoneId zone = reader.zoneOr(tables.circles().find(circle).orElseThrow().zone());
    return reader.quiet().next(free, zone);
  }

  private Optional<Account> reader(Row row) {
    return tables.people().find(row.platform(), String.valueOf(row.account()));
  }

  /** Who offered themselves, and who looks after the circle, are woken by what is urgent. */
  private boolean mayWake(Row row) {
    boolean theirs = row.note() == Note.COULD_YOU_NOW || row.note() == Note.NOBODY_FOR;
    return theirs && request(row).filter(one -> Pace.isUrgent(one.window(), now)).isPresent();
  }

  /** When the person may be written to unasked again. */
  private Instant free(Row row) {
    Instant free =
        reader(row)
            .map(Account::personId)
            .flatMap(tables.askings()::askedAt)
            .map(last -> last.plus(A_DAY))
            .filter(now::isBefore)
            .orElse(now);
    return row.note() == Note.NOBODY_FOR && isTooLate(row, free) ? now : free;
  }

  /** Those who look after the circle are the last who can help: what can't wait is said to them. */
  private boolean isTooLate(Row row, Instant then) {
    return request(row)
        .map(one -> one.window().starts())
        .filter(starts -> !then.isBefore(starts.minus(Rings.LAST_HOUR)))
        .isPresent();
  }

  private Optional<CareRequest> request(Row row) {
    return switch (row.note().about()) {
      case REQUEST -> tables.requests().find(row.ref());
      case CLAIM, PROMISE ->
          tables.claims().find(row.ref()).map(Claim::requestId).flatMap(tables.requests()::find);
      case LETTER, CIRCLE, DRAFT, PERSON, ACCOUNT, REPORT, STEWARD_LETTER, NOTHING ->
          Optional.empty();
    };
  }
}
