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
import org.kith.care.Extension;
import org.kith.care.Thanks.Way;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Whom a steward has barred neither helps nor asks nor writes through the bot, untold. */
class BarTest {
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Two bags");
    circle.types("Ben", "/board");
    circle.types("Chi", "/board");
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
  void their_claim_is_answered_as_where_details_open_after_a_yes_and_ends_there() {
    circle.types("Ana", "/settings card No nuts");
    circle.types("Stu", "/circle set details yes");
    Message real = message(circle.types("Chi", "/claim 1"));
    circle.types("Chi", "/cancel 1");
    bar("Ben");

    Message answered = message(circle.presses("Ben", circle.card(1).message(), "I'll help"));

    assertThat(answered.text()).isEqualTo(real.text());
    assertThat(rows("select state from claim where helper_id = " + person("ben"))).isEmpty();
    assertThat(card(1)).contains("looking for 1 person");
    assertThat(text(circle.presses("Ben", answered, "I can't after all")))
        .contains("no reason needed");
    circle.settle();
    assertThat(told("ana")).noneMatch(one -> one.contains("Ben will help"));
  }

  @Test
  void so_are_their_reaction_the_softer_promise_and_a_part() {
    String softer = text(circle.types("Chi", "/standby 1"));
    bar("Ben");

    assertThat(text(circle.types("Ben", "/standby 1"))).isEqualTo(softer);
    assertThat(text(circle.types("Ben", "/claim 1 part the milk"))).contains("You're helping");
    var card = circle.card(1);
    circle.reacts("Ben", new MessageRef(card.place(), card.id()), true);
    circle.settle();

    assertThat(rows("select state from claim where helper_id = " + person("ben"))).isEmpty();
    assertThat(card(1)).doesNotContain("Ben");
  }

  @Test
  void what_they_promised_is_freed_and_whoever_asked_is_told_as_of_any_release() {
    circle.types("Ana", "/needhelp Soup");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/standby 2");
    circle.settle();

    bar("Ben");

    assertThat(card(1)).contains("looking for 1 person");
    assertThat(rows("select state from claim")).containsOnly("RELEASED");
    assertThat(told("ana")).anyMatch(one -> one.contains("Ben can't help with #1 after all"));
    assertThat(told("ben").getLast()).contains("Ana has found another way for #1");
    assertThat(told("ben")).noneMatch(one -> one.contains("barred"));
  }

  @Test
  void asking_and_all_that_speaks_in_the_circle_is_refused_in_a_sentence() {
    circle.types("Ben", "/needhelp Eggs");
    circle.types("Ana", "/claim 2");
    circle.types("Ana", "/done 2");
    circle.types("Ben", "/needhelp Flour");
    circle.settle();
    Message preview = message(circle.writes("Ben", "/needhelp Rice, anonymous"));
    bar("Ben");

    for (String line :
        List.of(
            "/needhelp Eggs",
            "/edit 3 Sugar",
            "/again 2 next week",
            "/again 2",
            "/thanks 2 public: Ha")) {
      assertThat(text(circle.types("Ben", line))).as(line).startsWith("I can't post that");
      assertThat(text(circle.writes("Ben", line))).as(line).startsWith("I can't post that");
    }
    assertThat(text(circle.pressesPrivately("Ben", preview, "Post now")))
        .startsWith("I can't post that");
    for (Command press :
        List.of(
            new Command.StillNeeded(2),
            new Command.NextWeek(2),
            new Command.SayThanks(2),
            new Command.GiveThanks(2, Way.PUBLIC),
            new Command.Extend(3, Extension.WEEK),
            new Command.MoreTime(3),
            new Command.AsItWas(3),
            new Command.PostAgain(3))) {
      assertThat(text(circle.doesPrivately("Ben", press)))
          .as("%s", press)
          .startsWith("I can't post that");
    }
    circle.settle();
    assertThat(rows("select what from request")).containsExactly("Two bags", "Eggs", "Flour");
    assertThat(text(circle.types("Ben", "/cancel 3"))).contains("taken back");
  }

