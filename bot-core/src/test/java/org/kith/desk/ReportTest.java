package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.ReportAct;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Stewards are let know what somebody did; whoever it is about never is. */
class ReportTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    circle.types("Stu", "/circle set crisis Dee: 030 1234");
    for (String name : List.of("Ana", "Ben", "Chi", "Tes")) {
      circle.types(name, "/board");
    }
    circle.types("Stu", "/circle stewards add Tes");
    circle.types("Ben", "/needhelp Cheap loans");
    circle.settle();
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void who_will_read_it_is_said_first_and_it_goes_out_only_then() {
    Message preview = message(circle.types("Ana", "/report Ben: He shouted at me"));
    circle.settle();

    assertThat(preview.text().plain())
        .contains("Nothing is sent yet", "Stu and Tes", "Ana reports Ben:", "He shouted at me");
    assertThat(told("stu")).noneMatch(one -> one.contains("shouted"));
    assertThat(text(circle.presses("Ana", preview, "Send it"))).contains("with Stu and Tes now");
    circle.settle();
    for (String steward : List.of("stu", "tes")) {
      assertThat(told(steward).getLast()).contains("Ana reports Ben:", "He shouted at me");
    }
    assertThat(told("ben")).noneMatch(one -> one.contains("reports"));
    assertThat(told("chi")).noneMatch(one -> one.contains("reports"));
  }

  @Test
  void what_the_buttons_below_it_do_can_be_typed() {
    circle.types("Ana", "/report Ben He shouted");
    assertThat(text(circle.types("Ana", "/report never mind"))).contains("nothing is sent");
    assertThat(text(circle.types("Ana", "/report send"))).contains("Nothing waits");
    circle.types("Ana", "/report Ben He shouted");
    assertThat(text(circle.types("Ana", "/report send"))).contains("It is with Stu and Tes");
    assertThat(text(circle.types("Stu", "/circle report 2"))).contains("Ana reports Ben");
    assertThat(text(circle.types("Stu", "/circle report 2 close"))).contains("It is closed");
  }

  @Test
  void a_steward_who_is_reported_neither_gets_it_nor_finds_it() {
    String preview = text(circle.types("Ana", "/report Tes Reads out what is private"));
    assertThat(preview)
        .contains("read by Stu, and by nobody else")
        .doesNotContain("Tes and", "and Tes");
    circle.types("Ana", "/report send");
    circle.settle();

    assertThat(told("stu").getLast()).contains("Ana reports Tes");
    assertThat(told("tes")).noneMatch(one -> one.contains("reports"));
    assertThat(text(circle.types("Tes", "/circle report"))).contains("There are no reports");
    assertThat(text(circle.types("Tes", "/circle report 1"))).contains("no such report");
    assertThat(text(circle.doesPrivately("Tes", new Command.OnReport(1, ReportAct.CLOSE))))
        .contains("no such report");
    assertThat(text(circle.types("Stu", "/circle report 1 bar"))).contains("looks after this");
  }

  @Test
  void if_only_the_reported_would_read_it_it_is_not_sent_and_people_outside_are_shown() {
    circle.types("Stu", "/circle stewards remove Tes");

    String answer = text(circle.types("Ana", "/report Stu He shouted at me"));

    assertThat(answer).contains("I have not sent it", "Dee: 030 1234");
    assertThat(rows("select id from report")).isEmpty();
    assertThat(text(circle.types("Ana", "/report send"))).contains("Nothing waits");
  }

  @Test
  void whoever_is_no_steward_any_more_when_it_is_sent_sees_nothing() {
    circle.types("Ana", "/report Ben He shouted");
    circle.paper.away(true);
    circle.types("Ana", "/report send");
    circle.settle();
    circle.types("Stu", "/circle stewards remove Tes");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(told("stu")).anyMatch(one -> one.contains("Ana reports Ben"));
    assertThat(told("tes")).noneMatch(one -> one.contains("reports"));
    assertThat(text(circle.types("Tes", "/circle report 1"))).contains("no such report");
    assertThat(text(circle.types("Tes", "/circle report"))).contains("Only");
  }

  @Test
  void what_was_written_is_sealed_and_destroyed_once_it_is_closed() {
    send("/report Ben Zebras and marzipan");
    assertThat(rows("select sealed from report")).noneMatch(one -> one.contains("Zebras"));
    circle.types("Tes", "/circle report 1 talk");
    circle.types("Stu", "/circle report 1 close");
    circle.settle();

    assertThat(rows("select sealed from report")).containsExactly("null");
    assertThat(rows("select reporter_id from report")).containsExactly("null");
    String log = text(circle.types("Stu", "/circle report"));
    assertThat(log)
        .contains("report 1, about Ben", "Tes talks with those it concerns", "Stu closed it")
        .doesNotContain("Zebras", "Ana");
    assertThat(text(circle.types("Stu", "/circle report 1"))).doesNotContain("Zebras", "Ana");
    circle.forward(Duration.ofDays(85));
    assertThat(rows("select id from report")).isEmpty();
    assertThat(rows("select id from report_act")).isEmpty();
  }

  @Test
  void what_nobody_handles_is_destroyed_after_thirty_days_and_what_is_not_sent_after_one() {
    send("/report Ben Zebras");
    circle.types("Chi", "/report Ben Marzipan");
    circle.forward(Duration.ofDays(1));
    assertThat(rows("select state from report")).containsExactly("SENT");
    circle.forward(Duration.ofDays(29));

    assertThat(rows("select sealed from report")).containsExactly("null");
    assertThat(text(circle.types("Stu", "/circle report"))).contains("within thirty days");
  }

  @Test
  void a_steward_who_takes_it_on_is_named_to_whoever_wrote_it() {
    send("/report Ben He shouted");
    Message report = circle.paper.to("tes").getLast();

    circle.pressesPrivately("Tes", report, "I'll talk with them");
    circle.settle();

    assertThat(told("ana").getLast()).contains("Tes, who looks after the circle, has read");
    assertThat(text(circle.types("Stu", "/circle report"))).contains("Tes talks with");
  }

  @Test
  void a_steward_bars_whom_it_is_about() {
    send("/report 1 This is an advert");
    Message report = circle.paper.to("stu").getLast();
    assertThat(report.text().plain()).contains("Ana reports the request #1 (Cheap loans)");

    circle.pressesPrivately("Stu", report, "Bar Ben");

    assertThat(rows("select name from member where barred_at is not null")).containsExactly("Ben");
    assertThat(text(circle.types("Stu", "/circle report")))
        .contains("Stu barred whom it is about", "Barred: Ben");
  }

  @Test
  void a_paused_request_rests_until_the_report_is_closed() {
    send("/report 1 This is an advert");
    circle.types("Stu", "/circle report 1 pause");
    circle.settle();

    assertThat(circle.card(1).message().text().plain()).contains("resting");
    assertThat(told("ben").getLast()).contains("paused your request #1").doesNotContain("Ana");
    assertThat(text(circle.types("Ben", "/again 1"))).contains("it can't be posted again");
    assertThat(text(circle.does("Ben", new Command.PostAgain(1), TestCircle.PLACE)))
        .contains("it can't be posted again");
    circle.types("Stu", "/circle report 1 close");
    circle.settle();
    Message resumes = circle.paper.to("ben").getLast();
    circle.pressesPrivately("Ben", resumes, "Post it again");
    assertThat(circle.card(1).message().text().plain()).contains("looking for 1");
  }

  @Test
  void whoever_asked_without_a_name_stays_unnamed_also_as_a_steward() {
    Message preview = message(circle.writes("Tes", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Tes", preview, "Post now");
    circle.settle();

    String shown = text(circle.types("Ana", "/report 2 This is odd"));
    String sent = text(circle.types("Ana", "/report send"));
    circle.settle();

    assertThat(shown).contains("I can't name them").doesNotContain("Stu", "Tes");
    assertThat(sent).contains("I can't say", "Dee: 030 1234").doesNotContain("Stu", "Tes");
    assertThat(told("tes")).noneMatch(one -> one.contains("reports"));
    assertThat(circle.paper.to("stu").getLast().buttons())
        .extracting(button -> button.label())
        .containsExactly("I'll talk with them", "Pause #2", "Close as handled");
    assertThat(text(circle.types("Stu", "/circle report 1 bar"))).contains("I can't bar");
    circle.types("Tes", "/cancel 2");
    circle.forward(Duration.ofDays(3));
    assertThat(rows("select request_id from report")).containsExactly("null");
    assertThat(text(circle.types("Stu", "/circle report"))).contains("a request that is over");
    assertThat(text(circle.types("Stu", "/circle report"))).doesNotContain("Tes");
  }

  @Test
  void neither_a_steward_for_whom_it_was_asked_nor_one_who_asked_for_somebody_reads_it() {
    asksFor("Chi", "Tes");
    asksFor("Tes", "Chi");
    for (int number : List.of(2, 3)) {
      circle.types("Ana", "/report " + number + " Zebras");
      circle.types("Ana", "/report send");
    }
    circle.settle();

    assertThat(told("stu").stream().filter(one -> one.contains("Zebras"))).hasSize(2);
    assertThat(told("tes")).noneMatch(one -> one.contains("Zebras"));
    assertThat(text(circle.types("Tes", "/circle report"))).contains("There are no reports");
    assertThat(text(circle.types("Tes", "/circle report 1"))).contains("no such report");
    assertThat(text(circle.types("Tes", "/circle report 2"))).contains("no such report");
  }

  private void asksFor(String asking, String whom) {
    Message preview = message(circle.types(asking, "/needhelp Soup, for " + whom));
    circle.presses(asking, preview, "Ask " + whom + " first");
    circle.settle();
    Message question = circle.paper.to(whom.toLowerCase(Locale.ROOT)).getLast();
    circle.pressesPrivately(whom, question, "Yes");
    circle.settle();
  }

  @Test
  void the_same_is_answered_where_nobody_is_left_who_may_read_it() {
    circle.types("Stu", "/circle stewards remove Tes");
    Message preview = message(circle.writes("Stu", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Stu", preview, "Post now");
    Message other = message(circle.writes("Chi", "/needhelp Rye, anonymous"));
    circle.pressesPrivately("Chi", other, "Post now");
    circle.settle();

    String ofSteward = text(circle.types("Ana", "/report 2 Odd"));
    String sent = text(circle.types("Ana", "/report send"));
    String ofMember = text(circle.types("Ana", "/report 3 Odd"));

    assertThat(ofMember.replace("#3 (Rye)", "#2 (Rice)")).isEqualTo(ofSteward);
    assertThat(text(circle.types("Ana", "/report send"))).isEqualTo(sent);
    assertThat(rows("select state from report")).containsExactly("SENT", "SENT");
    assertThat(text(circle.types("Stu", "/circle report"))).contains("#3").doesNotContain("#2");
  }

  @Test
  void an_asker_reports_who_helps_them_without_saying_what_they_asked() {
    Message preview = message(circle.writes("Ana", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Ana", preview, "Post now");
    circle.settle();
    circle.types("Ben", "/claim 2");

    send("/report 2 He came in without knocking");

    assertThat(told("stu").getLast()).contains("Ana reports Ben").doesNotContain("#2", "Rice");
  }

  @Test
  void without_a_name_or_a_why_it_is_said_how() {
    assertThat(text(circle.types("Ana", "/report"))).contains("Whom or what is it about");
    assertThat(text(circle.types("Ana", "/report Zoe Hm"))).contains("Whom or what is it about");
    assertThat(text(circle.types("Ana", "/report Ben"))).contains("Please say why");
    assertThat(text(circle.types("Ana", "/report 1"))).contains("Please say why");
    assertThat(text(circle.types("Ana", "/report Ana Hm"))).contains("That is you");
    assertThat(rows("select id from report")).isEmpty();
  }

  @Test
  void typed_where_everybody_reads_it_it_is_taken_away_and_said_so() {
    Reply reply = circle.typesVisibly("Ana", "/report Ben He shouted");

    assertThat(((Reply.Said) reply).audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
    assertThat(text(reply)).contains("I delete your message");
  }

  private void send(String line) {
    circle.types("Ana", line);
    assertThat(text(circle.types("Ana", "/report send"))).contains("It is with");
    circle.settle();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private List<String> rows(String sql) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(sql)
                .map((row, context) -> String.valueOf(row.getString(1)))
                .list());
  }
}
