package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kith.care.ReportAct;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.OwnSetting;
import org.kith.command.Target;
import org.kith.testing.TestCircle;

/** What people do against those who do them harm, amid all the rest. */
final class Guarded {
  private final TestCircle circle;
  private final Stage stage;
  private final Cast cast;
  private final Tally tally;
  private final SplittableRandom random;
  private final String mark;

  /** By the words of each report: whoever wrote it, and under which id it is kept. */
  private final Map<String, Report> reports = Collections.synchronizedMap(new LinkedHashMap<>());

  private final List<String> wrong = new CopyOnWriteArrayList<>();

  private record Report(String reporter, long id) {}

  Guarded(
      TestCircle circle, Stage stage, Cast cast, Tally tally, SplittableRandom random, long seed) {
    this.circle = circle;
    this.stage = stage;
    this.cast = cast;
    this.tally = tally;
    this.random = random;
    this.mark = "okapi-" + seed + "-";
    circle.paper.listens(this::isNotAbout);
    stage.listens(this::isNotAbout);
  }

  /** Two look after the circle. */
  void begin() {
    Command name = new Command.NameSteward(cast.people().get(1));
    stage.quietly(cast.steward(), name, TestCircle.PLACE, false);
  }

  /** One thing or another. */
  void step() {
    int dice = random.nextInt(9);
    if (dice < 2) {
      block();
    } else if (dice > 6) {
      report();
    } else if (dice > 4) {
      handle();
    } else if (dice < 4) {
      bar(others().get(random.nextInt(others().size())), true);
    } else {
      others().forEach(name -> bar(name, false));
    }
  }

  /** No report reached whom it is about, nor anybody but its writer and those it is for. */
  void reachesNobodyElse(List<String> logged) {
    circle.paper.told().forEach((account, all) -> all.forEach(one -> readBy(account, one)));
    stage.answers().forEach((name, all) -> all.forEach(one -> readBy(cast.account(name), one)));
    assertThat(wrong).as("reports read by whom they are about").isEmpty();
    assertThat(circle.paper.everShown()).noneMatch(one -> one.text().plain().contains(mark));
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain(mark);
    assertThat(logged).noneMatch(line -> line.contains(mark));
  }

  private void readBy(String account, Message message) {
    reports.forEach((words, report) -> {
      if (message.text().plain().contains(words)) {
        tally.add("reports read");
        assertThat(Cast.human(account))
            .as("who reads %s", words)
            .isIn(
                report.reporter(),
                cast.account(cast.steward()),
                cast.account(cast.people().get(1)));
      }
    });
  }

  /** Looked up when it is read: whom it is about may be one person with somebody else by then. */
  private void isNotAbout(String account, Message message) {
    List.copyOf(reports.entrySet())
        .forEach(one -> {
          boolean theirs = message.text().plain().contains(one.getKey());
          if (theirs && about(one.getValue().id()).contains(account)) {
            wrong.add(one.getKey() + " read by " + account);
          }
        });
  }

  /** Somebody lets the stewards know about somebody, or about a request. */
  private void report() {
    String name = cast.anybody();
    String human = Cast.human(cast.account(name));
    String words = mark + reports.size() + "-end";
    boolean person = random.nextBoolean();
    Target target = person ? new Target.Unsaid("") : new Target.Numbered(1 + random.nextInt(9));
    String text = person ? cast.anybody() + ": " + words : words;
    int before = count("select coalesce(max(id), 0) from report");
    stage.quietly(name, new Command.Report(target, text), TestCircle.PLACE, false);
    int newest = count("select coalesce(max(id), 0) from report");
    if (newest > before) {
      reports.put(words, new Report(human, newest));
      stage.quietly(name, new Command.SendReport(0), TestCircle.PLACE, false);
      tally.add("reported", count("select count(*) from report where state = 'SENT'"));
    }
  }

  /** A steward does something about the newest one. */
  private void handle() {
    ReportAct[] acts = ReportAct.values();
    Command act =
        new Command.OnReport(
            count("select coalesce(max(id), 0) from report"), acts[random.nextInt(acts.length)]);
    String steward = cast.people().get(random.nextInt(2));
    stage.quietly(steward, new Command.ShowReports(), TestCircle.PLACE, false);
    stage.quietly(steward, act, TestCircle.PLACE, false);
    tally.add("handled", count("select count(*) from report_act"));
  }

  /** The accounts of whomever a report is about. */
  private List<String> about(long report) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select a.external_id from report x
                    left join request r on r.id = x.request_id
                    join account a on a.person_id in (x.reported_id, r.asker_id, r.for_id)
                    where x.id = :report
                    """)
                .bind("report", report)
                .mapTo(String.class)
                .list());
  }

  /** All may take part again. */
  void calm() {
    others().forEach(name -> bar(name, false));
  }

  private void bar(String name, boolean barred) {
    stage.quietly(cast.steward(), new Command.Bar(name, barred), TestCircle.PLACE, false);
    tally.add("barred", count("select count(*) from member where barred_at is not null"));
  }

  /** Somebody blocks somebody, or takes it back. */
  private void block() {
    String name = cast.anybody();
    String other = cast.anybody();
    Command unblock = new Command.SettingsSet(Map.of(OwnSetting.UNBLOCK, other));
    Command block = new Command.Block(new Target.Unsaid(""), other);
    stage.privately(name, random.nextInt(3) == 0 ? unblock : block);
    tally.add("blocked by name", count("select count(*) from block"));
  }

  private int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }

  private List<String> others() {
    return cast.names().stream()
        .filter(name -> !Cast.human(cast.account(name)).equals(cast.account(cast.steward())))
        .toList();
  }
}
