package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** Whom somebody wants to hear nothing more from can be named, or found by a request's number. */
class BlockTypedTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Two bags");
    circle.types("Ben", "/board");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void somebody_is_blocked_by_name_and_what_that_cannot_do_is_said() {
    circle.types("Ben", "/claim 1");

    String answer = text(circle.types("Ana", "/block Ben"));

    assertThat(answer)
        .contains("Ben can't reach you through me any more", "I don't tell them")
        .contains("may still read the group and its cards");
    assertThat(card(1)).contains("looking for 1 person");
    circle.types("Ben", "/claim 1");
    assertThat(card(1)).contains("looking for 1 person");
    assertThat(told("ben")).noneMatch(one -> one.contains("block"));
  }

  @Test
  void whoever_something_is_for_keeps_out_whom_they_have_blocked_too() {
    circle.types("Chi", "/board");
    circle.types("Chi", "/block Ben");
    Message preview = message(circle.types("Ana", "/needhelp Soup, for Chi"));
    circle.presses("Ana", preview, "Ask Chi first");
    circle.settle();
    circle.pressesPrivately("Chi", circle.paper.to("chi").getLast(), "Yes");
    assertThat(card(2)).contains("Soup");

    circle.types("Ben", "/claim 2");

    assertThat(card(2)).contains("1 person").doesNotContain("Ben will help");
  }

  @Test
  void over_a_request_without_a_name_no_other_promise_is_freed_with_it() {
    Message preview = message(circle.writes("Ana", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Ana", preview, "Post now");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/claim 2");

    circle.writes("Ana", "/block 2");

    assertThat(card(2)).contains("1 person");
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void so_it_is_in_the_private_chat_and_taken_back_there() {
    Message blocked = message(circle.writes("Ana", "/block ben"));
    circle.pressesPrivately("Ana", blocked, "Unblock Ben");
    circle.types("Ben", "/claim 1");

    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void by_the_number_of_a_request_it_is_whoever_asked_and_of_ones_own_whoever_helps() {
    assertThat(text(circle.types("Ana", "/block 1"))).contains("by their name");
    assertThat(text(circle.types("Ben", "/block 1"))).contains("Ana can't reach you");
    circle.types("Chi", "/claim 1");
    assertThat(text(circle.types("Ana", "/block #1"))).contains("Chi can't reach you");
    assertThat(text(circle.types("Ana", "/settings show"))).contains("You have blocked: Chi");
  }

  @Test
  void whoever_asked_without_a_name_is_blocked_without_one_and_no_list_tells_who_it_was() {
    Message preview = message(circle.writes("Ana", "/needhelp Rice, anonymous"));
    circle.pressesPrivately("Ana", preview, "Post now");
    circle.settle();

    assertThat(text(circle.types("Ben", "/block 2"))).doesNotContain("Ana");
    circle.types("Ben", "/block Ana");
    circle.types("Ben", "/block Ana");

    assertThat(text(circle.types("Ben", "/settings show")))
        .contains("You have blocked: the asker of #2 and Ana.");
  }

  @Test
  void without_a_name_it_is_said_how_and_who_is_blocked() {
    circle.types("Ana", "/block Ben");

    Message how = message(circle.types("Ana", "/block"));

    assertThat(how.text().plain()).contains("Whom do you want to block?", "blocked: Ben");
    assertThat(how.buttons()).hasSize(1);
  }

  @Test
  void nobody_blocks_themself_or_somebody_unknown() {
    assertThat(text(circle.types("Ana", "/block Ana"))).contains("That is you");
    assertThat(text(circle.types("Ana", "/block Zoe"))).contains("I know nobody of that name");
    assertThat(text(circle.types("Ana", "/block 77"))).contains("There is no #77");
  }

  @Test
  void typed_where_everybody_reads_it_it_is_taken_away_and_said_so() {
    Reply reply = circle.typesVisibly("Ana", "/block Ben");

    assertThat(((Reply.Said) reply).audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
    assertThat(text(reply)).contains("Ben can't reach you", "I delete your message");
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }
}
