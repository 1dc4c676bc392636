package org.kith.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.care.ReportAct;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.People.Named;
import org.kith.store.StewardTalks;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * What stewards do about reports, and the log of it: what, when and by whom, without a word of what
 * was reported once it is handled. Nobody finds a report about themself in it.
 */
record ReportLog(Turn turn) {
  private static final int MOST = 8;

  /** The reports to the stewards of the circle, the newest first, and who is barred. */
  Reply show() {
    Circle circle = turn.lookedAfter().orElse(null);
    if (circle == null) {
      return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    Text.Builder text = new Text.Builder();
    List<Button> buttons = new ArrayList<>();
    for (Report report : turn.tables().reports().of(circle.id(), MOST)) {
      if (!new ReportReaders(turn.tables(), report).isAbout(turn.person())) {
        add(report, circle, text, buttons);
      }
    }
    if (text.build().lines().isEmpty()) {
      text.line(turn.say("report.log.none"));
    }
    List<String> barred =
        turn.tables().people().barred(circle.id()).stream().map(Named::name).toList();
    if (!barred.isEmpty()) {
      text.gap().line(turn.say("report.log.barred", "names", turn.words().list(barred)));
    }
    return turn.said(Message.of(text.build(), buttons, 2), turn.say("report.log.brief"));
  }

  /** One report, to a steward who may read it. */
  Reply read(long id) {
    Report report = readable(id);
    if (report == null) {
      return turn.answer("report.gone");
    }
    Message message = told().toSteward(report, turn.words());
    return turn.said(message, turn.say("report.log.brief"));
  }

  /** A steward does something about it. */
  Reply act(long id, ReportAct act) {
    Report report = readable(id);
    if (report == null || report.state() != Report.State.SENT) {
      return turn.answer("report.gone");
    }
    Circle circle = turn.tables().circles().find(report.circleId()).orElseThrow();
    return switch (act) {
      case TALK -> {
        take(report, circle);
        yield new StewardTalking(turn).taken(id);
      }
      case PAUSE -> pause(report, circle);
      case BAR -> bar(report, circle);
      case CLOSE -> {
        new ReportEnding(turn.tables(), turn.now()).close(report, act, turn.person());
        yield turn.answer("report.close.done");
      }
      case LAPSED -> read(id);
    };
  }

  /** A steward talks over it: once is enough to know. */
  void talks(Report report) {
    if (!isTaken(report)) {
      turn.tables().reports().did(report.id(), ReportAct.TALK, turn.person(), turn.now());
    }
  }

  /** The same, and whoever wrote it hears who it is. */
  private void take(Report report, Circle circle) {
    Long reporter = report.reporter();
    if (!isTaken(report) && reporter != null && reporter != turn.person()) {
      StewardTalks talks = turn.tables().stewardTalks();
      talks.begin(talks.make(report.id(), turn.person(), true).id());
      turn.tables().outbox().removeAbout(Note.REPORT_TAKEN, report.id());
      turn.saying().tell(Note.REPORT_TAKEN, circle, reporter, report.id());
    }
    talks(report);
  }

  private boolean isTaken(Report report) {
    return turn.tables().reports().done(report.id()).stream()
        .anyMatch(done ->
            done.act() == ReportAct.TALK
                && done.steward() != null
                && done.steward() == turn.person());
  }

  private Reply pause(Report report, Circle circle) {
    CareRequest request =
        report.request() == null
            ? null
            : turn.tables().requests().find(report.request()).orElse(null);
    if (request == null || !request.isOpen()) {
      return turn.answer("report.pause.not");
    }
    turn.tables().reports().did(report.id(), ReportAct.PAUSE, turn.person(), turn.now());
    turn.tables().requests().enter(request.id(), new RequestState.Paused(turn.now()), turn.now());
    turn.saying().card(request.id());
    turn.rings().watch(circle, turn.tables().requests().find(request.id()).orElseThrow());
    new ReportEnding(turn.tables(), turn.now()).tell(request);
    return turn.answer("report.pause.done", "number", Notices.number(request));
  }

  private Reply bar(Report report, Circle circle) {
    Long person = report.reported();
    if (person == null || report.unnamed()) {
      return turn.answer("report.bar.unnamed");
    }
    boolean steward = turn.tables().stewards().people(circle.id()).contains(person);
    if (!steward) {
      turn.tables().reports().did(report.id(), ReportAct.BAR, turn.person(), turn.now());
    }
    return new Barring(turn).bar(circle, person, told().reported(report, turn.words()));
  }

  private void add(Report report, Circle circle, Text.Builder text, List<Button> buttons) {
    String id = String.valueOf(report.id());
    String day = day(report.madeAt(), circle, turn.now(), turn.words());
    text.line(told().logged(report, day, turn.words()));
    text.lines(told().done(report, circle, turn.words()));
    if (report.state() == Report.State.SENT) {
      buttons.add(
          Button.plain(
              turn.say("button.report.read", "id", id), new Command.ReadReport(report.id())));
    }
  }

  /** A report that the actor may read; null for any other: nobody learns that there is one. */
  @Nullable Report readable(long id) {
    return turn.tables()
        .reports()
        .find(id)
        .filter(report -> turn.tables().circles().lock(report.circleId()))
        .flatMap(_ -> turn.tables().reports().find(id))
        .filter(report -> report.state() != Report.State.DRAFT)
        .filter(report -> isSteward(report.circleId()))
        .filter(report -> !new ReportReaders(turn.tables(), report).isAbout(turn.person()))
        .orElse(null);
  }

  private boolean isSteward(long circle) {
    return turn.circles().stream().anyMatch(one -> one.id() == circle && turn.isSteward(one));
  }

  private ReportTold told() {
    return new ReportTold(turn.tables(), turn.sealer(), turn.now());
  }

  /** The day of an instant by the circle's clock. */
  static String day(Instant at, Circle circle, Instant now, Words words) {
    Window day = Window.day(at.atZone(circle.zone()).toLocalDate(), circle.zone());
    return WhenText.of(words).text(day, now);
  }
}
