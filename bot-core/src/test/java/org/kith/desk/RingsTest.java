package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** Who is asked when nobody comes. It is Tuesday, 12:00 in Berlin; Stu manages the group. */
class RingsTest {
  private static final Instant TUESDAY_NIGHT = Instant.parse("2026-01-20T23:00:00Z");
  private static final Instant TUESDAY_21 = Instant.parse("2026-01-20T20:00:00Z");
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    for (String name : List.of("Ben", "Chi", "Dee", "Eli", "Fay")) {
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
  void the_asker_sees_the_next_step_and_its_hour_and_never_how_many_were_asked() {
    Reply answer = circle.types("Ana", "/needhelp Bread, Saturday 10-12");

    assertThat(text(answer))
        .contains("If nobody has come by Tue 20 Jan, 21:00, I ask a little wider");
    mayBeAsked("Ben", "Chi");
    circle.to(TUESDAY_21);

    String more = text(circle.does("Ana", new Command.More(1), TestCircle.PLACE));
    assertThat(more).contains("If nobody has come by Wed 21 Jan, 09:00, I ask a little wider.");
    assertThat(more).doesNotContain("Ben", "Chi");
  }

  @Test
  void those_who_stand_by_are_asked_first_and_their_yes_is_a_claim() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/standby 1");
    mayBeAsked("Chi");
    circle.to(TUESDAY_21.minusSeconds(1));
    assertThat(told("ben")).isEmpty();

    circle.to(TUESDAY_21);

    assertThat(last("ben")).contains("nobody has come yet for #1: Bread. Could you?");
    assertThat(told("chi")).isEmpty();
    circle.pressesPrivately("Ben", lastMessage("ben"), "I'll help");
    assertThat(card()).contains("Ben will help");
    circle.forward(Duration.ofDays(2));
    assertThat(told("chi")).isEmpty();
  }

  @Test
  void then_three_who_said_yes_to_that_are_asked_privately_and_never_more() {
    mayBeAsked("Ben", "Chi", "Dee", "Eli");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");

    circle.to(TUESDAY_21);

    assertThat(askedOf("ben", "chi", "dee", "eli", "fay")).containsExactly("ben", "chi", "dee");
    assertThat(last("ben")).contains("Somebody in Maple Street needs something", "Bread");
    assertThat(last("ben")).doesNotContain("Ana");
  }

  @Test
  void who_was_asked_longest_ago_is_asked_first_and_nobody_twice_in_a_day() {
    mayBeAsked("Ben", "Chi", "Dee", "Eli");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Milk, Saturday 10-12");

    circle.to(TUESDAY_21);

    assertThat(askedOf("ben", "chi", "dee", "eli")).containsExactly("ben", "chi", "dee", "eli");
    assertThat(told("ben")).hasSize(1);
    assertThat(last("eli")).contains("Milk");
  }

  @Test
  void a_no_is_private_and_ends_all_asking_about_it() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(TUESDAY_21);
    int ana = told("ana").size();

    Reply no = circle.pressesPrivately("Ben", lastMessage("ben"), "I can't");

