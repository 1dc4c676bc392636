package org.kith.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.care.ReportAct;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Reports;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** What stewards read of a report, and what follows from it is told to others. */
record ReportTold(Tables tables, Sealer sealer, Instant now) {

  /** For this reader; nothing where it is not theirs to read now, or is handled. */
  Optional<Message> draw(Note note, Report report, long reader, Words words) {
    if (report.state() != Report.State.SENT) {
      return Optional.empty();
    }
    if (note == Note.REPORT) {
      return new ReportReaders(tables, report).contains(reader)
          ? Optional.of(toSteward(report, words))
          : Optional.empty();
    }
    return tables.reports().done(report.id()).reversed().stream()
        .filter(done -> done.act() == ReportAct.TALK && done.steward() != null)
        .findFirst()
        .map(done -> taken(report, done, words));
  }

  /** To whoever wrote it: who has taken it, and how to write to them. */
  private Message taken(Report report, Reports.Done done, Words words) {
    Text.Builder text =
        new Text.Builder().line(words.say("report.taken", "steward", steward(report, done, words)));
    StewardWay way =
        Optional.ofNullable(done.steward())
            .flatMap(steward -> tables.stewardTalks().of(report.id(), steward, true))
            .flatMap(talk -> StewardWay.of(tables, talk, false))
            .filter(one -> !one.isOver())
            .orElse(null);
    return way == null
        ? Message.of(text.build())
        : Message.of(
            text.lines(StewardTold.how(way, words)).build(), StewardTold.answer(way, words));
  }

  /** To a steward who may read it: who wrote it, about whom, and what can be done. */
  Message toSteward(Report report, Words words) {
    Circle circle = tables.circles().find(report.circleId()).orElseThrow();
    Text.Builder text = new Text.Builder().line(told(report, reporter(report, words), words));
    if (report.sealed() != null) {
      String row = Reports.sealedRow(report.id());
      text.gap();
      sealer.unseal(report.sealed(), row).lines().forEach(text::line);
    }
    List<String> done = done(report, circle, words);
    text.gap().lines(done);
    if (report.state() == Report.State.SENT) {
      text.line(words.say("report.told.how", "id", String.valueOf(report.id())));
    }
    return Message.of(text.build(), buttons(report, words), 2);
  }

  /** What was done about it, a line each. */
  List<String> done(Report report, Circle circle, Words words) {
    List<String> lines = new ArrayList<>();
    for (Reports.Done one : tables.reports().done(report.id())) {
      lines.add(
          words.say(
              "report.act." + one.act().name().toLowerCase(Locale.ROOT),
              "day",
              ReportLog.day(one.at(), circle, now, words),
              "steward",
              steward(report, one, words)));
    }
    return lines;
  }

  /** Who reports whom, or what. */
  String told(Report report, String reporter, Words words) {
    return words.say("report.told." + sort(report), pairs(report, words, "reporter", reporter));
  }

  /** The same in the log, where nobody reads who wrote it. */
  String logged(Report report, String day, Words words) {
    String id = String.valueOf(report.id());
    return words.say("report.log." + sort(report), pairs(report, words, "id", id, "day", day));
  }

  private String sort(Report report) {
    return request(report) != null ? "request" : report.unnamed() ? "over" : "person";
  }

  private Object[] pairs(Report report, Words words, Object... more) {
    List<Object> all = new ArrayList<>(List.of(more));
    CareRequest request = request(report);
    if (request != null) {
      all.addAll(List.of("number", Notices.number(request), "what", request.what()));
    } else if (!report.unnamed()) {
      all.addAll(List.of("name", reported(report, words)));
    }
    return all.toArray();
  }

  /** To the asker: a steward has paused it, or the pause is over. */
  Told paused(Circle circle, CareRequest request, Words words) {
    boolean held = tables.reports().holds(request.id());
    Text text =
        Text.of(
            words.say(
                held ? "report.paused" : "report.resumes",
                "number",
                Notices.number(request),
                "what",
                request.what(),
                "circle",
                circle.name()));
    Button back = new Notices(tables, now).takeBack(request, words);
    Button again = Button.first(words.say("button.again"), new Command.PostAgain(request.id()));
    return new Told(
        held ? Message.of(text, back) : Message.of(text, again, back),
        Notices.clip(text.plain(), Reply.Said.LONGEST_BRIEF));
  }

  private List<Button> buttons(Report report, Words words) {
    if (report.state() != Report.State.SENT) {
      return List.of();
    }
    List<Button> buttons = new ArrayList<>();
    buttons.add(act(report, ReportAct.TALK, words.say("button.report.talk")));
    CareRequest request = request(report);
    if (request != null && request.state() instanceof RequestState.Open) {
      String label = words.say("button.report.pause", "number", Notices.number(request));
      buttons.add(act(report, ReportAct.PAUSE, label));
    }
    if (!report.unnamed() && report.reported() != null) {
      String label = words.say("button.report.bar", "name", reported(report, words));
      buttons.add(act(report, ReportAct.BAR, Notices.clip(label)));
    }
    buttons.add(act(report, ReportAct.CLOSE, words.say("button.report.close")));
    return buttons;
  }

  private static Button act(Report report, ReportAct act, String label) {
    return Button.plain(label, new Command.OnReport(report.id(), act));
  }

  /** Whom it is about, by name: never of a request without one. */
  String reported(Report report, Words words) {
    return name(report, report.unnamed() ? null : report.reported(), words);
  }

  private String reporter(Report report, Words words) {
    return name(report, report.reporter(), words);
  }

  private String steward(Report report, Reports.Done done, Words words) {
    return name(report, done.steward(), words);
  }

  private String name(Report report, @Nullable Long person, Words words) {
    return person == null
        ? words.say("somebody")
        : Saying.name(tables, report.circleId(), person).orElseGet(() -> words.say("somebody"));
  }

  private @Nullable CareRequest request(Report report) {
    return report.request() == null
        ? null
        : tables.requests().find(Objects.requireNonNull(report.request())).orElse(null);
  }
}
