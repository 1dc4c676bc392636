package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Addressee;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** A steward who has taken a report talks with those whom it concerns, and nobody else listens. */
class StewardTalkTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    for (String name : List.of("Ana", "Ben", "Chi", "Tes")) {
      circle.types(name, "/board");
    }
    circle.types("Stu", "/circle stewards add Tes");
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
  void a_steward_and_whoever_reported_write_to_each_other_and_nobody_else_reads_it() {
    send("/report Ben He shouted");
    Message report = last("stu");
    Message taken = message(circle.pressesPrivately("Stu", report, "I'll talk with them"));
    assertThat(text(circle.pressesPrivately("Stu", taken, "Write to Ana")))
        .contains("what Ana is to read", "it is about what they let you know");
    assertThat(text(circle.writes("Stu", "Zebras, please?"))).contains("It goes to Ana now");
    circle.settle();

    assertThat(told("ana").getLast())
        .contains("Stu, who looks after Maple Street, writes to you about what you let", "Zebras")
        .contains("Only Stu reads what you answer", "/write Stu: and your words");
    assertThat(text(circle.pressesPrivately("Ana", last("ana"), "Answer")))
        .contains("what Stu is to read", "Stu alone reads it, with your name");
    assertThat(text(circle.writes("Ana", "Marzipan"))).contains("It goes to Stu now");
    circle.settle();

    assertThat(told("stu").getLast()).contains("Ana answers about report 1:", "Marzipan");
    for (String other : List.of("tes", "ben", "chi")) {
      assertThat(told(other)).noneMatch(one -> one.contains("Zebras") || one.contains("Marzipan"));
    }
    assertThat(text(circle.types("Tes", "/circle report")))
        .contains("Stu talks with those it concerns")
        .doesNotContain("Zebras", "Marzipan");
    assertThat(text(circle.types("Tes", "/circle report 1"))).doesNotContain("Marzipan");
  }

  @Test
  void whoever_is_reported_is_written_to_without_a_word_of_a_report_and_is_heard_though_barred() {
    send("/report Ben He shouted");
    circle.types("Stu", "/circle report 1 bar");
    assertThat(text(circle.types("Stu", "/circle report 1 write Ben: Hm?"))).contains("to Ben now");
    circle.settle();

    assertThat(told("ben").getLast())
        .contains("Stu, who looks after Maple Street, would like to talk with you:", "Hm?")
        .contains("You need not answer")
        .doesNotContainIgnoringCase("report")
        .doesNotContain("Ana");
    Message letter = last("ben");
    String asked = text(circle.pressesPrivately("Ben", letter, "Answer"));
    assertThat(asked).contains("Stu alone").doesNotContainIgnoringCase("report");
    circle.writes("Ben", "I was tired");
    circle.settle();

    assertThat(told("stu").getLast()).contains("Ben answers about report 1:", "I was tired");
    assertThat(told("tes")).noneMatch(one -> one.contains("tired"));
    assertThat(told("ana")).noneMatch(one -> one.contains("tired"));
  }

  @Test
  void what_the_buttons_do_can_be_typed() {
    send("/report Ben He shouted");
    assertThat(text(circle.types("Stu", "/circle report 1 talk")))
        .contains("Typed: /circle report 1 write Ana:");
    circle.settle();
    assertThat(told("ana").getLast()).contains("Stu, who looks after the circle", "/write Stu:");

    Message whom = message(circle.types("Stu", "/circle report 1 write"));
    assertThat(whom.buttons())
        .extracting(one -> one.label())
        .containsExactly("Write to Ana", "Write to Ben");
    assertThat(text(circle.types("Stu", "/circle report 1 write Chi: Hm"))).contains("To whom?");
    assertThat(text(circle.types("Stu", "/circle report 1 write ben"))).contains("what Ben is to");
    circle.types("Stu", "/circle report 1 write ana: Hello Ana");
    assertThat(text(circle.writes("Ana", "/write stu: Hello Stu"))).contains("to Stu now");
    circle.settle();

    assertThat(told("ana").getLast()).contains("Hello Ana");
    assertThat(told("stu").getLast()).contains("Hello Stu");
    Reply seen = circle.typesVisibly("Ana", "/write Stu: Psst");
    assertThat(((Reply.Said) seen).audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
    assertThat(text(seen)).contains("I delete your message");
  }

  @Test
  void of_a_request_without_a_name_the_steward_does_not_learn_with_whom_they_talk() {
    Message preview = message(circle.writes("Chi", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Chi", preview, "Post now");
    circle.settle();
    send("/report 1 This is odd");
    circle.types("Stu", "/block Chi");
    Message taken = message(circle.types("Stu", "/circle report 1 talk"));
    assertThat(taken.buttons())
        .extracting(one -> one.label())
        .containsExactly("Write to Ana", "Write to whoever asked #1");
    assertThat(text(circle.types("Stu", "/circle report 1 write asker: Is this you?")))
        .contains("It goes to whoever asked #1 now");
    circle.settle();

    assertThat(told("chi").getLast())
        .contains("talk with whoever asked #1 (Rice), and isn't told that this is you", "Is this")
        .doesNotContain("Ana");
    assertThat(text(circle.pressesPrivately("Chi", last("chi"), "Answer")))
        .contains("Stu alone reads it, and isn't told who you are");
    circle.writes("Chi", "It is");
    circle.settle();
    assertThat(told("stu").getLast())
        .contains("Whoever asked #1 answers about report 1:", "It is")
        .doesNotContain("Chi");

    circle.types("Chi", "/cancel 1");
    circle.forward(Duration.ofDays(3));
    circle.types("Stu", "/circle report 1 write asker: Still there?");
    circle.writes("Chi", "/write Stu: Yes");
    circle.settle();
    assertThat(told("chi").getLast()).contains("asked a request that is over", "Still there?");
    assertThat(told("stu").getLast())
        .contains("Whoever asked a request that is over answers", "Yes")
        .doesNotContain("Chi");
  }

  @Test
  void it_ends_when_the_report_is_closed_and_nothing_of_it_is_kept() {
    send("/report Ben He shouted");
    circle.types("Stu", "/circle report 1 write Ben: Zebras");
    assertThat(rows("select sealed from steward_letter"))
        .hasSize(1)
        .noneMatch(one -> one.contains("Zebras"));
    circle.settle();
    assertThat(rows("select id from steward_letter")).isEmpty();
    Message letter = last("ben");
    circle.pressesPrivately("Ben", letter, "Answer");
    circle.types("Tes", "/circle report 1 close");

    assertThat(text(circle.pressesPrivately("Ben", letter, "Answer"))).contains("is over");
    assertThat(text(circle.writes("Ben", "Hello?"))).doesNotContain("It goes to");
    assertThat(text(circle.types("Stu", "/circle report 1 write Ben: Hm"))).contains("no such");
    for (String table : List.of("steward_talk", "steward_letter", "writing")) {
      assertThat(rows("select * from " + table)).as(table).isEmpty();
    }
  }

  @Test
  void it_ends_after_thirty_days_at_the_latest() {
    send("/report Ben He shouted");
    circle.types("Stu", "/circle report 1 write Ben: Hm?");
    circle.settle();
    Message letter = last("ben");
    circle.forward(Duration.ofDays(29));
    assertThat(text(circle.pressesPrivately("Ben", letter, "Answer"))).contains("what Stu is to");
    circle.forward(Duration.ofDays(1));

    assertThat(text(circle.pressesPrivately("Ben", letter, "Answer"))).contains("is over");
    assertThat(rows("select id from steward_talk")).isEmpty();
  }

  @Test
  void what_was_sent_before_it_ended_still_arrives_and_then_it_is_gone() {
    send("/report Ben He shouted");
    circle.paper.away(true);
    circle.types("Stu", "/circle report 1 write Ben: All is well");
    circle.types("Stu", "/circle report 1 close");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(told("ben").getLast()).contains("All is well");
    assertThat(rows("select id from steward_letter")).isEmpty();
    assertThat(rows("select id from steward_talk")).isEmpty();
  }

  @Test
  void whoever_cannot_be_written_to_is_not_waited_for() {
    send("/report Ben He shouted");
    circle.paper.closes("ben", true);
    circle.types("Stu", "/circle report 1 write Ben: Hm?");
    circle.settle();

    assertThat(told("stu").getLast()).contains("wrote to Ben could not be passed on");
    assertThat(rows("select id from steward_letter")).isEmpty();
  }

  @Test
  void whoever_has_blocked_the_other_is_not_reached_and_that_cannot_be_found_out() {
    send("/report Ben He shouted");
    String free = text(circle.types("Stu", "/circle report 1 write Ben: One"));
    circle.settle();
    circle.types("Ben", "/block Stu");
    String blocked = text(circle.types("Stu", "/circle report 1 write Ben: Two"));
    circle.settle();

    assertThat(blocked).isEqualTo(free);
    assertThat(told("ben")).noneMatch(one -> one.contains("Two"));
    assertThat(told("stu")).noneMatch(one -> one.contains("could not be passed on"));
    assertThat(text(circle.writes("Ben", "/write Stu: Yes"))).contains("You have blocked Stu");
  }

  @Test
  void nobody_else_comes_into_it_by_a_forged_button() {
    send("/report Tes Reads out what is private");
    circle.types("Stu", "/circle report 1 write Tes: Hm?");
    circle.settle();
    for (String name : List.of("Ana", "Ben", "Chi", "Tes")) {
      for (Addressee.OverReport to :
          List.of(new Addressee.Reporter(1), new Addressee.Reported(1))) {
        assertThat(text(circle.doesPrivately(name, new Command.Tell(to, "Boo"))))
            .contains("is over");
      }
      assertThat(text(circle.types(name, "/circle report 1 write Ana: Boo"))).contains("no such");
    }
    for (String name : List.of("Ana", "Ben", "Chi")) {
      for (long talk : List.of(1L, 2L)) {
        Command tell = new Command.Tell(new Addressee.WithSteward(talk), "Boo");
        assertThat(text(circle.doesPrivately(name, tell))).contains("is over");
      }
    }
    circle.settle();
    assertThat(circle.paper.told().values().stream().flatMap(List::stream))
        .noneMatch(one -> one.text().plain().contains("Boo"));
  }

  @Test
  void a_steward_who_is_one_no_more_reads_no_answer() {
    send("/report Ben He shouted");
    circle.types("Tes", "/circle report 1 write Ben: Hm?");
    circle.settle();
    circle.paper.away(true);
    circle.writes("Ben", "/write Tes: Zebras");
    circle.settle();
    circle.types("Stu", "/circle stewards remove Tes");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(told("tes")).noneMatch(one -> one.contains("Zebras"));
    assertThat(told("ben").getLast()).contains("wrote to Tes could not be passed on");
    for (long talk : List.of(1L, 2L)) {
      Command write = new Command.Write(new Addressee.WithSteward(talk));
      assertThat(text(circle.doesPrivately("Ben", write))).contains("is over");
    }
  }

  @Test
  void before_a_steward_has_written_nobody_can_tell_that_one_is_about_to() {
    send("/report Ben He shouted");
    circle.types("Ben", "/needhelp Rice");
    circle.types("Stu", "/circle report 1 talk");
    circle.types("Stu", "/circle report 1 write Ben");
    circle.settle();

    assertThat(text(circle.writes("Ben", "/write Stu: Hm?"))).doesNotContain("to Stu");
    assertThat(text(circle.writes("Ben", "/write Stu"))).doesNotContain("Stu is to read");
    Command answer = new Command.Write(new Addressee.WithSteward(2));
    Command forged = new Command.Write(new Addressee.WithSteward(99));
    assertThat(text(circle.doesPrivately("Ben", answer)))
        .isEqualTo(text(circle.doesPrivately("Ben", forged)));
  }

  @Test
  void of_whoever_is_forgotten_nothing_of_it_is_left_on_either_side() {
    send("/report Ben He shouted");
    circle.paper.away(true);
    circle.types("Stu", "/circle report 1 write Ben: Zebras");
    circle.types("Tes", "/circle report 1 write Ana: Marzipan");
    circle.writes("Ben", "/settings forget yes");
    assertThat(rows("select from_steward from steward_letter")).hasSize(1);
    circle.writes("Tes", "/settings forget yes");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(rows("select id from steward_letter")).isEmpty();
    assertThat(rows("select id from steward_talk where begun")).isEmpty();
    for (String name : List.of("ana", "ben")) {
      assertThat(told(name)).noneMatch(one -> one.contains("Zebras") || one.contains("Marzipan"));
    }
  }

  @Test
  void two_of_one_name_are_told_apart() {
    send("/report Ben Hm");
    send("/report Ben Ho");
    circle.types("Stu", "/circle report 1 write Ben: First");
    circle.types("Stu", "/circle report 2 write Ben: Second");
    circle.settle();
    assertThat(told("ben").getLast()).contains("/write Stu 2: and");
    circle.writes("Ben", "/write Stu 2: Zebras");
    circle.settle();
    assertThat(told("stu").getLast()).contains("Ben answers about report 2", "Zebras");
  }

  private void send(String line) {
    circle.types("Ana", line);
    circle.types("Ana", "/report send");
    circle.settle();
  }

  private Message last(String account) {
    return circle.paper.to(account).getLast();
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