    assertThat(text(no))
        .isEqualTo("That's all right, no reason needed. I won't ask you about #1 again.");
    circle.forward(Duration.ofDays(2));
    assertThat(told("ben")).hasSize(1);
    assertThat(told("ana").size()).isEqualTo(ana);
  }

  @Test
  void the_no_can_be_typed() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(TUESDAY_21);

    assertThat(text(circle.writes("Ben", "/cancel 1")))
        .startsWith("That's all right, no reason needed.");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void then_the_card_is_posted_again_in_place_of_the_old_one() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    String before = circle.card(1).id();
    circle.types("Ben", "/needhelp Milk");
    circle.settle();

    circle.to(TUESDAY_21);

    List<Sheet> cards = cards("#1");
    assertThat(cards).singleElement().extracting(Sheet::id).isNotEqualTo(before);
    circle.presses("Ben", cards.getFirst().message(), "I'll help");
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void a_card_too_old_to_be_deleted_says_where_the_request_is() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    String before = circle.card(1).id();
    circle.paper.keeps(before);

    circle.to(TUESDAY_21);

    assertThat(circle.paper.in(TestCircle.PLACE))
        .filteredOn(sheet -> sheet.id().equals(before))
        .singleElement()
        .extracting(sheet -> sheet.message().text().plain())
        .isEqualTo("This request is posted again further down.");
  }

  @Test
  void at_last_whoever_looks_after_the_group_is_asked_and_can_take_it() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.to(TUESDAY_21);
    assertThat(told("stu")).isEmpty();

    circle.forward(HALF_A_DAY);

    assertThat(last("stu")).contains("Nobody has come for #1 yet: Bread");
    circle.pressesPrivately("Stu", lastMessage("stu"), "I look after it");
    assertThat(card()).contains("For Ana: being looked after");
    assertThat(circle.card(1).message().buttons()).hasSize(1);
    assertThat(last("ana")).contains("somebody who looks after this circle takes care of it");
    assertThat(text(circle.types("Ben", "/claim 1"))).contains("#1");
    assertThat(card()).contains("being looked after");
    assertThat(text(circle.writes("Stu", "/done 1"))).contains("#1 is done");
    assertThat(card()).endsWith("#1: done");
  }

  @Test
  void where_all_were_asked_and_nobody_came_three_others_are_asked_each_time() {
    mayBeAsked("Ben", "Chi", "Dee", "Eli");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.to(TUESDAY_21);
    circle.forward(HALF_A_DAY);
    circle.forward(HALF_A_DAY);
    assertThat(last("stu")).contains("Nobody has come for #1 yet");
    assertThat(told("eli")).isEmpty();
    assertThat(text(circle.does("Ana", new Command.More(1), TestCircle.PLACE)))
        .contains(
            "If nobody has come by Thu 22 Jan, 09:00, I look for somebody who has not been asked");

    circle.forward(HALF_A_DAY);

    assertThat(last("eli")).contains("Bread");
    circle.forward(Duration.ofDays(1));
    assertThat(told("ben")).hasSize(1);
    assertThat(told("stu")).hasSize(1);
  }

  @Test
  void what_is_urgent_is_asked_about_once_an_hour_after_that() {
    mayBeAsked("Ben", "Chi", "Dee", "Eli");
    circle.types("Ana", "/needhelp A ride, today 17:00");
    circle.settle();
    for (int step = 0; step < 4; step++) {
      circle.forward(QUARTER);
    }
    assertThat(last("stu")).contains("Nobody has come for #1 yet");
    assertThat(told("eli")).isEmpty();

    circle.forward(Duration.ofHours(1));

    assertThat(last("eli")).contains("A ride");
    assertThat(told("ana")).isEmpty();
  }

  @Test
  void whoever_waits_for_something_urgent_hears_each_hour_that_nobody_has_come() {
    circle.types("Ana", "/needhelp A ride, today 17:00");
    circle.settle();
    circle.forward(QUARTER);
    circle.forward(QUARTER);
    assertThat(last("stu")).contains("Nobody has come for #1 yet");
    assertThat(told("ana")).isEmpty();

    circle.forward(Duration.ofHours(1));
    assertThat(told("ana")).hasSize(1);
    assertThat(last("ana")).contains("nobody has come yet: A ride", "I keep asking until then");
    circle.forward(Duration.ofHours(1));
    assertThat(told("ana")).hasSize(2);
  }

  @Test
  void what_is_looked_after_can_be_put_back_on_the_board() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Reply taken = circle.types("Stu", "/circle take 1");

    circle.presses("Stu", message(taken), "Back on the board");

    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void what_is_looked_after_is_asked_about_and_ends_like_any_other() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Stu", "/circle take 1");
    circle.to(Instant.parse("2026-01-24T11:00:00Z"));
    assertThat(last("ana")).contains("Did you get what you needed with #1: Bread?");

    circle.forward(FollowUp.SILENCE);

    assertThat(card()).endsWith("#1: over");
  }

  @Test
  void nobody_but_those_who_look_after_the_group_take_it() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");

    assertThat(text(circle.types("Ben", "/circle take 1")))
        .contains("Only whoever manages this group");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void what_is_urgent_is_asked_about_within_the_hour_also_of_whoever_looks_after_the_group() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp A ride, today 15:00");
    circle.types("Chi", "/standby 1");

    circle.forward(QUARTER);
    assertThat(last("chi")).contains("Could you?");
    circle.forward(QUARTER);
    assertThat(last("ben")).contains("A ride");
    String before = circle.card(1).id();
    circle.forward(QUARTER);
    assertThat(circle.card(1).id()).isNotEqualTo(before);
    circle.forward(QUARTER);
    assertThat(last("stu")).contains("Nobody has come for #1 yet");
  }

  @Test
  void at_night_nobody_is_asked_unless_it_is_urgent() {
    mayBeAsked("Ben");
    circle.to(TUESDAY_NIGHT);
    circle.types("Ana", "/needhelp A ride, 2026-01-21 04:00");
    circle.types("Chi", "/standby 1");

    circle.forward(Duration.ofMinutes(30));

    assertThat(last("chi")).contains("Could you?");
    assertThat(told("ben")).isEmpty();
  }

  @Test
  void an_hour_before_its_time_the_asker_is_told_plainly() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(Instant.parse("2026-01-24T07:59:59Z"));
    assertThat(last("ana")).doesNotContain("nearly time");

    circle.restart();
    circle.to(Instant.parse("2026-01-24T08:00:00Z"));

    assertThat(last("ana")).contains("It is nearly time for #1, and nobody has come yet");
  }

  @Test
  void whoever_wants_it_taken_down_quietly_has_nobody_else_asked() {
    mayBeAsked("Ben");
    Reply answer = circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Reply chosen = circle.presses("Ana", message(answer), "If nobody comes, take it down");
    assertThat(text(chosen)).contains("I take it down quietly and ask nobody else");

    circle.to(Instant.parse("2026-01-24T08:00:00Z"));

    assertThat(told("ben")).isEmpty();
    assertThat(told("stu")).isEmpty();
    assertThat(card()).endsWith("#1: over");
    assertThat(last("ana")).contains("Nobody has come for #1, so I have taken it down quietly");
  }

  @Test
  void the_choice_can_be_typed_and_taken_back() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");

    assertThat(text(circle.types("Ana", "/cancel 1 if nobody comes"))).contains("quietly");
    assertThat(text(circle.types("Ana", "/cancel 1 ask wider"))).contains("step by step");
    assertThat(text(circle.types("Ben", "/cancel 1 if nobody comes")))
        .contains("isn't there any more");
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void a_promise_taken_back_late_starts_it_at_once_and_one_step_wider() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp Bread, tomorrow 10-12");
    circle.types("Chi", "/claim 1");
    circle.types("Dee", "/standby 1");
    circle.settle();

    circle.types("Chi", "/cancel 1");

    assertThat(last("dee")).contains("Could you?");
    assertThat(last("ben")).contains("Bread");
    assertThat(last("chi")).doesNotContain("Could you?");
  }

  @Test
  void whoever_stands_by_after_others_were_asked_is_asked_too() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.to(TUESDAY_21);
    circle.forward(HALF_A_DAY);
    assertThat(last("stu")).contains("Nobody has come for #1 yet");

    circle.types("Ben", "/standby 1");
    circle.forward(Duration.ofDays(1));

    assertThat(last("ben")).contains("Could you?");
  }

  @Test
  void whoever_stands_by_is_asked_again_when_a_promise_is_taken_back() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/standby 1");
    circle.to(TUESDAY_21);
    assertThat(told("ben")).hasSize(1);
    circle.types("Chi", "/claim 1");
    circle.types("Chi", "/cancel 1");

    circle.forward(Duration.ofDays(1));

    assertThat(told("ben")).hasSize(2);
  }

  @Test
  void a_no_that_comes_after_the_end_leaves_no_name_behind() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(TUESDAY_21);
    Message question = lastMessage("ben");
    circle.types("Ana", "/done 1");
    circle.forward(Duration.ofDays(4));

    assertThat(text(circle.pressesPrivately("Ben", question, "I can't"))).contains("over");

    int names =
        circle
            .core
            .database()
            .read(tables ->
                tables.handle().createQuery("select count(*) from asked").mapTo(int.class).one());
    assertThat(names).isZero();
  }

  @Test
  void a_claim_ends_the_asking() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/standby 1");
    circle.types("Chi", "/claim 1");

    circle.forward(Duration.ofDays(3));

    assertThat(told("ben")).isEmpty();
    assertThat(told("stu")).isEmpty();
  }

  @Test
  void whoever_was_asked_can_forbid_it_for_the_future() {
    mayBeAsked("Ben");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(TUESDAY_21);

    circle.pressesPrivately("Ben", lastMessage("ben"), "Don't ask me privately");

    assertThat(text(circle.writes("Ben", "/settings show")))
        .startsWith("I never ask you privately.");
  }

  @Test
  void after_a_kept_promise_a_helper_may_offer_to_be_asked() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");

    Reply done = circle.types("Ben", "/done 1");
    circle.presses("Ben", message(done), "You may ask me");

    assertThat(text(circle.types("Ben", "/settings show"))).startsWith("When nobody comes");
  }

  private void mayBeAsked(String... names) {
    for (String name : names) {
      circle.types(name, "/settings set ask yes");
    }
  }

  private List<String> askedOf(String... accounts) {
    return List.of(accounts).stream().filter(one -> !told(one).isEmpty()).toList();
  }

  private List<Message> told(String account) {
    circle.settle();
    return circle.paper.to(account);
  }

  private Message lastMessage(String account) {
    return told(account).getLast();
  }

  private String last(String account) {
    List<Message> all = told(account);
    return all.isEmpty() ? "" : all.getLast().text().plain();
  }

  private List<Sheet> cards(String number) {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .filter(sheet -> sheet.card() && sheet.message().text().plain().contains(number))
        .toList();
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }
}
