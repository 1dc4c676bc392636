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
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.testing.Await;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** Who can't be written to privately still learns what matters, and loses nothing. */
class ReachingTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void a_held_place_is_confirmed_by_a_press_that_was_answered() {
    asksWithDetails();
    circle.paper.closes("ben", true);
    circle.reacts("Ben", ref(circle.card(1)), true);

    Reply answer = circle.does("Ben", new Command.Claim(new Target.Known(1)), TestCircle.PLACE);
    circle.forward(Duration.ofMinutes(31));

    assertThat(text(answer)).contains("You're helping with #1");
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void a_held_place_is_not_confirmed_by_an_answer_that_nobody_saw() {
    asksWithDetails();
    circle.paper.closes("ben", true);
    circle.reacts("Ben", ref(circle.card(1)), true);
    circle.settle();

    // The adapter never reports that this answer was shown: the private chat is not open yet.
    circle.core.desk().handle(circle.delivery("Ben", new Command.More(1), TestCircle.PLACE, true));
    circle.forward(Duration.ofMinutes(31));

    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void a_helper_who_looks_twice_is_told_privately_once() {
    asksWithDetails();
    circle.paper.away(true);
    circle.reacts("Ben", ref(1), true);
    circle.core.desk().handle(circle.delivery("Ben", new Command.More(1), TestCircle.PLACE, true));
    circle.core.desk().handle(circle.delivery("Ben", new Command.More(1), TestCircle.PLACE, true));
    circle.settle(); // What was tried in vain is put off by the clock as it stands now.
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(5));

    assertThat(privately("ben")).filteredOn(told -> told.contains("You're helping")).hasSize(1);
  }

  @Test
  void details_too_long_for_a_notice_can_be_opened_behind_a_link() {
    asksWithDetails();
    circle.types("Ben", "/claim 1");

    Reply details = circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE);

    assertThat(details)
        .isInstanceOfSatisfying(
            Reply.Said.class, said -> assertThat(said.payload()).isEqualTo("details-1"));
    assertThat(text(circle.doesPrivately("Ben", new Command.Start("details-1"))))
        .contains("Doorbell 7");
  }

  @Test
  void of_a_held_place_that_is_given_back_the_asker_hears_nothing() {
    asksWithDetails();
    circle.paper.closes("ben", true);
    MessageRef card = ref(circle.card(1));
    circle.reacts("Ben", card, true);
    circle.settle();
    circle.reacts("Ben", card, false);

    assertThat(card(1)).contains("Ana is looking for 1 person");
    assertThat(privately("ana")).noneMatch(told -> told.contains("Ben"));
  }

  @Test
  void an_asker_who_can_not_be_written_to_says_yes_behind_the_line_below_the_card() {
    circle.types("Ana", "/circle set details yes");
    asksWithDetails();
    circle.paper.closes("ana", true);
    circle.types("Ben", "/claim 1");

    Message more = message(circle.presses("Ana", lastLine(), "Show me"));
    circle.presses("Ana", more, "Share with Ben");

    assertThat(text(circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE)))
        .contains("Doorbell 7");
    Message after = message(circle.does("Ana", new Command.More(1), TestCircle.PLACE));
    assertThat(labels(after)).doesNotContain("Share with Ben").contains("Somebody else than Ben");
  }

  @Test
  void an_asker_who_can_not_be_written_to_posts_a_deleted_card_again_behind_the_line() {
    circle.paper.closes("ana", true);
    circle.types("Ana", "/needhelp Walk the dog");
    Sheet card = circle.card(1);
    circle.paper.lose(card.id());
    circle.core.desk().hear("x1", TestCircle.PLACE.platform(), new News.MessageDeleted(ref(card)));
    circle.settle();

    Message more = message(circle.presses("Ana", lastLine(), "Show me"));
    assertThat(labels(more)).startsWith("Post it again");
    circle.presses("Ana", more, "Post it again");

    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void what_has_ended_is_shown_in_one_line() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ana", "/done 1");

    assertThat(text(circle.does("Ben", new Command.More(1), TestCircle.PLACE)))
        .isEqualTo("Pets · #1: done");
  }

  @Test
  void a_resting_request_is_not_said_to_be_over() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle
        .core
        .desk()
        .hear("x1", TestCircle.PLACE.platform(), new News.MessageDeleted(ref(circle.card(1))));

    assertThat(text(circle.types("Ben", "/claim 1"))).isEqualTo("Pets · #1: resting");
  }

  @Test
  void that_a_place_is_free_again_is_not_said_of_what_is_over() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.paper.away(true);
    int calls = circle.paper.calls();
    circle.types("Ben", "/cancel 1");
    Await.until("card and news were tried in vain", () -> circle.paper.calls() >= calls + 2);
    circle.settle();
    circle.types("Ana", "/cancel 1");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(5));

    assertThat(privately("ana")).noneMatch(told -> told.contains("on the board again"));
  }

  private void asksWithDetails() {
    Command ask =
        new Command.NeedHelp(
            new Ask.Options("Groceries", null, null, null, null, "Doorbell 7", false));
    circle.presses("Ana", message(circle.does("Ana", ask, TestCircle.PLACE)), "Post it");
    circle.settle();
  }

  private Message lastLine() {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).getLast().message();
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private MessageRef ref(int number) {
    return circle.paper.in(TestCircle.PLACE).stream()
        .filter(sheet -> sheet.message().text().plain().contains("#" + number))
        .findFirst()
        .map(sheet -> ref(sheet))
        .orElseThrow();
  }

  private List<String> privately(String account) {
    circle.settle();
    return circle.paper.to(account).stream().map(message -> message.text().plain()).toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(button -> button.label()).toList();
  }

  private static MessageRef ref(Sheet sheet) {
    return new MessageRef(sheet.place(), sheet.id());
  }
}
