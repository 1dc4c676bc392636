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
import org.kith.care.ClaimState;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** What somebody wants every helper of theirs to know. */
class CareCardTest {
  private static final String SECRET = "No peanuts; text first";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
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
  void it_is_written_once_and_shown_privately_with_change_and_clear() {
    assertThat(text(circle.writes("Ana", "/settings card"))).contains("nothing on it yet");
    assertThat(text(circle.writes("Ana", "/settings card " + SECRET))).contains("It is sealed");

    Reply shown = circle.types("Ana", "/settings card");

    assertThat(text(shown)).contains(SECRET, "The host of this bot and the platform could read");
    assertThat(((Reply.Said) shown).audience()).isEqualTo(Reply.Audience.ACTOR_PROTECTED);
    assertThat(labels(message(shown))).containsExactly("Change", "Clear");
    assertThat(stored()).hasSize(1).noneMatch(row -> row.contains("peanuts"));
  }

  @Test
  void the_helper_at_hand_sees_it_also_where_a_request_has_no_details_of_its_own() {
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    circle.settle();

    Message helping = message(circle.types("Ben", "/claim 1"));

    assertThat(helping.text().plain()).contains("private details for you").doesNotContain(SECRET);
    Reply details = circle.presses("Ben", helping, "Show details");
    assertThat(text(details)).contains("What Ana wants every helper to know", SECRET);
    assertThat(((Reply.Said) details).audience()).isEqualTo(Reply.Audience.ACTOR_PROTECTED);
    assertThat(circle.card(1).message().text().plain()).doesNotContain("private details");
  }

  @Test
  void it_stands_below_the_details_of_the_request() {
    circle.types("Ana", "/settings card " + SECRET);
    asksWithDetails();

    Message helping = message(circle.types("Ben", "/claim 1"));

    assertThat(text(circle.presses("Ben", helping, "Show details"))).contains("Door 4711", SECRET);
  }

  @Test
  void nobody_else_sees_it_and_nobody_after_the_promise_is_over() {
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    assertThat(details("Ben")).doesNotContain(SECRET);

    circle.types("Ben", "/claim 1");
    assertThat(details("Chi")).doesNotContain(SECRET);
    circle.types("Ben", "/cancel 1");
    assertThat(details("Ben")).doesNotContain(SECRET);
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/done 1");
    assertThat(details("Ben")).doesNotContain(SECRET);
  }

  @Test
  void where_details_open_after_a_yes_it_opens_after_the_yes() {
    circle.types("Ana", "/circle set details yes");
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    Message helping = message(circle.types("Ben", "/claim 1"));
    assertThat(labels(helping)).doesNotContain("Show details");
    assertThat(details("Ben")).contains("whoever asked is deciding");
    circle.settle();
    Message question = circle.paper.to("ana").getLast();
    assertThat(question.text().plain()).contains("Do you want to share your care card with Ben?");

    circle.pressesPrivately("Ana", question, "Share with Ben");

    assertThat(details("Ben")).contains(SECRET);
  }

  @Test
  void where_private_parts_are_off_it_stays_closed() {
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/circle set details off");
    circle.types("Ben", "/claim 1");

    assertThat(details("Ben")).doesNotContain(SECRET);
  }

  @Test
  void where_private_parts_were_switched_off_it_closes_also_for_whom_there_was_a_yes() {
    circle.types("Ana", "/circle set details yes");
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.pressesPrivately("Ana", circle.paper.to("ana").getLast(), "Share with Ben");
    assertThat(details("Ben")).contains(SECRET);

    circle.types("Ana", "/circle set details off");

    assertThat(details("Ben")).doesNotContain(SECRET);
  }

  @Test
  void with_it_a_claim_waits_until_its_helper_is_reached() {
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    Delivery press =
        circle.delivery("Ben", new Command.Claim(new Target.Known(1)), TestCircle.PLACE, true);
    circle.core.desk().handle(press);

    var claims = circle.core.database().read(tables -> tables.claims().on(1));

    assertThat(claims).singleElement().matches(c -> c.state() instanceof ClaimState.Held);
  }

  @Test
  void cleared_it_is_destroyed() {
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");

    circle.presses("Ana", message(circle.types("Ana", "/settings card")), "Clear");

    assertThat(stored()).isEmpty();
    assertThat(details("Ben")).doesNotContain(SECRET);
    circle.types("Ana", "/settings card " + SECRET);
    circle.types("Ana", "/settings card clear");
    assertThat(stored()).isEmpty();
  }

  @Test
  void change_takes_the_next_words_in_the_private_chat_and_only_them() {
    Message shown = message(circle.writes("Ana", "/settings card"));
    circle.pressesPrivately("Ana", shown, "Write it");
    circle.writes("Ana", "No visits\nplease");

    assertThat(text(circle.writes("Ana", "/settings card"))).contains("No visits\nplease");
    circle.writes("Ana", "something else");
    assertThat(text(circle.writes("Ana", "/settings card"))).doesNotContain("something else");
  }

  @Test
  void a_question_left_unanswered_is_forgotten_after_a_day() {
    circle.doesPrivately("Ana", new Command.ChangeCareCard());
    circle.forward(Duration.ofDays(1));

    circle.writes("Ana", "By the way");

    assertThat(text(circle.writes("Ana", "/settings card"))).contains("nothing on it yet");
  }

  @Test
  void the_question_of_a_request_that_came_later_comes_first() {
    circle.types("Ana", "/board");
    circle.doesPrivately("Ana", new Command.ChangeCareCard());
    circle.forward(Duration.ofMinutes(1));
    circle.writes("Ana", "/needhelp");
    circle.writes("Ana", "Groceries");

    assertThat(text(circle.writes("Ana", "/settings card"))).contains("nothing on it yet");
  }

  @Test
  void elsewhere_change_says_how_it_is_typed() {
    Message shown = message(circle.types("Ana", "/settings card"));

    assertThat(text(circle.presses("Ana", shown, "Write it"))).contains("Type /settings card");
  }

  @Test
  void what_is_too_long_is_refused_and_what_it_said_before_stands() {
    circle.types("Ana", "/settings card " + SECRET);

    assertThat(text(circle.types("Ana", "/settings card " + "x".repeat(1001))))
        .contains("at most 1,000 characters");
    assertThat(text(circle.types("Ana", "/settings card \u200b"))).contains(SECRET);
  }

  @Test
  void who_typed_it_where_others_read_it_is_told_so() {
    Command seen = new Command.WriteCareCard(SECRET, true);

    assertThat(text(circle.does("Ana", seen, TestCircle.PLACE)))
        .contains("everybody in the group could read it")
        .doesNotContain(SECRET);
    assertThat(seen.toString()).doesNotContain("peanuts");
  }

  private void asksWithDetails() {
    Reply preview =
        circle.does(
            "Ana",
            new Command.NeedHelp(
                new Ask.Options("Bread", null, null, null, null, "Door 4711", false)),
            TestCircle.PLACE);
    circle.presses("Ana", message(preview), "Post it");
    circle.settle();
  }

  private String details(String name) {
    return text(circle.doesPrivately(name, new Command.ShowDetails(1)));
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private List<String> stored() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select sealed from care_card").mapTo(String.class).list());
  }
}
