package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Rest, a cap, and a load on few shoulders. It is Tuesday, 12:00 in Berlin; Stu manages. */
class WishingTest {
  private static final Instant WEDNESDAY_8 = Instant.parse("2026-01-21T07:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    for (String name : List.of("Ben", "Chi", "Dee")) {
      circle.types(name, "/board");
    }
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
  void whoever_rests_is_asked_for_nothing_until_they_are_back() {
    circle.types("Ben", "/settings set ask yes");
    circle.types("Chi", "/settings set ask yes");
    assertThat(text(circle.types("Ben", "/rest"))).contains("No reason needed");
    asks("Bread");

    circle.to(WEDNESDAY_8);

    assertThat(told("ben")).isEmpty();
    assertThat(told("chi")).hasSize(1);
    assertThat(text(circle.types("Ben", "/settings show"))).contains("until you say that you are");
  }

  @Test
  void a_rest_with_an_end_ends_by_itself() {
    circle.types("Ben", "/settings set ask yes");
    assertThat(text(circle.types("Ben", "/rest tomorrow"))).contains("Thu 22 Jan, 00:00");
    asks("Bread");
    circle.to(WEDNESDAY_8);
    assertThat(told("ben")).isEmpty();

    circle.forward(Duration.ofDays(2));
    asks("Milk");
    circle.forward(Duration.ofDays(1));

    assertThat(told("ben")).isNotEmpty();
  }

  @Test
  void whoever_stands_by_and_rests_is_not_asked_and_back_again_they_are() {
    asks("Bread");
    circle.types("Ben", "/standby 1");
    circle.types("Ben", "/rest");
    circle.to(WEDNESDAY_8);
    assertThat(told("ben")).isEmpty();

    Reply back = circle.types("Ben", "/rest off");

    assertThat(text(back)).isEqualTo("Good to have you back.");
    assertThat(text(circle.types("Ben", "/mine"))).contains("You stand by for");
  }

  @Test
  void what_was_promised_can_be_handed_over_all_at_once() {
    asks("Bread");
    asks("Milk");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/claim 2");

    Reply rest = circle.types("Ben", "/rest");
    assertThat(text(rest)).contains("You promised 2 things", "#1: Bread", "#2: Milk");
    Reply done = circle.presses("Ben", message(rest), "Hand all of it over");

    assertThat(text(done)).startsWith("All 2 are handed over");
    assertThat(card(1)).contains("Ana is looking for 1 person");
    assertThat(card(2)).contains("Ana is looking for 1 person");
    assertThat(told("ana").getLast().text().plain()).contains("Ben can't help with #2 after all");
    assertThat(text(circle.types("Ben", "/rest handover")))
        .isEqualTo("There is nothing to hand over.");
  }

  @Test
  void one_promise_can_be_handed_over_and_the_other_kept() {
    asks("Bread");
    asks("Milk");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/claim 2");

    Reply rest = circle.types("Ben", "/rest");
    circle.presses("Ben", message(rest), "I can't: #1");

    assertThat(card(1)).contains("Ana is looking for 1 person");
    assertThat(card(2)).contains("Ben will help");
  }

  @Test
  void whoever_rests_can_help_all_the_same() {
    asks("Bread");
    circle.types("Ben", "/rest");

    circle.types("Ben", "/claim 1");

    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void a_cap_limits_asking_and_never_claiming() {
    circle.types("Ben", "/settings set ask yes");
    assertThat(text(circle.types("Ben", "/settings set cap 1"))).contains("With one promise ahead");
    asks("Bread");
    asks("Milk");
    circle.types("Ben", "/claim 1");

    circle.to(WEDNESDAY_8);
    assertThat(told("ben")).noneMatch(one -> one.text().plain().contains("nobody has come yet"));
    circle.types("Ben", "/claim 2");

    assertThat(card(2)).contains("Ben will help");
  }

  @Test
  void a_cap_that_is_none_is_refused_in_a_sentence() {
    for (String typed : List.of("0", "21", "-1", "many", "99999999999999")) {
      assertThat(text(circle.types("Ben", "/settings set cap " + typed))).contains("from 1 to 20");
    }
    assertThat(text(circle.types("Ben", "/settings set cap off"))).contains("however much");
    assertThat(text(circle.types("Ben", "/rest yesterday"))).contains("could not read until when");
    assertThat(text(circle.types("Ben", "/rest whenever"))).contains("could not read until when");
  }

  @Test
  void where_few_hold_most_others_are_asked_and_the_stewards_hear_no_names() {
    for (int i = 1; i <= 6; i++) {
      circle.types("Ana", "/needhelp Thing " + i);
      circle.types(i % 2 == 0 ? "Ben" : "Chi", "/claim " + i);
    }
    for (String name : List.of("Ben", "Dee")) {
      circle.types(name, "/settings set ask yes");
    }
    circle.types("Ana", "/needhelp Bread");

    circle.to(WEDNESDAY_8);

    assertThat(told("dee")).anyMatch(one -> one.text().plain().contains("Bread"));
    assertThat(told("ben")).noneMatch(one -> one.text().plain().contains("Bread"));
    String alarm = told("stu").getFirst().text().plain();
    assertThat(alarm).contains("rests on very few people").doesNotContain("Ben", "Chi");
    circle.types("Ana", "/needhelp Milk");
    circle.forward(Duration.ofDays(1));
    assertThat(told("stu"))
        .filteredOn(one -> one.text().plain().contains("rests on very few"))
        .hasSize(1);
  }

  @Test
  void where_few_hold_most_twice_as_many_others_are_asked_at_once() {
    List<String> others = List.of("Dee", "Eli", "Fay", "Gil", "Hal");
    others.forEach(name -> circle.types(name, "/settings set ask yes"));
    for (int i = 1; i <= 6; i++) {
      circle.types("Ana", "/needhelp Thing " + i);
      circle.types(i % 2 == 0 ? "Ben" : "Chi", "/claim " + i);
    }
    asks("Bread");

    circle.to(WEDNESDAY_8);

    assertThat(others)
        .allSatisfy(name -> assertThat(told(name.toLowerCase(Locale.ROOT))).hasSize(1));
  }

  private void asks(String what) {
    circle.types("Ana", "/needhelp " + what);
    circle.settle();
  }

  private List<Message> told(String account) {
    circle.settle();
    return circle.paper.to(account);
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }
}
