package org.kith.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.desk.ForWhom.Found;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Reports;
import org.kith.words.Clean;
import org.kith.words.Text;

/**
 * {@code /report Ben} or {@code /report 12}, and why: somebody lets the stewards know. Who will
 * read it is said before it is sent, and whoever it is about never does.
 */
final class Reporting {
  private static final int MOST_WORDS_IN_A_NAME = 6;

  private final Turn turn;

  Reporting(Turn turn) {
    this.turn = turn;
  }

  /**
   * About whom, and who would read it; nothing is sent yet.
   *
   * @param circle whose stewards read it
   * @param name what the reported one is called; of a request, nothing
   */
  private record About(
      Circle circle, long person, @Nullable String name, @Nullable CareRequest request) {}

  /** Shows who would read what was typed, and asks whether to send it. */
  Reply typed(Target target, String text) {
    if (turn.circles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    Reply reply =
        target instanceof Target.Unsaid
            ? named(text)
            : new Picking(turn)
                .one(
                    target,
                    another -> new Command.Report(another, ""),
                    request -> about(request, text));
    return new Discreet(turn).of(reply);
  }

  /** Sends what was shown. */
  Reply send(long id) {
    Report draft = mine(id).orElse(null);
    if (draft == null || draft.sealed() == null) {
      return turn.answer("report.nothing");
    }
    Circle circle = turn.tables().circles().find(draft.circleId()).orElseThrow();
    ReportReaders readers = new ReportReaders(turn.tables(), draft);
    if (readers.people().isEmpty() && !draft.unnamed()) {
      turn.tables().reports().remove(draft.id());
      return nobodyReads(circle);
    }
    // One about a request without a name is kept like any other: that it is not would tell who
    // asked.
    turn.tables().reports().sent(draft.id(), turn.now());
    turn.tables()
        .due()
        .schedule(What.REPORT, circle.id(), draft.id(), turn.now().plus(ReportEnding.KEPT));
    for (long person : readers.people()) {
      if (person != turn.person()) {
        turn.saying().tell(Note.REPORT, circle, person, draft.id());
      }
    }
    return draft.unnamed()
        ? unnamedSent(circle)
        : turn.answer("report.sent", "readers", readers.names(turn.words(), 0));
  }

  /** Nothing is sent. */
  Reply drop(long id) {
    Report draft = mine(id).orElse(null);
    if (draft == null) {
      return turn.answer("report.nothing");
    }
    turn.tables().reports().remove(draft.id());
    return turn.answer("report.dropped");
  }

  private Optional<Report> mine(long id) {
    return turn.tables().reports().drafts(turn.person()).stream()
        .filter(draft -> id == 0 || draft.id() == id)
        .filter(draft -> turn.tables().circles().lock(draft.circleId()))
        .findFirst();
  }

  private Reply about(CareRequest request, String why) {
    Circle circle = turn.circleOf(request).orElseThrow();
    if (new Parties(turn.tables()).isAskersSide(request, turn.person())) {
      List<Way> others = new Addressing(turn).toOthers(request);
      if (others.size() != 1) {
        return turn.answer("safety.own", "number", Notices.number(request));
      }
      // The number would say who asked it.
      Way way = others.getFirst();
      return shown(new About(circle, way.other(), way.readerName(turn.words()), null), why);
    }
    Long asker = request.asker();
    return asker == null || request.isOwnOf(turn.person())
        ? turn.answer("safety.own", "number", Notices.number(request))
        : shown(new About(circle, asker, null, request), why);
  }

  /** The longest beginning of what was typed that is a name; what follows is why. */
  private Reply named(String text) {
    String[] words = text.strip().split("\\s+");
    Found found = new Found.Outside();
    String why = "";
    for (int i = Math.min(words.length, MOST_WORDS_IN_A_NAME);
        i > 0 && found instanceof Found.Outside;
        i--) {
      String name = String.join(" ", List.of(words).subList(0, i)).replaceFirst("[,:]$", "");
      found = new ForWhom(turn).read(turn.circles(), name);
      why = String.join(" ", List.of(words).subList(i, words.length));
    }
    return switch (found) {
      case Found.Oneself() -> turn.answer("block.self");
      case Found.Several(String name) -> turn.answer("named.several", "name", name);
      case Found.Outside() -> turn.answer("report.how");
      case Found.Inside(long person, String name, List<Circle> circles) ->
          circles.size() == 1
              ? shown(new About(circles.getFirst(), person, name, null), why)
              : turn.answer("circle.inthegroup");
    };
  }

  private Reply shown(About about, String typed) {
    String why = Clean.lines(typed);
    if (why.isEmpty() || why.length() > Report.LONGEST) {
      return turn.answer("report.why", "limit", Report.LONGEST);
    }
    CareRequest request = about.request;
    boolean unnamed = request != null && new AskerName(turn.tables()).inPublic(request).isEmpty();
    Reports reports = turn.tables().reports();
    Long number = request == null ? null : (Long) request.id();
    long id =
        reports.begin(about.circle.id(), turn.person(), about.person, number, unnamed, turn.now());
    Report draft = reports.find(id).orElseThrow();
    ReportReaders readers = new ReportReaders(turn.tables(), draft);
    if (!unnamed && readers.people().isEmpty()) {
      reports.remove(id);
      return nobodyReads(about.circle);
    }
    reports.keep(id, turn.sealer().seal(why, Reports.sealedRow(id)));
    turn.tables()
        .due()
        .schedule(What.REPORT, about.circle.id(), id, turn.now().plus(ReportEnding.UNSENT));
    Text.Builder text =
        new Text.Builder()
            .line(
                unnamed
                    ? turn.say("report.preview.unnamed", "circle", about.circle.name())
                    : turn.say(
                        "report.preview",
                        "circle",
                        about.circle.name(),
                        "readers",
                        readers.names(turn.words(), 0)))
            .gap()
            .line(
                new ReportTold(turn.tables(), turn.sealer(), turn.now())
                    .told(draft, turn.account().name(), turn.words()));
    why.lines().forEach(text::line);
    text.gap().line(turn.say("report.kept"));
    return turn.said(
        Message.of(
            text.build(),
            Button.first(turn.say("button.report.send"), new Command.SendReport(id)),
            Button.plain(turn.say("button.drop"), new Command.DropReport(id))),
        turn.say("report.kept"));
  }

  /** Whether anybody reads it can't be said without saying who asked. */
  private Reply unnamedSent(Circle circle) {
    return withOutsideHelp(turn.say("report.sent.unnamed", "circle", circle.name()), circle);
  }

  private Reply nobodyReads(Circle circle) {
    return withOutsideHelp(turn.say("report.nobody", "circle", circle.name()), circle);
  }

  private Reply withOutsideHelp(String sentence, Circle circle) {
    Text.Builder text = new Text.Builder().line(sentence).gap();
    if (new HardHour(turn.words(), circle.zone()).page(List.of(circle))
        instanceof Reply.Said page) {
      text.text(page.message().text());
    }
    return turn.said(Message.of(text.build()), sentence);
  }
}
