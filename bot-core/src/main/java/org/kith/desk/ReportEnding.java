package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.care.ReportAct;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Reports;
import org.kith.store.Tables;

/** How a report ends: what was written goes as soon as it is handled, and after a month anyway. */
record ReportEnding(Tables tables, Instant now) {
  /** How long one that nobody sends is kept. */
  static final Duration UNSENT = Duration.ofDays(1);

  /** How long one that nobody handles is kept. */
  static final Duration KEPT = Duration.ofDays(30);

  /** How long it is kept what was done about it. */
  static final Duration LOGGED = Duration.ofDays(7 * 12);

  /** The time of a report is over. */
  void due(long id) {
    tables
        .reports()
        .find(id)
        .ifPresent(report -> {
          switch (report.state()) {
            case SENT -> close(report, ReportAct.LAPSED, null);
            case DRAFT, HANDLED -> tables.reports().remove(id);
          }
        });
  }

  /** It is handled, or nobody has done so in time: what was written is destroyed. */
  void close(Report report, ReportAct act, @Nullable Long steward) {
    boolean held =
        tables.reports().done(report.id()).stream()
            .map(Reports.Done::act)
            .anyMatch(ReportAct.PAUSE::equals);
    tables.reports().did(report.id(), act, steward, now);
    tables.reports().handled(report.id());
    tables.outbox().removeAbout(Note.REPORT, report.id());
    tables.stewardTalks().end(report.id());
    Instant gone = now.plus(LOGGED);
    tables.due().schedule(What.REPORT, report.circleId(), report.id(), gone);
    Long about = report.request();
    CareRequest request = about == null ? null : tables.requests().find(about).orElse(null);
    if (held && request != null && request.state() instanceof RequestState.Paused) {
      tell(request);
    }
  }

  /** The asker hears that it is paused, or is not any more. */
  void tell(CareRequest request) {
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    Long asker = request.asker();
    if (asker != null) {
      tables.outbox().removeAbout(Note.PAUSED, request.id());
      new Saying(tables, now).tell(Note.PAUSED, circle, asker, request.id());
    }
  }
}
