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
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** "I can do part": it takes no place, and the rest stays open. It is Tuesday, 12:00 in Berlin. */
class PartTest {
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Two bags, Saturday 10-12");
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
  void the_card_says_who_does_which_part_and_looks_for_as_many_as_before() {
    String answer = text(circle.types("Ben", "/claim 1 part the milk"));
    circle.settle();

    assertThat(answer).contains("You're helping with #1", "Your part: the milk");
    assertThat(card()).contains("Ana is looking for 1 person\nBen will do part: the milk");
    assertThat(labels(circle.card(1).message())).contains("I'll help");
    assertThat(lines("ana")).contains("Ben can do part of #1: the milk. The rest stays open.");
    assertThat(text(circle.types("Ben", "/mine"))).contains("You promised", "#1");

    String whole = text(circle.types("Chi", "/claim 1"));

    assertThat(whole).contains("Ben will do part: the milk").doesNotContain("Your part");
    assertThat(card()).contains("For Ana: Chi will help\nBen will do part: the milk");
  }

  @Test
  void what_more_shows_has_a_button_for_it_that_asks_for_no_words() {
    Message more = more("Ben");
    assertThat(labels(more)).contains("I'll help", "I can do part", "If nobody else can");
    assertThat(labels(more("Ana"))).doesNotContain("I can do part");
    assertThat(labels(circle.card(1).message())).doesNotContain("I can do part");

    Reply answer = circle.presses("Ben", more, "I can do part");

    assertThat(text(answer)).contains("type /claim 1 part and a few words");
    assertThat(card()).endsWith("Ben will do part");
    circle.types("Ben", "/claim 1, part, the milk");
    assertThat(card()).endsWith("Ben will do part: the milk");
    circle.presses("Ben", more, "I can do part");
    assertThat(card()).endsWith("Ben will do part: the milk");
    assertThat(claims()).containsExactly("PROMISED");
  }

  @Test
  void names_stand_there_where_they_would_for_a_claim() {
    circle.types("Stu", "/circle set names agreed");
    Message helping = message(circle.types("Ben", "/claim 1 part the milk"));
    assertThat(card()).endsWith("Somebody will do part: the milk");

    circle.presses("Ben", helping, "Show my name on the card");

    assertThat(card()).endsWith("Ben will do part: the milk");
  }

  @Test
  void the_words_are_one_short_public_line() {
    String refused = text(circle.types("Ben", "/claim 1 part " + "x".repeat(301)));
    assertThat(refused).contains("at most 300 characters");
    assertThat(claims()).isEmpty();

    circle.types("Ben", "/claim 1 part  the\n milk\u202e ");

    assertThat(card()).endsWith("Ben will do part: the milk");
  }

  @Test
  void a_few_parts_are_enough() {
    for (String name : List.of("Ben", "Chi", "Dee")) {
      circle.types(name, "/claim 1 part");
    }

    Reply more = circle.types("Eli", "/claim 1 part the eggs");

    assertThat(text(more)).startsWith("Several people do a part of #1 already");
    assertThat(labels(message(more))).containsExactly("I'll help", "If nobody else can");
    assertThat(labels(more("Eli"))).doesNotContain("I can do part");
    circle.types("Chi", "/cancel 1");
    circle.types("Eli", "/claim 1 part the eggs");
    assertThat(card()).contains("Eli will do part: the eggs").doesNotContain("Chi");
  }

  @Test
  void whoever_does_a_part_and_helps_takes_the_place_in_its_stead() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.settle();

    String answer = text(circle.presses("Ben", circle.card(1).message(), "I'll help"));
    circle.settle();

