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
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Rule 2: whom the asker has blocked helps with nothing of theirs, and can't find out. */
class BlockTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Two bags");
    circle.settle();
    circle.types("Ben", "/write 1 How heavy?");
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
  void nothing_of_theirs_reaches_whoever_blocked_them_and_they_are_answered_as_before() {
    circle.types("Ana", "/needhelp Soup");
    circle.settle();
    String before = text(circle.types("Chi", "/write 2 Hm?")).replace("#2", "#1");
    blocks();
    circle.types("Ana", "/needhelp Salad");
    circle.settle();

    assertThat(text(circle.types("Ben", "/write 3 Hm?")).replace("#3", "#1")).isEqualTo(before);
    assertThat(text(circle.types("Ben", "/write 3 Hm?"))).contains("is with Ana");
    circle.settle();

    assertThat(told("ana")).noneMatch(one -> one.contains("Ben has a question about #3"));
    assertThat(told("ben")).noneMatch(one -> one.contains("could not be passed on"));
    assertThat(rows("select reader_id from letter where talk_id = 3")).containsExactly("null");
  }

  @Test
  void what_was_on_its_way_does_not_arrive_either() {
    answer();
    circle.paper.away(true);
    circle.types("Ben", "/write 1 One more thing");
    circle.settle();
    circle.types("Ana", "/write 1 block");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(told("ana")).noneMatch(one -> one.contains("One more thing"));
    assertThat(told("ben")).noneMatch(one -> one.contains("could not be passed on"));
  }

  @Test
  void their_claim_is_answered_as_where_details_open_after_a_yes_and_ends_there() {
    circle.types("Ana", "/settings card No nuts");
    circle.types("Ana", "/circle set details yes");
    Message real = message(circle.types("Chi", "/claim 1"));
    circle.types("Chi", "/cancel 1");
    blocks();

    Message answered = message(circle.presses("Ben", circle.card(1).message(), "I'll help"));

    assertThat(answered.text()).isEqualTo(real.text());
    assertThat(rows("select state from claim where helper_id = " + person("ben"))).isEmpty();
    assertThat(circle.card(1).message().text().plain()).contains("looking for 1 person");
    assertThat(text(circle.presses("Ben", answered, "I can't after all")))
        .contains("no reason needed");
    circle.settle();
    assertThat(told("ana")).noneMatch(one -> one.contains("Ben will help"));
  }

  @Test
  void so_is_their_reaction_and_the_softer_promise() {
    String softer = text(circle.types("Chi", "/standby 1"));
    blocks();

    assertThat(text(circle.types("Ben", "/standby 1"))).isEqualTo(softer);
    var card = circle.card(1);
    circle.reacts("Ben", new MessageRef(card.place(), card.id()), true);
    circle.settle();

    assertThat(circle.paper.to("ben").getLast().text().plain()).contains("You're helping with #1");
    assertThat(rows("select state from claim where helper_id = " + person("ben"))).isEmpty();
  }

  @Test
  void the_rings_pass_them_by() {
    circle.types("Ben", "/settings set ask yes");
    circle.types("Chi", "/settings set ask yes");
    circle.isManagedBy("Ben");
    circle.types("Ben", "/board");
    for (String name : List.of("Ana", "Chi")) {
      circle.types(name, "/board");
    }
    blocks();
    circle.types("Ana", "/cancel 1");
    circle.types("Ana", "/needhelp Eggs, Saturday 10-12");
    circle.settle();
    for (int hours = 0; hours < 90; hours++) {
      circle.forward(Duration.ofHours(1));
    }

    assertThat(told("chi")).anyMatch(one -> one.contains("nobody has come yet (#2)"));
    assertThat(told("ben")).noneMatch(one -> one.contains("#2"));
  }

  @Test
  void what_they_promised_is_freed_without_a_reason() {
    circle.types("Ana", "/needhelp Soup");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/standby 2");
    blocks();

    assertThat(circle.card(1).message().text().plain()).contains("looking for 1 person");
    assertThat(circle.paper.to("ben").getLast().text().plain())
        .contains("Ana has found another way for #1");
    assertThat(rows("select state from claim")).containsOnly("RELEASED");
  }

  @Test
  void a_block_is_shown_to_whoever_made_it_and_taken_back_by_button_or_typing() {
    Message blocked = message(blocks());
    assertThat(blocked.text().plain()).contains("I don't tell them", "/settings show");
    assertThat(text(circle.types("Ana", "/write 1 Hm"))).contains("You have blocked Ben");
    assertThat(text(circle.types("Ana", "/settings show"))).contains("You have blocked: Ben");
    assertThat(text(circle.doesPrivately("Ben", new Command.Unblock(1)))).contains("nobody");

    circle.pressesPrivately("Ana", blocked, "Unblock Ben");
    assertThat(text(circle.types("Ana", "/settings show"))).doesNotContain("blocked");
    circle.types("Ana", "/write 1 block");
    assertThat(text(circle.types("Ana", "/settings set unblock ben")))
        .contains("Ben is not blocked any more");
    assertThat(text(circle.types("Ana", "/settings set unblock ben"))).contains("nobody");
    circle.types("Ben", "/claim 1");
    assertThat(circle.card(1).message().text().plain()).contains("Ben will help");
  }

  @Test
  void a_helper_can_block_too_and_the_asker_is_answered_as_before() {
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/write 1 Hello");
    circle.settle();
    circle.pressesPrivately("Ben", circle.paper.to("ben").getLast(), "Block");

    assertThat(text(circle.types("Ana", "/write 1 Hello?"))).contains("It goes to Ben now");
    circle.settle();
    assertThat(told("ben")).noneMatch(one -> one.contains("Hello?"));
    assertThat(labels(circle.card(1).message())).doesNotContain("I'll help");
  }

  private Reply blocks() {
    circle.settle();
    Message letter =
        circle.paper.to("ana").stream()
            .filter(one -> one.text().plain().contains("How heavy?"))
            .findFirst()
            .orElseThrow();
    Reply reply = circle.pressesPrivately("Ana", letter, "Block");
    circle.settle();
    return reply;
  }

  private void answer() {
    circle.types("Ana", "/write 1 Ten kilos");
    circle.settle();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
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
