package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.care.Report;
import org.kith.care.StewardTalk;
import org.kith.command.Addressee;

/** To whom somebody may write over a report. What buttons carry can be forged. */
record StewardWays(Turn turn) {

  /** The way that a button means; empty if it is not the actor's, or the talk is over. */
  Optional<StewardWay> one(Addressee.OverReport to) {
    return switch (to) {
      case Addressee.Reporter(long id) -> ofReport(id, true);
      case Addressee.Reported(long id) -> ofReport(id, false);
      case Addressee.WithSteward(long id) -> inTalk(id);
    };
  }

  /** The same in a talk: of its two sides the actor is one. */
  Optional<StewardWay> inTalk(long id) {
    return turn.tables()
        .stewardTalks()
        .find(id)
        .flatMap(talk -> turn.tables().reports().find(talk.reportId()))
        .filter(report -> turn.tables().circles().lock(report.circleId()))
        .flatMap(_ -> turn.tables().stewardTalks().find(id))
        .flatMap(this::ownSide)
        .filter(way -> !way.isOver());
  }

  /** From a steward to all whom a report concerns; nobody if it is not theirs to read. */
  List<StewardWay> ofReport(long id) {
    List<StewardWay> ways = new ArrayList<>();
    ofReport(id, true).ifPresent(ways::add);
    ofReport(id, false).ifPresent(ways::add);
    return ways;
  }

  private Optional<StewardWay> ownSide(StewardTalk talk) {
    return StewardWay.of(turn.tables(), talk, talk.steward() == turn.person())
        .filter(way -> way.writer() != null && way.writer() == turn.person())
        .filter(way -> way.fromSteward() || talk.begun());
  }

  private Optional<StewardWay> ofReport(long id, boolean withReporter) {
    Report report = new ReportLog(turn).readable(id);
    if (report == null || report.state() != Report.State.SENT) {
      return Optional.empty();
    }
    Long person = withReporter ? report.reporter() : report.reported();
    if (person == null || person == turn.person()) {
      return Optional.empty();
    }
    StewardTalk talk = turn.tables().stewardTalks().make(id, turn.person(), withReporter);
    return StewardWay.of(turn.tables(), talk, true).filter(way -> !way.isOver());
  }
}
