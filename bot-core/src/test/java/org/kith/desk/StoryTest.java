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
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** What people read, from the first word to the digest. */
class StoryTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
  }

  /** On which database the stories are told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void typed_in_one_go_a_request_is_posted_at_once() {
    Reply answer = circle.types("Ana", "/needhelp Two bags from the market, near Maple Street");

    assertThat(text(answer))
        .contains("It's posted in Maple Street. Everybody there, 5 people, can see this:")
        .contains("Groceries · #1");
    assertThat(card(1))
        .isEqualTo(
            """
            Groceries · #1
            Two bags from the market
            When: any time · Near: Maple Street
            Ana is looking for 1 person\
            """);
    assertThat(labels(circle.card(1).message()))
        .containsExactly("I'll help", "If nobody else can", "More", "Ask a question");
  }

  @Test
  void the_first_dated_request_asks_whether_the_zone_is_right_and_then_no_more() {
    Message preview = message(circle.types("Ana", "/needhelp Bread, Saturday 10-12"));
    assertThat(preview.text().plain())
        .contains("Nothing is posted yet")
        .contains("Sat 24 Jan, 10:00–12:00 (Berlin time)")
        .contains("It's 12:00 in Berlin");
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(Sheet::card);

    circle.presses("Ana", preview, "Post it");
    assertThat(card(1)).contains("When: Sat 24 Jan, 10:00–12:00");

    circle.types("Ben", "/needhelp A ride, tomorrow 18:00");
    assertThat(card(2)).contains("When: Wed 21 Jan, 18:00");
  }

  @Test
  void another_zone_keeps_the_hours_that_were_typed() {
    Message preview = message(circle.types("Ana", "/needhelp Bread, Saturday 10-12"));
    Message zones = message(circle.presses("Ana", preview, "Another time zone"));
    Message again = message(circle.presses("Ana", zones, "New York (06:00)"));
    assertThat(again.text().plain()).contains("Sat 24 Jan, 10:00–12:00 (New York time)");

    circle.presses("Ana", again, "Post it");
    assertThat(card(1)).contains("When: Sat 24 Jan, 10:00–12:00");
  }

  @Test
  void private_details_end_in_a_preview_and_open_to_the_helper_alone() {
    Message preview =
        message(
            circle.does("Ana", options("Groceries", "Doorbell 7, code 1234"), TestCircle.PLACE));
    assertThat(preview.text().plain()).contains("sealed").doesNotContain("1234");
    circle.presses("Ana", preview, "Post it");
    assertThat(card(1)).contains("There are private details").doesNotContain("1234");

    Message helping = message(circle.presses("Ben", circle.card(1).message(), "I'll help"));
    assertThat(helping.text().plain()).contains("You're helping with #1").doesNotContain("1234");
    assertThat(text(circle.presses("Ben", helping, "Show details")))
        .contains("Doorbell 7, code 1234");
    assertThat(text(circle.does("Chi", new Command.ShowDetails(1), TestCircle.PLACE)))
        .doesNotContain("1234");

    circle.presses("Ben", helping, "I can't after all");
    assertThat(text(circle.presses("Ben", helping, "Show details"))).doesNotContain("1234");
  }

  @Test
  void a_claim_changes_the_card_and_tells_the_asker() {
    circle.types("Ana", "/needhelp Walk the dog");
    Reply helping = circle.presses("Ben", circle.card(1).message(), "I'll help");

    assertThat(text(helping)).contains("You're helping with #1").contains("write to Ana");
    assertThat(card(1)).contains("For Ana: Ben will help");
    assertThat(labels(circle.card(1).message())).containsExactly("If nobody else can", "More");
    assertThat(privately("ana"))
        .anySatisfy(told -> assertThat(told).contains("Ben will help with #1"));
    assertThat(text(circle.types("Chi", "/claim 1"))).contains("a moment faster");
  }

  @Test
  void two_helpers_are_both_named_and_no_third_gets_in() {
    circle.types("Ana", "/needhelp Carry a sofa, 2 people");
    circle.types("Ben", "/claim 1");
    assertThat(card(1)).contains("For Ana: Ben will help · 1 more person is wanted");
    circle.types("Chi", "/claim #1");
    assertThat(card(1)).contains("For Ana: Ben and Chi will help");
    assertThat(text(circle.types("Dee", "/claim 1"))).contains("a moment faster");
  }

  @Test
  void nobody_claims_their_own_request() {
    circle.types("Ana", "/needhelp Walk the dog");
    assertThat(text(circle.types("Ana", "/claim 1"))).contains("your own request");
    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void a_reaction_is_a_claim_and_taking_it_back_releases_it() {
    circle.types("Ana", "/needhelp Walk the dog");
    MessageRef ref = ref(circle.card(1));

    circle.reacts("Ben", ref, true);
    assertThat(card(1)).contains("Ben will help");
    assertThat(privately("ben"))
        .anySatisfy(told -> assertThat(told).contains("You're helping with #1"));

    circle.reacts("Ben", ref, false);
    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void a_claim_by_button_outlives_a_reaction_taken_back() {
    circle.types("Ana", "/needhelp Walk the dog");
    MessageRef ref = ref(circle.card(1));
    circle.types("Ben", "/claim 1");
    circle.reacts("Ben", ref, true);
    circle.reacts("Ben", ref, false);
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void a_release_opens_the_place_again_and_asks_no_reason() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    assertThat(text(circle.types("Ben", "/cancel 1"))).contains("no reason needed");
    assertThat(card(1)).contains("Ana is looking for 1 person");
    assertThat(privately("ana")).anySatisfy(told -> assertThat(told).contains("Ben can't help"));
  }

  @Test
  void done_by_the_asker_ends_it_in_one_line_without_names() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(text(circle.types("Ana", "/done 1"))).contains("#1 is done");
    assertThat(card(1)).isEqualTo("Pets · #1: done");
    assertThat(circle.card(1).message().rows()).isEmpty();
    assertThat(privately("ben"))
        .anySatisfy(told -> assertThat(told).contains("Ana says that #1 is done"));
  }

  @Test
  void done_by_one_of_two_helpers_is_only_their_own_part() {
    circle.types("Ana", "/needhelp Carry a sofa, 2 people");
    circle.types("Ben", "/claim 1");
    circle.types("Chi", "/claim 1");
    circle.types("Ben", "/done 1");
    assertThat(card(1)).contains("Ben and Chi will help");
    circle.types("Chi", "/done 1");
    assertThat(card(1)).isEqualTo("Chores · #1: done".replace("Chores", "Housing"));
  }

  @Test
  void taken_back_by_the_asker_its_helpers_are_told() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.types("Ana", "/cancel 1");
    assertThat(card(1)).isEqualTo("Pets · #1: taken back");
    assertThat(privately("ben")).anySatisfy(told -> assertThat(told).contains("taken #1 back"));
  }

  @Test
  void a_time_that_is_over_is_never_guessed_into_the_future() {
    Reply answer = circle.types("Ana", "/needhelp Bread, yesterday");
    assertThat(text(answer)).contains("over already").contains("When do you need it?");
    Message part = message(circle.presses("Ana", message(answer), "Tomorrow"));
    circle.presses("Ana", part, "Post it");
    assertThat(card(1)).contains("When: Wed 21 Jan");
  }

  @Test
  void an_unclear_time_does_not_hold_the_card_back() {
    Command.NeedHelp ask =
        new Command.NeedHelp(
            new Ask.Options("Bread", null, "soonish or so", null, null, null, false));
    Reply answer = circle.does("Ana", ask, TestCircle.PLACE);
    assertThat(card(1)).contains("When: time to be agreed");
    assertThat(text(answer)).contains("soonish or so");
  }

  @Test
  void a_whole_request_can_be_made_by_buttons() {
    Message kind = message(circle.types("Ana", "/needhelp"));
    Message when = message(circle.presses("Ana", kind, "Groceries"));
    Message part = message(circle.presses("Ana", when, "Tomorrow"));
    Message helpers = message(circle.presses("Ana", part, "morning"));
    Message preview = message(circle.presses("Ana", helpers, "2"));
    circle.presses("Ana", preview, "Post it");
    assertThat(card(1))
        .contains("Groceries")
        .contains("When: Wed 21 Jan, morning")
        .contains("Ana is looking for 2 people");
  }

  @Test
  void in_the_private_chat_each_question_also_takes_words() {
    circle.types("Ana", "/board");
    Message kind = message(circle.writes("Ana", "/needhelp"));
    circle.pressesPrivately("Ana", kind, "Meals");
    circle.writes("Ana", "A hot soup");
    circle.writes("Ana", "tomorrow 18:00");
    circle.writes("Ana", "near Elm Square");
    circle.writes("Ana", "1");
    Message preview = message(circle.writes("Ana", "Third floor, ring twice"));
    assertThat(preview.text().plain()).contains("A hot soup").doesNotContain("ring twice");
    circle.pressesPrivately("Ana", preview, "Post it");
    assertThat(card(1))
        .contains("A hot soup")
        .contains("Near: Elm Square")
        .contains("private details");
  }

  @Test
  void on_monday_at_nine_the_digest_says_what_was_done_and_what_is_open() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/done 1");
    circle.types("Chi", "/needhelp A lift to the station, near Elm Square");

    circle.to(Instant.parse("2026-01-26T07:59:59Z"));
    assertThat(digests()).isEmpty();
    circle.to(Instant.parse("2026-01-26T08:00:00Z"));
    assertThat(digests())
        .singleElement()
        .satisfies(digest ->
            assertThat(digest)
                .contains("Still open")
                .contains("A lift to the station")
                .contains("One act of care this week")
                .doesNotContain("Ana")
                .doesNotContain("Ben"));
  }

  @Test
  void a_quiet_circle_hears_one_digest_and_then_silence() {
    circle.types("Ana", "/board");
    circle.to(Instant.parse("2026-01-26T08:00:00Z"));
    circle.to(Instant.parse("2026-02-02T08:00:00Z"));
    assertThat(digests()).hasSize(1);
    circle.types("Ana", "/needhelp Walk the dog");
    circle.to(Instant.parse("2026-02-09T08:00:00Z"));
    assertThat(digests()).hasSize(2);
  }

  @Test
  void three_days_after_the_end_details_and_people_are_gone() {
    Message preview =
        message(circle.does("Ana", options("Groceries", "Doorbell 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/done 1");
    circle.forward(Duration.ofDays(3));

    circle
        .core
        .database()
        .read(tables -> {
          var request = tables.requests().find(1).orElseThrow();
          assertThat(request.asker()).isNull();
          assertThat(request.hasDetails()).isFalse();
          assertThat(tables.claims().on(1))
              .allSatisfy(claim -> assertThat(claim.helper()).isNull());
          return true;
        });
    circle.forward(Duration.ofDays(7 * 12));
    boolean gone = circle.core.database().read(tables -> tables.requests().find(1).isEmpty());
    assertThat(gone).isTrue();
  }

  @Test
  void a_deleted_card_is_never_posted_again_by_itself() {
    circle.types("Ana", "/needhelp Walk the dog");
    Sheet card = circle.card(1);
    circle.paper.lose(card.id());
    circle.core.desk().hear("x1", Platform.BROWSER, new News.MessageDeleted(ref(card)));
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(Sheet::card);

    Message asked = circle.paper.to("ana").getLast();
    assertThat(asked.text().plain()).contains("deleted the card of #1");
    circle.pressesPrivately("Ana", asked, "Post it again");
    assertThat(card(1)).contains("Ana is looking");
  }

  @Test
  void who_can_not_be_written_to_gets_a_line_below_the_card() {
    circle.paper.closes("ana", true);
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE).getLast().message().text().plain())
        .isEqualTo("Ana, there is news of #1. I could not write to you privately.");
  }

  @Test
  void a_place_held_for_somebody_who_is_not_reached_is_quietly_freed() {
    Message preview =
        message(circle.does("Ana", options("Groceries", "Doorbell 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.paper.closes("ben", true);
    circle.reacts("Ben", ref(circle.card(1)), true);
    assertThat(card(1)).contains("Ben will help");
    assertThat(circle.paper.in(TestCircle.PLACE).getLast().message().buttons())
        .extracting(button -> button.label())
        .containsExactly("Show me");

    circle.forward(Duration.ofMinutes(30));
    assertThat(card(1)).contains("Ana is looking for 1 person");
  }

  @Test
  void in_a_circle_of_neighbours_details_open_after_the_askers_yes() {
    circle.types("Ana", "/circle set openness neighbours");
    Message preview =
        message(circle.does("Ana", options("Groceries", "Doorbell 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    Message helping = message(circle.types("Ben", "/claim 1"));
    assertThat(labels(helping)).doesNotContain("Show details").contains("Show my name on the card");
    assertThat(card(1)).contains("somebody is helping");
    assertThat(text(circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE)))
        .contains("not open yet");

    circle.settle();
    Message asked = circle.paper.to("ana").getLast();
    circle.pressesPrivately("Ana", asked, "Share with Ben");
    circle.settle();
    Message shared = circle.paper.to("ben").getLast();
    assertThat(text(circle.pressesPrivately("Ben", shared, "Show details"))).contains("Doorbell 7");
    circle.presses("Ben", helping, "Show my name on the card");
    assertThat(card(1)).contains("Ben will help");
  }

  @Test
  void somebody_else_frees_the_place_without_a_reason() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.pressesPrivately("Ana", circle.paper.to("ana").getLast(), "Somebody else");
    assertThat(card(1)).contains("Ana is looking for 1 person");
    assertThat(privately("ben")).anySatisfy(told -> assertThat(told).contains("another way"));
  }

  @Test
  void the_door_has_three_lines_and_two_buttons() {
    circle.added();
    circle.settle();
    Message door = circle.paper.in(TestCircle.PLACE).getFirst().message();
    assertThat(door.text().lines()).hasSize(3);
    assertThat(labels(door)).containsExactly("I need something", "What's needed");
    assertThat(text(circle.presses("Ben", door, "What's needed"))).contains("Nothing is needed");
  }

  @Test
  void the_board_and_mine_show_what_is_needed_and_what_is_promised() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Chi", "/needhelp Two bags of shopping");
    circle.types("Ben", "/claim 1");
    Reply board = circle.types("Ben", "/board");
    assertThat(text(board)).contains("Needed").contains("#2").contains("Coming up").contains("#1");
    assertThat(labels(message(board))).containsExactly("Help with #2");
    assertThat(text(circle.types("Ben", "/board pets"))).contains("#1").doesNotContain("#2");
    assertThat(text(circle.types("Ben", "/mine"))).contains("You promised").contains("#1");
    assertThat(text(circle.types("Ana", "/mine"))).contains("You asked").contains("#1");
  }

  @Test
  void from_a_private_channel_nothing_is_posted_elsewhere_without_asking() {
    circle.types("Ana", "/board");
    Place hidden = new Place(Platform.BROWSER, "maple-street", "hidden");
    Message preview = message(circle.types("Ana", "/needhelp Walk the dog", hidden));
    assertThat(preview.text().plain()).contains("private channel").contains("Maple Street");
    assertThat(labels(preview)).contains("Make this channel its own circle");
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(Sheet::card);
  }

  @Test
  void crisis_shows_the_circles_own_words_first() {
    circle.types("Ana", "/circle set crisis Call Dee, day and night");
    assertThat(text(circle.types("Ben", "/crisis")))
        .startsWith("Call Dee, day and night")
        .contains("emergency number");
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private List<String> privately(String account) {
    circle.settle();
    return circle.paper.to(account).stream().map(message -> message.text().plain()).toList();
  }

  private List<String> digests() {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .map(sheet -> sheet.message().text().plain())
        .filter(text -> text.startsWith("This week"))
        .toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(button -> button.label()).toList();
  }

  private static MessageRef ref(Sheet sheet) {
    return new MessageRef(sheet.place(), sheet.id());
  }

  private static Command options(String what, String details) {
    return new Command.NeedHelp(new Ask.Options(what, null, null, null, null, details, false));
  }
}