  @Test
  void what_was_to_go_out_in_a_while_does_not() {
    Message preview = message(circle.writes("Ben", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Ben", preview, "In a while");
    bar("Ben");

    circle.forward(Duration.ofMinutes(31));

    assertThat(rows("select what from request")).containsExactly("Two bags");
    assertThat(told("ben").getLast()).contains("I have not posted what you asked");
  }

  @Test
  void what_they_write_reaches_nobody() {
    circle.types("Ben", "/write 1 How heavy?");
    circle.types("Ana", "/write 1 Ten kilos");
    circle.settle();
    String before = text(circle.types("Ben", "/write 1 Thanks"));
    circle.settle();
    circle.types("Ana", "/write 1 Not at all");
    circle.settle();
    bar("Ben");

    assertThat(text(circle.types("Ben", "/write 1 You will see"))).isEqualTo(before);
    circle.settle();
    assertThat(told("ana")).noneMatch(one -> one.contains("You will see"));
    assertThat(told("ben")).noneMatch(one -> one.contains("could not be passed on"));
    assertThat(rows("select reader_id from letter where talk_id = 1").getLast()).isEqualTo("null");
  }

  @Test
  void the_rings_pass_them_by() {
    circle.types("Ben", "/settings set ask yes");
    circle.types("Chi", "/settings set ask yes");
    circle.types("Ana", "/cancel 1");
    bar("Ben");
    circle.types("Ana", "/needhelp Eggs, Saturday 10-12");
    circle.settle();
    for (int hours = 0; hours < 90; hours++) {
      circle.forward(Duration.ofHours(1));
    }

    assertThat(told("chi")).anyMatch(one -> one.contains("nobody has come yet (#2)"));
    assertThat(told("ben")).noneMatch(one -> one.contains("#2"));
  }

  @Test
  void only_stewards_bar_and_nobody_bars_themself_or_another_steward() {
    assertThat(text(circle.types("Ana", "/circle bar Ben"))).contains("Only whoever manages");
    assertThat(text(circle.types("Stu", "/circle bar Stu"))).contains("can't bar yourself");
    assertThat(text(circle.types("Stu", "/circle bar"))).contains("Please say whom");
    assertThat(text(circle.types("Stu", "/circle bar Zoe"))).contains("I know nobody of that name");
    circle.isManagedBy("Ben");
    circle.types("Ben", "/board");
    assertThat(text(circle.types("Ben", "/circle bar Stu"))).contains("looks after this circle");
    assertThat(rows("select person_id from member where barred_at is not null")).isEmpty();
    circle.types("Ben", "/circle bar Chi");
    assertThat(text(circle.types("Ben", "/circle stewards add Chi"))).contains("Chi is barred in");
    circle.types("Ben", "/circle unbar Chi");
    circle.types("Ben", "/circle stewards add Chi");
    assertThat(text(circle.types("Ben", "/circle bar Chi"))).contains("looks after this circle");
  }

  @Test
  void a_bar_is_taken_back() {
    bar("Ben");
    assertThat(text(circle.types("Stu", "/circle unbar Ben"))).contains("not barred any more");
    assertThat(text(circle.types("Stu", "/circle unbar Ben"))).contains("Ben is not barred.");

    circle.types("Ben", "/claim 1");
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void their_open_requests_can_be_taken_down_and_none_without_a_name_is_named() {
    circle.types("Ben", "/needhelp Flour");
    Message preview = message(circle.writes("Ben", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Ben", preview, "Post now");
    circle.settle();

    Message barred = message(circle.types("Stu", "/circle bar Ben"));

    assertThat(barred.buttons()).hasSize(1);
    assertThat(barred.text().plain()).doesNotContain("Rice");
    circle.presses("Stu", barred, "Take #2 down: Flour");
    assertThat(rows("select state from request order by id"))
        .containsExactly("OPEN", "WITHDRAWN", "OPEN");
  }

  @Test
  void in_another_circle_they_are_as_free_as_before() {
    circle.types("Eli", "/needhelp Salt", ELM);
    bar("Ben");

    circle.types("Ben", "/claim 1", ELM);

    assertThat(rows("select state from claim")).containsExactly("PROMISED");
    assertThat(text(circle.types("Ben", "/needhelp Jam", ELM))).contains("It's posted");
  }

  @Test
  void where_circles_are_joined_whoever_is_barred_in_one_is_barred_in_both() {
    circle.types("Stu", "/circle show", ELM);
    circle.types("Ben", "/needhelp Bread", ELM);
    circle.types("Ben", "/claim 1");
    circle.types("Stu", "/circle bar Ben", ELM);
    String code = text(circle.types("Stu", "/circle link"));
    circle.types("Stu", "/circle join " + code.replaceAll("(?s).*join (\\S+).*", "$1"), ELM);
    circle.settle();

    assertThat(rows("select name from member where barred_at is not null")).containsExactly("Ben");
    assertThat(rows("select state from claim")).containsExactly("RELEASED");
    circle.types("Ben", "/claim 1");
    assertThat(rows("select state from claim")).containsExactly("RELEASED");
  }

  private void bar(String name) {
    assertThat(text(circle.types("Stu", "/circle bar " + name)))
        .contains(name + " can't help, ask for anything");
    circle.settle();
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private long person(String account) {
    return Long.parseLong(
        rows("select person_id from account where external_id = '" + account + "'").getFirst());
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
