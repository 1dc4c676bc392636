package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.Report;
import org.kith.care.ReportAct;

/** What members let stewards know, sealed until it is handled, and what was done about it. */
public final class Reports {
  private final Handle handle;

  Reports(Handle handle) {
    this.handle = handle;
  }

  /**
   * Something that was done about a report.
   *
   * @param steward by whom; null if by nobody, and once they are forgotten
   */
  public record Done(ReportAct act, @Nullable Long steward, Instant at) {}

  /** Begins a report, in place of one that the same person has not sent; its id. */
  public long begin(
      long circle,
      long reporter,
      long reported,
      @Nullable Long request,
      boolean unnamed,
      Instant now) {
    drafts(reporter).forEach(draft -> remove(draft.id()));
    return handle
        .createUpdate(
            """
            insert into report (circle_id, reporter_id, reported_id, request_id, unnamed, state,
              made_at)
            values (:circle, :reporter, :reported, :request, :unnamed, 'DRAFT', :now)
            """)
        .bind("circle", circle)
        .bind("reporter", reporter)
        .bind("reported", reported)
        .bind("request", request)
        .bind("unnamed", unnamed)
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  /** Keeps what was written, bound to {@link #sealedRow}. */
  public void keep(long id, String sealed) {
    handle
        .createUpdate("update report set sealed = :sealed where id = :id")
        .bind("id", id)
        .bind("sealed", sealed)
        .execute();
  }

  /** The report with this id. */
  public Optional<Report> find(long id) {
    return handle
        .createQuery("select * from report where id = :id")
        .bind("id", id)
        .map(Reports::report)
        .findOne();
  }

  /** What a person has begun and not sent. */
  public List<Report> drafts(long reporter) {
    return handle
        .createQuery("select * from report where reporter_id = :reporter and state = 'DRAFT'")
        .bind("reporter", reporter)
        .map(Reports::report)
        .list();
  }

  /** The newest reports to the stewards of a circle, handled ones too; at most this many. */
  public List<Report> of(long circle, int most) {
    return handle
        .createQuery(
            """
            select * from report where circle_id = :circle and state <> 'DRAFT'
            order by id desc fetch first :most rows only
            """)
        .bind("circle", circle)
        .bind("most", most)
        .map(Reports::report)
        .list();
  }

  /** It is with the stewards. */
  public void sent(long id, Instant now) {
    handle
        .createUpdate("update report set state = 'SENT', made_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  /** It is handled: what was written, and by whom, is destroyed. */
  public void handled(long id) {
    handle
        .createUpdate(
            """
            update report set state = 'HANDLED', sealed = null, reporter_id = null where id = :id
            """)
        .bind("id", id)
        .execute();
  }

  /** Removes a report, and what was done about it. */
  public void remove(long id) {
    handle.createUpdate("delete from report where id = :id").bind("id", id).execute();
  }

  /** Something is done about a report. */
  public void did(long id, ReportAct act, @Nullable Long steward, Instant now) {
    handle
        .createUpdate(
            """
            insert into report_act (report_id, act, steward_id, acted_at)
            values (:id, :act, :steward, :now)
            """)
        .bind("id", id)
        .bind("act", act.name())
        .bind("steward", steward)
        .bind("now", now)
        .execute();
  }

  /** What was done about a report, the first first. */
  public List<Done> done(long id) {
    return handle
        .createQuery("select * from report_act where report_id = :id order by id")
        .bind("id", id)
        .map((row, context) ->
            new Done(
                ReportAct.valueOf(row.getString("act")),
                row.getObject("steward_id", Long.class),
                Instants.get(row, "acted_at")))
        .list();
  }

  /** True as long as a steward has paused this request over a report that is not handled. */
  public boolean holds(long request) {
    return handle
            .createQuery(
                """
                select count(*) from report r join report_act a on a.report_id = r.id
                where r.request_id = :request and r.state = 'SENT' and a.act = 'PAUSE'
                """)
            .bind("request", request)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** A request has been over for three days: no report leads to it any more. */
  public void forgetRequest(long request) {
    handle
        .createUpdate("update report set request_id = null where request_id = :request")
        .bind("request", request)
        .execute();
  }

  /** Any sealed report, to check the key with at the start. */
  public Optional<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery(
            "select id, sealed from report where sealed is not null fetch first 1 rows only")
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), sealedRow(row.getLong("id"))))
        .findOne();
  }

  /** What a report is bound to when it is sealed. */
  public static String sealedRow(long id) {
    return "report:" + id;
  }

  private static Report report(ResultSet row, StatementContext context) throws SQLException {
    return new Report(
        row.getLong("id"),
        row.getLong("circle_id"),
        row.getObject("reporter_id", Long.class),
        row.getObject("reported_id", Long.class),
        row.getObject("request_id", Long.class),
        row.getBoolean("unnamed"),
        Report.State.valueOf(row.getString("state")),
        row.getString("sealed"),
        Instants.get(row, "made_at"));
  }
}