    assertThat(answer).contains("You're helping").doesNotContain("part");
    assertThat(card()).endsWith("For Ana: Ben will help");
    assertThat(lines("ana")).contains("Ben will help with #1: Two bags");
    assertThat(claims()).containsExactly("PROMISED");
    circle.forward(Duration.ofDays(3));
    assertThat(circle.paper.files("ben")).hasSize(1);
  }

  @Test
  void a_reaction_takes_the_whole_and_taken_back_gives_it_back() {
    circle.types("Ben", "/claim 1 part the milk");
    var card = circle.card(1);
    MessageRef ref = new MessageRef(card.place(), card.id());

    circle.reacts("Ben", ref, true);
    assertThat(card()).endsWith("For Ana: Ben will help");
    circle.settle();
    assertThat(told("ben").getLast()).contains("You're helping");

    circle.reacts("Ben", ref, false);
    assertThat(card()).endsWith("Ana is looking for 1 person");
  }

  @Test
  void no_place_is_taken_for_a_part_where_none_is_free() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.types("Chi", "/claim 1");

    assertThat(text(circle.types("Ben", "/claim 1"))).startsWith("Somebody was a moment faster");
    assertThat(text(circle.types("Dee", "/claim 1 part the eggs")))
        .startsWith("Somebody was a moment faster");
    assertThat(card()).endsWith("For Ana: Chi will help\nBen will do part: the milk");
  }

  @Test
  void whoever_promised_all_of_it_can_do_a_part_instead_and_the_place_is_free() {
    circle.types("Ben", "/claim 1");
    circle.settle();

    String answer = text(circle.types("Ben", "/claim 1 part the milk"));
    circle.settle();

    assertThat(answer).contains("Your part: the milk");
    assertThat(card()).endsWith("Ana is looking for 1 person\nBen will do part: the milk");
    assertThat(lines("ana")).contains("Ben can do part of #1: the milk. The rest stays open.");
    assertThat(dues()).contains("RING");
  }

  @Test
  void the_softer_promise_gives_way_to_a_part_and_does_not_take_its_place() {
    circle.types("Ben", "/standby 1");
    circle.types("Ben", "/claim 1 part the milk");
    assertThat(claims()).containsExactly("PROMISED");

    assertThat(text(circle.types("Ben", "/standby 1"))).contains("Your part: the milk");

    assertThat(card()).endsWith("Ben will do part: the milk");
    assertThat(claims()).containsExactly("PROMISED");
  }

  @Test
  void nobody_does_a_part_of_their_own_or_of_what_is_over() {
    assertThat(text(circle.types("Ana", "/claim 1 part the milk"))).contains("your own request");
    circle.types("Ana", "/cancel 1");
    assertThat(text(circle.types("Ben", "/claim 1 part the milk"))).contains("over already");
    assertThat(claims()).isEmpty();
  }

  @Test
  void without_a_number_the_open_requests_are_offered() {
    Message which = message(circle.types("Ben", "/claim part"));

    circle.presses("Ben", which, "#1 Two bags");

    assertThat(card()).endsWith("Ben will do part");
  }

  @Test
  void private_details_open_to_whoever_does_a_part_and_close_again() {
    asksWithDetails();
    Message helping = message(circle.types("Ben", "/claim 2 part the milk"));
    assertThat(text(circle.presses("Ben", helping, "Show details"))).contains("Door 4711");
    assertThat(text(circle.does("Chi", new Command.ShowDetails(2), TestCircle.PLACE)))
        .doesNotContain("Door 4711");

    circle.presses("Ben", helping, "I can't after all");

    assertThat(text(circle.does("Ben", new Command.ShowDetails(2), TestCircle.PLACE)))
        .doesNotContain("Door 4711");
  }

  @Test
  void where_details_wait_for_a_yes_it_covers_the_whole_too() {
    circle.types("Stu", "/circle set details yes");
    asksWithDetails();
    circle.types("Ben", "/claim 2 part the milk");
    circle.settle();
    Message asked = circle.paper.to("ana").getLast();
    assertThat(asked.text().plain()).contains("Ben can do part of #2", "Do you want to share");

    circle.pressesPrivately("Ana", asked, "Share with Ben");
    circle.types("Ben", "/claim 2");

    assertThat(text(circle.does("Ben", new Command.ShowDetails(2), TestCircle.PLACE)))
        .contains("Door 4711");
  }

  @Test
  void a_part_that_was_never_confirmed_is_quietly_freed() {
    asksWithDetails();
    circle
        .core
        .desk()
        .handle(circle.delivery("Ben", Typed.read("claim", "2 part"), TestCircle.PLACE, true));
    circle.settle();
    assertThat(circle.card(2).message().text().plain()).endsWith("Ben will do part");
    circle.paper.closes("ben", true);

    circle.forward(Duration.ofMinutes(31));

    assertThat(circle.card(2).message().text().plain()).doesNotContain("Ben");
    assertThat(told("ana")).noneMatch(one -> one.contains("Ben can do part of #2"));
  }

  @Test
  void asker_and_whoever_does_a_part_write_to_each_other() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.settle();
    Message asked = circle.paper.to("ana").getLast();
    assertThat(labels(asked)).containsExactly("Write", "Somebody else");

    circle.writes("Ben", "/write 1 Oat milk?");
    circle.writes("Ana", "/write 1 Any milk");
    circle.settle();

    assertThat(told("ana")).anyMatch(one -> one.startsWith("Ben writes about #1:"));
    assertThat(told("ben")).anyMatch(one -> one.contains("Any milk"));
  }

  @Test
  void the_asker_frees_a_part_like_a_place_and_it_can_be_given_back() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.types("Chi", "/claim 1 part the eggs");
    circle.settle();

    String freed = text(circle.presses("Ana", more("Ana"), "Somebody else than Ben"));
    String released = text(circle.types("Chi", "/cancel 1"));
    circle.settle();

    assertThat(freed).isEqualTo("That part of #1 is free again. No reason is given.");
    assertThat(released).endsWith("Your part of #1 is open again.");
    assertThat(card()).endsWith("Ana is looking for 1 person");
    assertThat(told("ben")).anyMatch(one -> one.startsWith("Ana has found another way for #1"));
    assertThat(told("ana")).contains("Chi can't do a part of #1 after all: the eggs.");
  }

  @Test
  void a_part_that_is_done_leaves_the_rest_open() {
    circle.types("Ben", "/claim 1 part the milk");

    String answer = text(circle.types("Ben", "/done 1"));
    circle.settle();

    assertThat(answer).isEqualTo("Your part of #1 is done. Thank you!");
    assertThat(lines("ana")).contains("Ben says that their part of #1 is done: the milk.");
    assertThat(card()).contains("Ana is looking for 1 person");

    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/done 1");
    circle.types("Ana", "/thanks 1 private: Phew");
    circle.settle();

    assertThat(card()).endsWith("#1: done");
    assertThat(told("ben").stream().filter(one -> one.contains("thank you for #1"))).hasSize(1);
  }

  @Test
  void who_is_to_be_reminded_reads_which_part() {
    circle.types("Ben", "/claim 1 part the milk");

    circle.to(Instant.parse("2026-01-23T17:00:00Z"));

    assertThat(told("ben").getLast()).contains("#1: Two bags (a part of it: the milk)");
  }

  @Test
  void the_rings_go_on_for_the_rest_to_those_who_look_after_the_circle() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.types("Chi", "/settings set ask yes");
    circle.types("Dee", "/standby 1");

    for (int hour = 0; hour < 93; hour++) {
      circle.forward(Duration.ofHours(1));
    }

    assertThat(told("dee")).anyMatch(one -> one.contains("Could you?"));
    assertThat(told("chi")).anyMatch(one -> one.contains("nobody has come yet (#1)"));
    assertThat(told("stu")).anyMatch(one -> one.startsWith("Nobody has come for #1 yet"));
    assertThat(told("ben")).noneMatch(one -> one.contains("nobody has come"));
    assertThat(told("ana")).anyMatch(one -> one.contains("for the rest of it nobody has come"));
  }

  @Test
  void after_its_time_both_sides_are_asked_and_their_silence_ends_it() {
    circle.types("Ben", "/claim 1 part the milk");

    circle.to(SATURDAY_NOON);

    assertThat(told("ben").getLast())
        .startsWith("Did #1 happen: Two bags (a part of it: the milk)?");
    assertThat(told("ana").getLast()).startsWith("Did you get what you needed with #1: Two bags?");
    circle.forward(FollowUp.SILENCE.plus(Duration.ofHours(12)));
    assertThat(card()).endsWith("#1: over");
    assertThat(claims()).containsExactly("RELEASED");
  }

  @Test
  void still_needed_lets_go_of_parts_too() {
    circle.types("Ben", "/claim 1 part the milk");
    circle.types("Chi", "/claim 1");
    circle.types("Ben", "/done 1");
    circle.types("Chi", "/done 1");
    circle.settle();

    circle.types("Ana", "/again 1");

    assertThat(card()).endsWith("Ana is looking for 1 person");
    circle.settle();
    assertThat(told("ben").getLast()).startsWith("Ana still needs #1: Two bags");
  }

  @Test
  void nothing_is_taken_down_behind_the_back_of_whoever_does_a_part() {
    circle.types("Ana", "/cancel 1 if nobody comes");
    circle.types("Ben", "/claim 1 part the milk");

    circle.to(SATURDAY_NOON.minus(Duration.ofHours(1)));

    assertThat(card()).endsWith("Ben will do part: the milk");
    assertThat(told("ana")).anyMatch(one -> one.contains("for the rest of it nobody has come"));
  }

  @Test
  void whom_the_asker_has_blocked_is_answered_as_where_details_wait_for_a_yes() {
    circle.types("Stu", "/circle set details yes");
    asksWithDetails();
    String real = text(circle.types("Chi", "/claim 2 part the milk"));
    circle.types("Chi", "/cancel 2");
    blocks("Ben");

    String answered = text(circle.types("Ben", "/claim 2 part the milk"));

    assertThat(answered).isEqualTo(real);
    assertThat(circle.card(2).message().text().plain()).doesNotContain("Ben");
  }

  @Test
  void a_part_of_something_nameless_does_not_become_the_whole_after_a_block() {
    circle.writes("Ana", "/needhelp Soup, anonymous");
    circle.doesPrivately("Ana", new Command.PostDraft(draft()));
    circle.settle();
    circle.types("Ben", "/claim 2 part the salt");
    blocks("Ben");

    assertThat(text(circle.types("Ben", "/claim 2"))).contains("You're helping with #2");

    assertThat(circle.card(2).message().text().plain())
        .contains("is looking for 1 person", "Ben will do part: the salt");
  }

  @Test
  void three_days_after_the_end_nobody_knows_who_did_which_part() {
    circle.types("Ben", "/claim 1 part the marzipan");
    circle.types("Ana", "/done 1");
    circle.forward(Duration.ofDays(3));

    assertThat(rows("select part from claim")).containsExactly("");
    assertThat(rows("select helper_id from claim")).containsExactly("null");
  }

  private void asksWithDetails() {
    Ask ask = new Ask.Options("Soup", null, "Saturday 10-12", null, 1, "Door 4711", false);
    Message preview = message(circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.settle();
  }

  private void blocks(String name) {
    circle.types("Ana", "/needhelp Tea");
    circle.settle();
    circle.types(name, "/write 3 How hot?");
    circle.settle();
    circle.writes("Ana", "/write 3 block");
    circle.settle();
  }

  private Message more(String name) {
    return message(circle.does(name, new Command.More(1), TestCircle.PLACE));
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private List<String> lines(String account) {
    return told(account).stream().flatMap(String::lines).toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private List<String> claims() {
    return rows("select state from claim order by id");
  }

  private List<String> dues() {
    return rows("select what from due");
  }

  private long draft() {
    return Long.parseLong(rows("select max(id) from draft").getFirst());
  }

  private List<String> rows(String sql) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(sql)
                .map((row, context) -> String.valueOf(row.getObject(1)))
                .list());
  }
}
