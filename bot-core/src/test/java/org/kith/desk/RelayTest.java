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
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Asker and helper write to each other through the bot. */
class RelayTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Two bags, Saturday 10-12, 2 people");
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
  void a_question_goes_to_the_asker_with_the_name_of_whoever_has_it() {
    Message prompt = message(circle.presses("Ben", card(), "Ask a question"));
    assertThat(prompt.text().plain())
        .contains("what Ana is to read about #1", "Ana sees your name", "one question", "host");

    assertThat(text(circle.writes("Ben", "How heavy\nare they?")))
        .contains("Your question goes to Ana now, with your name.");

    Message asked = last("ana");
    assertThat(asked.text().plain())
        .contains("Ben has a question about #1 (Two bags):", "How heavy\nare they?");
    assertThat(labels(asked)).containsExactly("Answer", "Share my name", "Stop", "Block");
    assertThat(circle.card(1).message().text().plain()).doesNotContain("heavy");
  }

  @Test
  void there_is_one_question_until_it_is_answered() {
    circle.types("Ben", "/write 1 How heavy are they?");
    assertThat(text(circle.types("Ben", "/write 1 Hello?"))).contains("is with Ana");
    assertThat(text(circle.doesPrivately("Ben", toAsker()))).contains("is with Ana");

    answers("Ana", "Ben has a question", "Ten kilos");
    assertThat(last("ben").text().plain()).contains("Ana writes about #1:", "Ten kilos");
    answers("Ben", "Ten kilos", "I can do that");
    assertThat(last("ana").text().plain()).contains("I can do that");
    assertThat(text(circle.types("Ben", "/write 1 Hello?"))).contains("is with Ana");
  }

  @Test
  void asker_and_helper_write_as_they_like_while_the_claim_stands() {
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.pressesPrivately("Ana", last("ana"), "Write");
    circle.writes("Ana", "Blue door");
    assertThat(last("ben").text().plain()).contains("Ana writes about #1:", "Blue door");

    for (String words : List.of("Thanks", "On my way", "There")) {
      assertThat(text(circle.types("Ben", "/write 1 " + words))).contains("It goes to Ana now");
    }
    circle.settle();
    assertThat(told("ana").stream().filter(one -> one.contains("Ben writes about #1"))).hasSize(3);
  }

  @Test
  void of_several_helpers_each_is_named_and_answered_alone() {
    circle.types("Ben", "/claim 1");
    circle.types("Chi", "/claim 1");
    circle.types("Ben", "/write 1 From Ben");
    circle.types("Chi", "/write 1 From Chi");
    circle.settle();

    Message which = message(circle.types("Ana", "/write 1 Hello"));
    assertThat(labels(which)).containsExactly("Write to Ben", "Write to Chi");
    circle.types("Ana", "/write 1 chi: For Chi");
    circle.pressesPrivately("Ana", which, "Write to Ben");
    circle.writes("Ana", "For Ben");
    circle.settle();

    assertThat(told("chi")).anyMatch(one -> one.contains("For Chi"));
    assertThat(told("ben")).noneMatch(one -> one.contains("For Chi"));
    assertThat(last("ben").text().plain()).contains("For Ben");
    answers("Ana", "From Ben", "Only you");
    assertThat(last("ben").text().plain()).contains("Only you");
  }

  @Test
  void nobody_else_is_told_or_can_answer() {
    circle.types("Ben", "/write 1 How heavy?");
    circle.settle();
    for (Command forged :
        List.of(
            new Command.Write(new Addressee.InTalk(1)),
            new Command.Tell(new Addressee.InTalk(1), "Boo"),
            new Command.Tell(new Addressee.OfClaim(1), "Boo"),
            new Command.StopTalk(1),
            new Command.BlockOther(1),
            new Command.ShareName(1, true),
            new Command.Tell(new Addressee.InTalk(99), "Boo"),
            new Command.Tell(new Addressee.OfRequest(99), "Boo"))) {
      assertThat(text(circle.doesPrivately("Chi", forged))).contains("isn't there any more");
    }
    assertThat(text(circle.doesPrivately("Chi", new Command.Unblock(1)))).contains("nobody");
    circle.settle();
    assertThat(told("chi")).isEmpty();
    assertThat(told("ana")).noneMatch(one -> one.contains("Boo"));
  }

  @Test
  void whoever_is_in_another_circle_can_not_ask() {
    Place elm = new Place(Platform.BROWSER, "elm-square", "");
    circle.types("Eve", "/board", elm);

    assertThat(text(circle.does("Eve", toAsker(), elm))).contains("isn't there any more");
    assertThat(text(circle.does("Eve", new Command.Tell(ofRequest(), "Hi"), elm)))
        .contains("isn't there any more");
    circle.settle();
    assertThat(told("ana")).noneMatch(one -> one.contains("Hi"));
  }

  @Test
  void among_neighbours_words_pass_once_the_asker_said_yes() {
    circle.types("Ana", "/circle set openness neighbours");
    assertThat(labels(circle.card(1).message())).doesNotContain("Ask a question");
    assertThat(text(circle.types("Ben", "/write 1 Hm?"))).contains("has said yes");

    Reply preview =
        circle.does(
            "Ana",
            new Command.NeedHelp(
                new Ask.Options("Bread", null, null, null, null, "Door 4711", false)),
            TestCircle.PLACE);
    circle.presses("Ana", message(preview), "Post it");
    circle.settle();
    circle.types("Ben", "/claim 2");
    circle.settle();
    assertThat(text(circle.types("Ben", "/write 2 Hm?"))).contains("has said yes");

    circle.pressesPrivately("Ana", last("ana"), "Share with Ben");
    assertThat(text(circle.types("Ben", "/write 2 Hm?"))).contains("It goes to Ana");
    circle.types("Chi", "/claim 1");
    circle.settle();
    assertThat(text(circle.types("Chi", "/write 1 No details, no yes"))).contains("It goes to");
    circle.types("Chi", "/cancel 1");
    assertThat(text(circle.types("Chi", "/write 1 Still?"))).contains("has said yes");
    assertThat(text(circle.types("Ana", "/write 1 Still?"))).contains("no promise on #1 any more");
  }

  @Test
  void whom_the_asker_writes_to_may_answer_before_the_yes() {
    circle.types("Ana", "/circle set details yes");
    circle.types("Ana", "/circle set openness neighbours");
    circle.types("Ana", "/settings card No nuts");
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(text(circle.types("Ben", "/write 1 Hm?"))).contains("has said yes");

    circle.types("Ana", "/write 1 Who are you?");

    assertThat(text(circle.types("Ben", "/write 1 The one with the dog"))).contains("It goes to");
  }

  @Test
  void in_a_large_circle_nothing_is_passed_on_and_nothing_is_offered() {
    circle.types("Ana", "/circle set openness support");
    circle.types("Ben", "/claim 1");
    circle.settle();

    assertThat(text(circle.types("Ben", "/write 1 Hm?"))).contains("I pass no messages on here");
    assertThat(text(circle.types("Ana", "/write 1 Hm?"))).contains("I pass no messages on here");
    assertThat(labels(last("ana"))).containsExactly("Somebody else");
  }

  @Test
  void it_ends_with_the_request_and_three_days_later_no_word_is_left() {
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/write 1 On my way");
    circle.settle();
    Message letter = last("ana");
    circle.types("Ana", "/done 1");
    circle.settle();

    Reply late = circle.pressesPrivately("Ana", letter, "Answer");
    assertThat(text(late)).contains("#1 is over, so I pass on nothing more");
    assertThat(text(circle.types("Ben", "/write 1 Bye"))).contains("#1 is over");
    assertThat(count("letter")).isOne();

    circle.forward(Duration.ofDays(3));
    assertThat(count("letter") + count("talk") + count("writing")).isZero();
    assertThat(text(circle.pressesPrivately("Ana", letter, "Answer"))).contains("any more");
  }

  @Test
  void a_question_for_words_left_open_is_in_nobodys_way() {
    circle.doesPrivately("Ben", toAsker());
    circle.forward(Duration.ofHours(25));
    assertThat(text(circle.writes("Ben", "Anything"))).contains("I don't know what to do");
    circle.core.desk().upkeep().tidy();
    assertThat(count("writing")).isZero();

    circle.doesPrivately("Ben", toAsker());
    circle.forward(Duration.ofMinutes(1));
    circle.writes("Ben", "/needhelp");
    circle.writes("Ben", "Groceries");
    circle.settle();
    assertThat(told("ana")).noneMatch(one -> one.contains("Groceries"));
  }

  @Test
  void what_was_begun_before_a_restart_goes_on_after_it() {
    circle.doesPrivately("Ben", toAsker());
    circle.paper.away(true);
    circle.types("Chi", "/write 1 From Chi");
    circle.settle();
    circle.restart();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    circle.writes("Ben", "From Ben");
    circle.settle();

    assertThat(told("ana").stream().filter(one -> one.contains("From Chi"))).hasSize(1);
    assertThat(told("ana").stream().filter(one -> one.contains("From Ben"))).hasSize(1);
  }

  @Test
  void the_same_delivery_twice_passes_one_message() {
    circle.types("Ben", "/claim 1");
    Delivery once =
        circle.delivery("Ben", new Command.Tell(ofRequest(), "Once"), TestCircle.PLACE, true);

    Reply first = circle.core.desk().handle(once);
    Reply second = circle.core.desk().handle(once);
    circle.settle();

    assertThat(text(second)).isEqualTo(text(first));
    assertThat(told("ana").stream().filter(one -> one.contains("Once"))).hasSize(1);
  }

  @Test
  void nothing_and_too_much_are_refused() {
    circle.types("Ben", "/claim 1");
    circle.settle();
    int before = told("ana").size();

    assertThat(text(tells("\u200b \u0000"))).contains("no words");
    assertThat(text(tells("x".repeat(801)))).contains("800 characters at most");
    assertThat(text(circle.types("Ben", "/write"))).contains("Which one?");
    assertThat(text(circle.types("Ben", "/write 9 Hm"))).contains("There is no #9 here");
    assertThat(text(circle.types("Ana", "/needhelp Soup"))).isNotEmpty();
    assertThat(text(circle.types("Ana", "/write 2 Hm"))).contains("nobody to write to");
    circle.settle();
    assertThat(told("ana")).hasSize(before);
    assertThat(text(tells("x".repeat(800)))).contains("It goes to Ana");
  }

  @Test
  void words_are_sealed_and_the_outbox_only_refers_to_them() {
    circle.paper.away(true);
    circle.types("Ben", "/write 1 zebra crossing");
    String all =
        circle
            .core
            .database()
            .read(tables ->
                tables.handle().createQuery("select * from letter").mapToMap().list().toString()
                    + tables.handle().createQuery("select * from outbox").mapToMap().list());
    assertThat(all).contains("LETTER").doesNotContain("zebra");
    assertThat(new Command.Tell(ofRequest(), "zebra").toString()).doesNotContain("zebra");
    assertThat(Command.WriteAbout.class.cast(Typed.read("write", "1 zebra")).toString())
        .doesNotContain("zebra");
  }

  @Test
  void whoever_can_not_be_reached_costs_nobody_a_silent_wait() {
    circle.paper.closes("ana", true);
    circle.types("Ben", "/write 1 Hello?");
    circle.settle();

    assertThat(last("ben").text().plain())
        .contains("What you wrote to Ana about #1 could not be passed on");
  }

  @Test
  void what_may_not_be_passed_on_any_more_when_it_is_sent_is_told_to_its_writer() {
    circle.paper.away(true);
    circle.types("Ben", "/write 1 Hello?");
    circle.settle();
    circle.types("Ana", "/cancel 1");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(told("ana")).noneMatch(one -> one.contains("Hello?"));
    assertThat(last("ben").text().plain()).contains("could not be passed on");
  }

  @Test
  void stop_ends_it_for_this_request_until_they_write_themselves() {
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/write 1 Hello");
    circle.settle();
    Message letter = last("ana");
    assertThat(text(circle.pressesPrivately("Ana", letter, "Stop"))).contains("nothing more from");

    assertThat(text(circle.types("Ben", "/write 1 Hello again")))
        .contains("Ana wants no more messages about it");
    assertThat(text(circle.types("Ana", "/write 1 One more thing"))).contains("It goes to Ben");
    assertThat(text(circle.types("Ben", "/write 1 Yes?"))).contains("It goes to Ana");
    circle.types("Ana", "/write 1 stop");
    assertThat(text(circle.types("Ben", "/write 1 Yes?"))).contains("wants no more messages");
  }

  @Test
  void a_name_is_shared_once_it_was_said_what_that_is() {
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/write 1 Hello");
    circle.settle();

    Message what = message(circle.pressesPrivately("Ana", last("ana"), "Share my name"));
    assertThat(what.text().plain())
        .contains("Ben would read this", "Ana, on the browser room", "no handle of yours");
    assertThat(told("ben")).noneMatch(one -> one.contains("how to find them"));
    circle.pressesPrivately("Ana", what, "Share it");
    circle.settle();

    assertThat(last("ben").text().plain())
        .contains("Ana lets you know how to find them", "Ana, on the browser room");
    assertThat(labels(message(circle.types("Ben", "/write 1 share my name"))))
        .containsExactly("Share it");
  }

  @Test
  void a_nameless_asker_stays_nameless_and_a_block_leads_to_nothing_else_of_theirs() {
    circle.types("Ana", "/needhelp Bread");
    Message preview = message(circle.writes("Ana", "/needhelp Soup, anonymous"));
    circle.pressesPrivately("Ana", preview, "Post now");
    circle.settle();
    circle.types("Ben", "/write 3 Hm?");
    circle.types("Ben", "/claim 3");
    circle.types("Ana", "/write 3 Well");
    circle.settle();
    Message letter = last("ben");
    assertThat(letter.text().plain()).contains("The asker writes about #3:").doesNotContain("Ana");

    Message blocked = message(circle.pressesPrivately("Ben", letter, "Block"));
    assertThat(blocked.text().plain()).contains("The asker can't").doesNotContain("Ana");
    assertThat(text(circle.types("Ben", "/settings show")))
        .contains("You have blocked: the asker of #3")
        .doesNotContain("Ana");
    assertThat(text(circle.types("Ben", "/write 3 Hm?"))).contains("blocked the asker of #3");
    assertThat(text(circle.types("Ben", "/write 2 Hm?"))).contains("Your question goes to Ana");
  }

  private Reply tells(String words) {
    return circle.does("Ben", new Command.Tell(ofRequest(), words), TestCircle.PLACE);
  }

  /** Answers the letter that begins or goes on with these words. */
  private void answers(String name, String letter, String words) {
    circle.settle();
    Message found =
        circle.paper.to(name.toLowerCase(Locale.ROOT)).stream()
            .filter(one -> one.text().plain().contains(letter))
            .findFirst()
            .orElseThrow();
    circle.pressesPrivately(name, found, "Answer");
    circle.writes(name, words);
    circle.settle();
  }

  private static Addressee ofRequest() {
    return new Addressee.OfRequest(1);
  }

  private static Command toAsker() {
    return new Command.Write(ofRequest());
  }

  private Message card() {
    return circle.card(1).message();
  }

  private Message last(String account) {
    circle.settle();
    return circle.paper.to(account).getLast();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private int count(String table) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from " + table).mapTo(int.class).one());
  }
}
