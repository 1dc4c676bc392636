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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.store.DatabaseAddress;
import org.kith.store.DueTable;
import org.kith.testing.TestCircle;

/** What the asker corrects before posting, and changes after it. It is Tuesday, 12:00 in Berlin. */
class ChangingTest {
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
    circle.types("Chi", "/board");
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Saturday 10-12              | the time                     | When: Sat 24 Jan, 10:00–12:00
          Saturday, 10-12             | the time                     | When: Sat 24 Jan, 10:00–12:00
          whenever                    | the time                     | When: any time
          by Friday                   | the time                     | When: by Fri 23 Jan
          2 people                    | the number of people         | Ana is looking for 2 people
          near Elm Square             | the place                    | Near: Elm Square
          Two loaves, not one         | the words                    | Two loaves, not one
          Rye, 3 people, near the inn | the words, the place, and the number of people | Near: the inn
          """)
  void what_is_typed_in_one_go_changes_what_it_speaks_of(String typed, String fields, String seen) {
    circle.types("Ana", "/needhelp Bread, tomorrow");

    String answer = text(circle.types("Ana", "/edit 1 " + typed));

    assertThat(answer)
        .startsWith("#1 is changed: " + fields + ".")
        .contains(seen.replace("Ana is l", "L"));
    assertThat(card()).contains(seen);
  }

  @Test
  void a_helper_is_asked_again_when_the_time_changes_and_the_promise_stands_meanwhile() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    int before = circle.paper.to("ben").size();

    String answer = text(circle.types("Ana", "/edit 1 Sunday 10-12"));

    assertThat(answer).contains("Your helper is asked whether that time works, too.");
    assertThat(last("ben"))
        .startsWith("The time of #1 is now Sun 25 Jan, 10:00–12:00 (Berlin time).")
        .contains("Does that still work for you?");
    assertThat(circle.paper.to("ben")).hasSize(before + 1);
    assertThat(card()).contains("Sun 25 Jan, 10:00–12:00", "Ben will help");

    assertThat(text(circle.pressesPrivately("Ben", lastMessage("ben"), "Yes")))
        .contains("You're helping with #1", "Sun 25 Jan");
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void a_helper_who_can_not_at_the_new_time_frees_the_place() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.settle();

    circle.pressesPrivately("Ben", lastMessage("ben"), "I can't after all");

    assertThat(card()).contains("Sun 25 Jan", "Ana is looking for 1 person");
    assertThat(last("ana")).contains("Ben can't help with #1 after all");
  }

  @Test
  void whoever_was_asked_in_vain_for_the_old_time_does_not_count_for_the_new_one() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Instant first = next();
    circle.types("Ana", "/edit 1 today 15:00");

    assertThat(next()).isNotEqualTo(first);
  }

  @Test
  void the_first_dated_change_in_a_circle_shows_its_clock_before_it_is_saved() {
    Place elm = new Place(Platform.BROWSER, "elm-street", "");
    circle.types("Ana", "/needhelp Bread", elm);

    Message preview = message(circle.types("Ana", "/edit 1 Saturday 10-12", elm));
    assertThat(preview.text().plain()).contains("Nothing is changed", "It's 12:00 in Berlin");

    assertThat(text(circle.does("Ana", button(preview, "Save changes"), elm)))
        .contains("#1 is changed: the time.", "Sat 24 Jan");
    assertThat(text(circle.types("Ana", "/edit 1 Sunday 10-12", elm))).contains("#1 is changed");
  }

  @Test
  void other_changes_are_told_to_helpers_once_and_ask_nothing() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    circle.settle();
    int before = circle.paper.to("ben").size();

    circle.types("Ana", "/edit 1 Rye bread, near Elm Square");

    assertThat(last("ben")).startsWith("Ana has changed #1.").contains("Rye bread", "Elm Square");
    assertThat(labels(lastMessage("ben"))).containsExactly("I can't after all");
    assertThat(circle.paper.to("ben")).hasSize(before + 1);
  }

  @Test
  void several_changes_while_a_helper_can_not_be_told_become_one_message_that_asks() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    int before = circle.paper.to("ben").size();
    circle.paper.away(true);
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.types("Ana", "/edit 1 Rye bread");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(circle.paper.to("ben")).hasSize(before + 1);
    assertThat(last("ben")).contains("Sun 25 Jan", "Rye bread", "Does that still work for you?");
  }

  @Test
  void new_details_that_nobody_was_told_of_yet_are_told_with_what_is_changed_after_them() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 1");
    circle.settle();
    int before = circle.paper.to("ben").size();
    circle.paper.away(true);
    Message change = message(circle.writes("Ana", "/edit 1"));
    circle.pressesPrivately("Ana", change, "Private details");
    circle.pressesPrivately("Ana", message(circle.writes("Ana", "Door 8")), "Save changes");
    circle.types("Ana", "/edit 1 Rye bread");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(circle.paper.to("ben")).hasSize(before + 1);
    assertThat(last("ben")).contains("Rye bread", "The private details may be others, too");
  }

  @Test
  void nobody_is_asked_what_became_of_it_where_the_time_was_changed_before_the_question_came() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Milk, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    int ana = circle.paper.to("ana").size();
    int ben = circle.paper.to("ben").size();
    circle.paper.away(true);
    circle.to(SATURDAY_NOON);
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.types("Ana", "/edit 2 Sunday 10-12");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(plain("ana", ana)).noneMatch(said -> said.contains("Did you get"));
    assertThat(plain("ana", ana)).noneMatch(said -> said.contains("nobody has come"));
    assertThat(plain("ben", ben))
        .noneMatch(said -> said.contains("Did #1 happen"))
        .anyMatch(said -> said.startsWith("The time of #1 is now Sun 25 Jan"));
  }

  @Test
  void a_helper_who_can_not_be_written_to_finds_the_change_behind_a_line_below_the_card() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.paper.closes("ben", true);

    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.settle();

    Message line = circle.paper.in(TestCircle.PLACE).getLast().message();
    assertThat(line.text().plain()).contains("I could not write to you privately");
    assertThat(text(circle.presses("Ben", line, "Show me"))).contains("Sun 25 Jan");
  }

  @Test
  void new_private_details_are_sealed_anew_and_helpers_can_look_at_them() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/edit 1");
    circle.writes("Ana", "/edit 1");

    Message change = message(circle.writes("Ana", "/edit 1"));
    circle.pressesPrivately("Ana", change, "Private details");
    Message after = message(circle.writes("Ana", "Door 8"));
    assertThat(after.text().plain()).contains("sealed").doesNotContain("Door");
    assertThat(text(circle.pressesPrivately("Ana", after, "Save changes")))
        .contains("#1 is changed: the private details.")
        .doesNotContain("Door");

    assertThat(last("ben")).isEqualTo("Ana has changed the private details of #1.");
    assertThat(text(circle.pressesPrivately("Ben", lastMessage("ben"), "Show details")))
        .contains("Door 8");
    assertThat(card()).doesNotContain("Door");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void private_details_are_taken_away_by_taps_or_typed_and_helpers_hear_of_it(boolean typed) {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/mine");
    circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE);
    circle.settle();
    assertThat(card()).contains("There are private details");
    int before = circle.paper.to("ben").size();

    String answer = typed ? text(circle.types("Ana", "/edit 1 no details")) : takesAwayByTaps();

    assertThat(answer)
        .contains("#1 is changed: the private details.", "What somebody has read stays read")
        .doesNotContain("Door");
    assertThat(card()).doesNotContain("private details");
    assertThat(text(circle.does("Ana", new Command.ShowDetails(1), TestCircle.PLACE)))
        .doesNotContain("Door");
    assertThat(text(circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE)))
        .doesNotContain("Door");
    assertThat(circle.paper.to("ben")).hasSize(before + 1);
    assertThat(last("ben"))
        .isEqualTo(
            "Ana has taken the private details of #1 away."
                + " If you have read them, please keep them to yourself.");
    assertThat(labels(lastMessage("ben"))).containsExactly("I can't after all");
    assertThat(sealed()).isZero();
    assertThat(text(circle.types("Ana", "/edit 1 no details"))).contains("just that already");
  }

  private String takesAwayByTaps() {
    Message change = message(circle.types("Ana", "/edit 1"));
    Message question = message(circle.presses("Ana", change, "Private details"));
    Message preview = message(circle.presses("Ana", question, "Take the details away"));
    assertThat(preview.text().plain())
        .contains("Your private details go when you save. What somebody has read stays read.");
    assertThat(sealed()).isOne();
    return text(circle.presses("Ana", preview, "Save changes"));
  }

  private int sealed() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from detail").mapTo(int.class).one());
  }

  @Test
  void details_that_stay_and_details_that_were_never_there_are_not_taken_away() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    Message change = message(circle.types("Ana", "/edit 1"));
    Message question = message(circle.presses("Ana", change, "Private details"));
    Message gone = message(circle.presses("Ana", question, "Take the details away"));
    question = message(circle.presses("Ana", gone, "Private details"));
    Message stay = message(circle.presses("Ana", question, "Leave them as they are"));
    assertThat(stay.text().plain()).contains("Your private details stay as they are.");
    circle.restart();
    circle.presses("Ana", gone, "Save changes");
    assertThat(sealed()).isOne();

    circle.types("Ana", "/needhelp Milk");
    change = message(circle.types("Ana", "/edit 2"));
    question = message(circle.presses("Ana", change, "Private details"));
    assertThat(labels(question)).doesNotContain("Take the details away");
    circle.isManagedBy("Stu");
    assertThat(text(circle.types("Ben", "/edit 1 no details"))).contains("Only whoever asked #1");
    assertThat(sealed()).isOne();
  }

  @Test
  void a_new_time_and_no_details_are_both_said_to_the_helper() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 1");
    circle.does("Ben", new Command.ShowDetails(1), TestCircle.PLACE);
    circle.settle();
    circle.paper.away(true);
    circle.types("Ana", "/edit 1 no details");
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    List<String> said = circle.paper.to("ben").stream().map(one -> one.text().plain()).toList();
    assertThat(said.subList(said.size() - 2, said.size()))
        .anyMatch(one -> one.contains("Does that still work for you?"))
        .anyMatch(one -> one.contains("has taken the private details of #1 away"));
  }

  @Test
  void a_form_opens_with_what_is_known_and_only_for_whoever_the_preview_is_of() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ana", "/edit 1 Saturday 10-12, near Elm Square, 2 people");
    Message change = message(circle.types("Ana", "/edit 1"));
    long id = ((Command.PostDraft) button(change, "Save changes")).draftId();

    assertThat(known("Ana", id, DraftField.WHAT)).isEqualTo("Bread");
    assertThat(known("Ana", id, DraftField.WHEN)).isEqualTo("Sat 24 Jan, 10:00–12:00");
    assertThat(known("Ana", id, DraftField.WHERE)).isEqualTo("Elm Square");
    assertThat(known("Ana", id, DraftField.HELPERS)).isEqualTo("2");
    assertThat(known("Ana", id, DraftField.DETAILS)).isEqualTo("Door 7");
    for (DraftField field : DraftField.values()) {
      assertThat(known("Ben", id, field)).isEmpty();
      assertThat(known("Zoe", id, field)).isEmpty();
      assertThat(known("Ana", 99, field)).isEmpty();
    }
    for (DraftField field : List.of(DraftField.WHAT, DraftField.WHEN, DraftField.WHERE)) {
      String same = known("Ana", id, field);
      change =
          message(circle.does("Ana", new Command.TypeDraft(id, field, same), TestCircle.PLACE));
    }
    assertThat(text(circle.presses("Ana", change, "Save changes"))).contains("just that already");
  }

  @Test
  void what_is_emptied_in_a_form_is_taken_away_when_it_is_saved() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
    circle.types("Ana", "/edit 1 near Elm Square");
    Message change = message(circle.types("Ana", "/edit 1"));
    long id = ((Command.PostDraft) button(change, "Save changes")).draftId();

    circle.does("Ana", new Command.TypeDraft(id, DraftField.WHERE, ""), TestCircle.PLACE);
    change =
        message(
            circle.does(
                "Ana", new Command.TypeDraft(id, DraftField.DETAILS, ""), TestCircle.PLACE));
    assertThat(known("Ana", id, DraftField.DETAILS)).isEmpty();

    assertThat(text(circle.presses("Ana", change, "Save changes")))
        .contains("the place and the private details");
    assertThat(card()).doesNotContain("Elm Square", "private details");
  }

  private String known(String who, long draft, DraftField field) {
    var actor = circle.delivery(who, new Command.Mine(), TestCircle.PLACE, true).actor();
    return circle.core.desk().known(actor, draft, field).orElse("");
  }

  @Test
  void fewer_people_than_have_promised_are_refused_with_a_clear_sentence() {
    circle.types("Ana", "/needhelp Carry a sofa, 3 people");
    circle.types("Ben", "/claim 1");
    circle.types("Chi", "/claim 1");

    assertThat(text(circle.types("Ana", "/edit 1 1 person")))
        .contains("2 people have promised to help with #1 already");
    assertThat(card()).contains("1 more person is wanted");

    circle.types("Ana", "/edit 1 2 people");
    assertThat(card()).contains("Ben and Chi will help").doesNotContain("wanted");
  }

  @Test
  void the_end_of_the_new_time_is_what_counts() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.to(SATURDAY_NOON);
    assertThat(last("ana")).doesNotContain("has passed");

    circle.forward(Duration.ofDays(1));

    assertThat(last("ana")).contains("The time for #1 has passed");
  }

  @Test
  void the_helper_is_reminded_before_the_new_time_and_not_before_the_old_one() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/edit 1 Sunday 10-12");
    circle.settle();
    int before = circle.paper.to("ben").size();

    circle.to(SATURDAY_NOON.minus(Duration.ofHours(2)));
    assertThat(circle.paper.to("ben")).hasSize(before);

    circle.to(SATURDAY_NOON.plus(Duration.ofHours(9)));
    assertThat(circle.paper.to("ben")).hasSize(before + 1);
    assertThat(last("ben")).contains("#1", "10:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Same time tomorrow | When: Sun 25 Jan, 10:00–12:00
          In a week          | When: Sat 31 Jan, 10:00–12:00
          Any time           | When: any time
          """)
  void when_nobody_came_one_tap_moves_the_time(String label, String when) {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(SATURDAY_NOON);

    circle.pressesPrivately("Ana", lastMessage("ana"), label);
    assertThat(card()).contains(when, "Ana is looking for 1 person");

    circle.forward(FollowUp.NOBODY.plusSeconds(1));
    assertThat(card()).doesNotContain("over");
  }

  @Test
  void every_field_is_corrected_by_taps_or_in_words_before_it_is_posted() {
    Message preview = message(circle.does("Ana", options("Bread", "Door 7"), TestCircle.PLACE));
    Message kinds = message(circle.presses("Ana", preview, "Kind"));
    assertThat(labels(kinds)).contains("Meals", "Back").doesNotContain("Never mind");
    preview = message(circle.presses("Ana", kinds, "Meals"));
    preview =
        message(circle.presses("Ana", message(circle.presses("Ana", preview, "People")), "3"));
    Message part =
        message(circle.presses("Ana", message(circle.presses("Ana", preview, "Time")), "Tomorrow"));
    preview = message(circle.presses("Ana", part, "evening"));
    Message words = message(circle.presses("Ana", preview, "Words"));
    assertThat(words.text().plain()).contains("Write it to me in our private chat");
    preview = message(circle.writes("Ana", "Soup for two"));
    preview =
        message(
            circle.pressesPrivately(
                "Ana", message(circle.pressesPrivately("Ana", preview, "Place")), "No place"));

    assertThat(preview.text().plain())
        .contains(
            "Meals\nSoup for two\nWhen: Wed 21 Jan, evening (Berlin time)\nLooking for 3 people");
    circle.pressesPrivately("Ana", preview, "Post it");
    assertThat(card()).contains("Meals · #1", "Soup for two", "Wed 21 Jan, evening");
  }

  @Test
  void back_changes_nothing_and_never_mind_leaves_the_request_as_it_was() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Message change = message(circle.types("Ana", "/edit 1"));
    Message back =
        message(circle.presses("Ana", message(circle.presses("Ana", change, "Time")), "Back"));
    assertThat(back).isEqualTo(change);
    back =
        message(circle.presses("Ana", message(circle.presses("Ana", back, "Time")), "In a week"));
    assertThat(back.text().plain()).contains("Sat 31 Jan").contains("Nothing is changed");

    assertThat(text(circle.presses("Ana", back, "Never mind"))).contains("stays as it was");

    assertThat(card()).contains("Sat 24 Jan");
    assertThat(text(circle.presses("Ana", back, "Save changes"))).contains("too old");
  }

  @Test
  void changes_are_reached_from_the_answer_from_more_and_from_mine() {
    Message answer = message(circle.types("Ana", "/needhelp Bread"));
    String head = "This is how the request #1 would be.";
    assertThat(text(circle.presses("Ana", answer, "Change"))).startsWith(head);
    Message more = message(circle.presses("Ana", circle.card(1).message(), "More"));
    assertThat(text(circle.presses("Ana", more, "Change"))).startsWith(head);
    assertThat(text(circle.presses("Ana", message(circle.types("Ana", "/mine")), "Change #1")))
        .startsWith(head);
    Message others = message(circle.presses("Ben", circle.card(1).message(), "More"));
    assertThat(labels(others)).doesNotContain("Change");
  }

  @Test
  void only_the_asker_changes_it_and_only_until_it_ends() {
    circle.isManagedBy("Stu");
    circle.types("Ana", "/needhelp Bread");
    circle.settle(); // What ends before its card is posted has none.
    Message change = message(circle.types("Ana", "/edit 1"));

    assertThat(text(circle.types("Ben", "/edit 1 Saturday")))
        .isEqualTo("Only whoever asked #1 can change it.");
    assertThat(text(circle.does("Ben", Code.read("later:1:week"), TestCircle.PLACE)))
        .isEqualTo("Only whoever asked #1 can change it.");
    assertThat(text(circle.does("Ben", button(change, "Save changes"), TestCircle.PLACE)))
        .contains("too old");

    circle.types("Ana", "/done 1");
    assertThat(text(circle.types("Ana", "/edit 1 Saturday"))).contains("#1 is over already");
    assertThat(text(circle.presses("Ana", change, "Save changes"))).contains("#1 is over already");
    assertThat(card()).endsWith("#1: done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fix:1:kind", "write:1:what", "draft:1", "post:1", "drop:1", "fill:1:when:week"})
  void somebody_elses_preview_is_not_theirs_to_touch(String forged) {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/edit 1");

    assertThat(text(circle.does("Ben", Code.read(forged), TestCircle.PLACE)))
        .doesNotContain("Bread");
    assertThat(text(circle.writes("Ana", "hello"))).contains("don't know what to do");
    assertThat(card()).contains("Bread");
  }

  @Test
  void bad_input_is_answered_with_a_sentence_and_changes_nothing() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    String before = card();

    assertThat(text(circle.types("Ana", "/edit 99 Sunday"))).isEqualTo("There is no #99 here.");
    assertThat(text(circle.types("Ana", "/edit soon"))).isEqualTo("Which one?");
    assertThat(text(circle.types("Ana", "/edit 1 " + "x".repeat(10_000)))).contains("300");
    assertThat(text(circle.types("Ana", "/edit 1 near " + "x".repeat(10_000)))).contains("100");
    assertThat(text(circle.types("Ana", "/edit 1 50 people"))).contains("1 to 20 people");
    assertThat(text(circle.types("Ana", "/edit 1 0 people"))).contains("1 to 20 people");
    assertThat(text(circle.types("Ana", "/edit 1 Saturday 10-12"))).contains("just that already");
    assertThat(text(circle.types("Ana", "/edit 1 yesterday"))).startsWith("That is over already");
    for (DraftField field : DraftField.values()) {
      long id = 0;
      for (String typed : List.of("", "x".repeat(10_000), "yesterday")) {
        Message change = message(circle.types("Ana", "/edit 1"));
        id = ((Command.PostDraft) button(change, "Save changes")).draftId();
        assertThat(
                text(circle.does("Ana", new Command.TypeDraft(id, field, typed), TestCircle.PLACE)))
            .isNotEmpty();
      }
      circle.does("Ana", new Command.DropDraft(id), TestCircle.PLACE);
    }
    assertThat(card()).isEqualTo(before);
  }

  @Test
  void a_preview_left_half_done_is_in_the_way_of_nothing_and_forgotten_after_a_day() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/edit 1");

    circle.types("Ana", "/needhelp Milk");
    circle.types("Ben", "/claim 1");
    assertThat(text(circle.types("Ana", "/done 1"))).contains("#1 is done");
    circle.forward(Duration.ofDays(2));
    circle.core.desk().upkeep().tidy();

    boolean kept = circle.core.database().read(tables -> tables.drafts().find(1).isPresent());
    assertThat(kept).isFalse();
  }

  @Test
  void the_same_twice_within_minutes_is_asked_about_and_both_stand_until_they_say_so() {
    circle.types("Ana", "/needhelp Bread, tomorrow 18:00");
    Message second = message(circle.types("Ana", "/needhelp bread, tomorrow 18:00"));
    assertThat(second.text().plain())
        .contains("You asked the same a moment ago as #1. Is it one request?");
    assertThat(circle.card(2).message().text().plain()).contains("looking for 1");

    assertThat(text(circle.presses("Ana", second, "No, two"))).contains("both stand");
    assertThat(circle.card(2).message().text().plain()).contains("looking for 1");
    circle.presses("Ana", second, "Yes, one");

    assertThat(circle.card(2).message().text().plain()).endsWith("#2: taken back");
    assertThat(card()).contains("looking for 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bread, tomorrow 19:00", "Bread, tomorrow 18:00, 2 people", "Milk"})
  void what_differs_is_another_request(String other) {
    circle.types("Ana", "/needhelp Bread, tomorrow 18:00");

    assertThat(text(circle.types("Ana", "/needhelp " + other))).doesNotContain("a moment ago");
  }

  @Test
  void after_ten_minutes_or_from_somebody_else_the_same_is_another_request() {
    circle.types("Ana", "/needhelp Bread");
    assertThat(text(circle.types("Ben", "/needhelp Bread"))).doesNotContain("a moment ago");
    circle.forward(Twins.WITHIN.plusSeconds(1));
    assertThat(text(circle.types("Ana", "/needhelp Bread"))).doesNotContain("a moment ago");
  }

  /** What an account was told, after so many messages. */
  private List<String> plain(String account, int after) {
    circle.settle();
    return circle.paper.to(account).stream()
        .skip(after)
        .map(message -> message.text().plain())
        .toList();
  }

  private Instant next() {
    return circle
        .core
        .database()
        .read(tables -> tables.due().at(DueTable.What.RING, 1).orElseThrow());
  }

  private static Command options(String what, String details) {
    return new Command.NeedHelp(new Ask.Options(what, null, null, "Elm Square", 1, details, false));
  }

  private static Command button(Message message, String label) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow()
        .command();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }

  private Message lastMessage(String account) {
    circle.settle();
    return circle.paper.to(account).getLast();
  }

  private String last(String account) {
    circle.settle();
    List<Message> told = circle.paper.to(account);
    return told.isEmpty() ? "" : told.getLast().text().plain();
  }
}
