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
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** Thanks, when somebody wants to. It is Tuesday; Ana asked, and Ben has helped. */
class ThanksTest {
  private static final Instant MONDAY_NINE = Instant.parse("2026-01-26T08:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;
  private Message done;

  @BeforeEach
  void help() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
    circle.types("Ben", "/claim 1");
    done = message(circle.types("Ana", "/done 1"));
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
  void by_two_presses_the_helper_alone_is_thanked() {
    Message ways = message(circle.presses("Ana", done, "Say thanks"));
    assertThat(labels(ways)).containsExactly("Only to Ben", "In the group", "Without my name");
    circle.presses("Ana", ways, "Only to Ben");

    assertThat(last("ben")).isEqualTo("Ana says thank you for #1.");
    assertThat(inSpace("thank")).isEmpty();
  }

  @Test
  void typed_with_words_it_asks_how_and_passes_them_on() {
    Message ways = message(circle.types("Ana", "/thanks 1 You saved my week"));
    assertThat(ways.text().plain()).contains("“You saved my week”");

    circle.presses("Ana", ways, "Only to Ben");

    assertThat(last("ben")).isEqualTo("Ana says thank you for #1: “You saved my week”");
  }

  @Test
  void the_button_typed_asks_the_same() {
    assertThat(text(circle.types("Ana", "/thanks 1")))
        .isEqualTo(text(circle.presses("Ana", done, "Say thanks")));
    assertThat(labels(message(circle.types("Ana", "/thanks")))).containsExactly("#1 Bread");
  }

  @Test
  void how_can_be_typed_too() {
    assertThat(text(circle.types("Ana", "/thanks 1 in the group: What a day!")))
        .isEqualTo("It is said in the group.");

    assertThat(inSpace("thank")).containsExactly("Ana says thank you to Ben for #1: “What a day!”");
  }

  @Test
  void without_a_name_it_says_neither_who_nor_for_what() {
    circle.types("Ana", "/thanks 1 anonymous: You saved my week");

    assertThat(last("ben"))
        .isEqualTo("Somebody whom you helped says thank you: “You saved my week”");
    assertThat(inSpace("thank")).isEmpty();
  }

  @Test
  void what_is_said_in_the_group_before_a_private_word_arrives_is_said_there_alone() {
    circle.settle();
    int told = circle.paper.to("ben").size();
    circle.paper.away(true);
    circle.doesPrivately("Ana", give("private"));
    circle.types("Ana", "/thanks 1 in the group: What a day!");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(inSpace("thank")).hasSize(1);
    assertThat(circle.paper.to("ben")).hasSize(told);
  }

  @Test
  void what_is_said_privately_before_the_line_in_the_group_is_posted_is_not_said_there() {
    circle.paper.away(true);
    circle.doesPrivately("Ana", give("public"));
    circle.types("Ana", "/thanks 1 private: Between us");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(inSpace("thank")).isEmpty();
    assertThat(last("ben")).contains("Between us");
  }

  @Test
  void a_line_that_could_not_be_posted_for_three_days_is_not_said_any_more() {
    circle.paper.away(true);
    circle.doesPrivately("Ana", give("public"));
    circle.settle();
    circle.forward(Duration.ofDays(3));
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(inSpace("thank")).isEmpty();
  }

  @Test
  void words_with_a_colon_of_their_own_stay_whole() {
    circle.types("Ana", "/thanks 1 Ben: you saved my week");
    circle.doesPrivately("Ana", give("private"));

    assertThat(last("ben")).endsWith("“Ben: you saved my week”");
  }

  @Test
  void a_second_press_says_it_no_second_time() {
    circle.doesPrivately("Ana", give("private"));
    circle.settle();
    int told = circle.paper.to("ben").size();

    assertThat(text(circle.doesPrivately("Ana", give("private")))).contains("already");
    assertThat(text(circle.doesPrivately("Ana", give("public")))).contains("already");
    assertThat(text(circle.types("Ana", "/thanks 1"))).contains("already");

    circle.settle();
    assertThat(circle.paper.to("ben")).hasSize(told);
    assertThat(inSpace("thank")).isEmpty();
  }

  @Test
  void a_heart_of_the_asker_on_the_card_is_thanks_once_and_words_may_follow() {
    heart("Ana");
    heart("Ana");
    assertThat(last("ben")).isEqualTo("Ana says thank you for #1.");

    circle.types("Ana", "/thanks 1 private: You saved my week");

    assertThat(last("ben")).endsWith("“You saved my week”");
  }

  @Test
  void a_heart_of_anybody_else_or_before_it_is_done_is_nothing() {
    circle.types("Ana", "/needhelp Milk");
    circle.settle();
    int told = circle.paper.to("ben").size();

    heart("Chi");
    heart("Ben");
    heart(2, "Ana");

    circle.settle();
    assertThat(circle.paper.to("ben")).hasSize(told);
    assertThat(people()).doesNotContain("Chi");
  }

  @Test
  void each_of_several_helpers_is_told() {
    circle.types("Ana", "/needhelp Carry a sofa, 2 people");
    circle.types("Ben", "/claim 2");
    circle.types("Chi", "/claim 2");
    circle.types("Ana", "/done 2");

    circle.types("Ana", "/thanks 2 private: Phew");

    assertThat(last("ben")).isEqualTo("Ana says thank you for #2: “Phew”");
    assertThat(last("chi")).isEqualTo("Ana says thank you for #2: “Phew”");
  }

  @Test
  void where_names_are_not_on_cards_they_are_not_in_public_thanks() {
    circle.types("Ana", "/circle set names no");

    circle.types("Ana", "/thanks 1 public: What a day!");

    assertThat(inSpace("thank"))
        .containsExactly("Ana says thank you to somebody for #1: “What a day!”");
  }

  @Test
  void the_digest_carries_public_words_once_and_then_forgets_them() {
    circle.types("Ana", "/thanks 1 public: What a day!");
    assertThat(text(circle.writes("Ana", "/digest now"))).contains("Thank you", "“What a day!”");

    circle.to(MONDAY_NINE);

    assertThat(inSpace("This week")).singleElement().asString().contains("“What a day!”");
    assertThat(stored()).isEmpty();
    circle.to(MONDAY_NINE.plus(Duration.ofDays(7)));
    assertThat(inSpace("This week").getLast()).doesNotContain("What a day!");
  }

  @Test
  void private_words_are_in_no_digest() {
    circle.types("Ana", "/thanks 1 private: Between us");

    assertThat(text(circle.writes("Chi", "/digest now"))).doesNotContain("Between us");
    assertThat(text(circle.writes("Ben", "/digest now")))
        .contains("act")
        .doesNotContain("Between us");
    circle.to(MONDAY_NINE);
    assertThat(inSpace("Between us")).isEmpty();
  }

  @Test
  void what_waits_for_the_digest_leads_to_nobody_after_three_days() {
    circle.types("Ana", "/thanks 1 public: What a day!");

    circle.forward(Ending.FORGOTTEN_AFTER);

    assertThat(stored()).containsExactly("What a day!");
    assertThat(count("select count(*) from thanks where request_id is not null")).isZero();
  }

  @Test
  void all_other_thanks_are_forgotten_with_the_request() {
    circle.types("Ana", "/thanks 1 private: You saved my week");

    circle.forward(Ending.FORGOTTEN_AFTER);

    assertThat(count("select count(*) from thanks")).isZero();
  }

  @Test
  void without_a_digest_nothing_waits_for_one() {
    circle.types("Ana", "/circle set digest off");
    circle.types("Ana", "/thanks 1 public: What a day!");

    circle.forward(Ending.FORGOTTEN_AFTER);

    assertThat(count("select count(*) from thanks")).isZero();
  }

  @Test
  void a_helper_who_can_not_be_written_to_misses_a_courtesy_and_nothing_breaks() {
    circle.paper.closes("ben", true);

    assertThat(text(circle.types("Ana", "/thanks 1 private: You saved my week")))
        .isEqualTo("It is on its way.");

    circle.settle();
    assertThat(inSpace("thank")).isEmpty();
    assertThat(inSpace("could not write")).isEmpty();
  }

  @Test
  void what_is_still_needed_after_all_takes_its_thanks_back() {
    circle.types("Ana", "/thanks 1 public: What a day!");
    circle.types("Ana", "/again 1");

    assertThat(text(circle.types("Ana", "/thanks 1"))).contains("isn't done yet");
    assertThat(stored()).isEmpty();
  }

  @Test
  void nobody_else_and_nothing_else_is_thanked_for_and_each_is_told_why() {
    circle.types("Ana", "/needhelp Milk");
    circle.types("Ana", "/needhelp Soup");
    circle.types("Ana", "/cancel 3");

    assertThat(text(circle.types("Ben", "/thanks 1 me"))).contains("Only whoever asked for #1");
    assertThat(text(circle.doesPrivately("Ben", give("public")))).contains("Only whoever asked");
    assertThat(text(circle.types("Ana", "/thanks 2"))).contains("#2 isn't done yet");
    assertThat(text(circle.types("Ana", "/thanks 3"))).contains("anybody who helped with #3");
    assertThat(text(circle.types("Ana", "/thanks 99 you"))).contains("There is no #99");
    assertThat(text(circle.types("Ana", "/thanks 1 " + "x".repeat(301))))
        .contains("at most 300 characters");
    circle.forward(Ending.FORGOTTEN_AFTER);
    assertThat(text(circle.types("Ana", "/thanks 1 you"))).contains("I forget who asked");
    assertThat(stored()).isEmpty();
  }

  private void heart(String name) {
    heart(1, name);
  }

  private void heart(int number, String name) {
    Sheet card = circle.card(number);
    Command heart = new Command.Hearted(new MessageRef(card.place(), card.id()));
    circle.does(name, heart, TestCircle.PLACE);
  }

  private static Command give(String way) {
    return Code.read("give:1:" + way);
  }

  private List<String> inSpace(String words) {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .map(sheet -> sheet.message().text().plain())
        .filter(text -> text.contains(words))
        .toList();
  }

  private String last(String account) {
    circle.settle();
    return circle.paper.to(account).getLast().text().plain();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private List<String> stored() {
    return strings("select words from thanks where words is not null");
  }

  private List<String> people() {
    return strings("select name from account");
  }

  private List<String> strings(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(String.class).list());
  }

  private int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }
}
