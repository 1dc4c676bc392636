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
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/**
 * What nobody came for is put in other words, and given more time, by whoever looks after the
 * circle. It is Tuesday, 12:00 in Berlin; Stu manages the group.
 */
class EntrustedTest {
  private static final Instant TUESDAY_21 = Instant.parse("2026-01-20T20:00:00Z");
  private static final Instant SATURDAY_NOON = Instant.parse("2026-01-24T11:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    for (String name : List.of("Ana", "Ben", "Chi")) {
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
  void what_was_handed_to_a_steward_they_put_in_other_words_and_the_asker_can_put_it_back() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    handOver();
    assertThat(labels(lastMessage("stu")))
        .containsExactly("I look after it", "I'll help", "I can't", "Reword", "Give it more time");

    Message preview = message(circle.pressesPrivately("Stu", lastMessage("stu"), "Reword"));
    assertThat(preview.text().plain())
        .contains("Nothing is changed before you save it", "Whoever asked is told what you change");
    circle.pressesPrivately("Stu", preview, "Words");
    preview = message(circle.writes("Stu", "Two loaves of rye from the corner"));
    Reply saved = circle.pressesPrivately("Stu", preview, "Save changes");

    assertThat(text(saved))
        .contains("#1 is changed: the words.", "Whoever asked is told, without your name")
        .doesNotContain("helps", "Ana");
    assertThat(card()).contains("Two loaves of rye", "Ana is looking for 1 person");
    assertThat(last("ana"))
        .contains("somebody who looks after this circle has changed something about it: the words")
        .contains("Two loaves of rye", "You had put it like this", "Bread")
        .doesNotContain("Stu");
    assertThat(labels(lastMessage("ana"))).containsExactly("Change", "As it was");

    assertThat(text(circle.pressesPrivately("Ana", lastMessage("ana"), "As it was")))
        .contains("#1 is changed: the words.");
    assertThat(card()).contains("Bread").doesNotContain("rye");
    assertThat(text(circle.writes("Ana", "/edit 1 as it was"))).contains("just that already");
  }

  @Test
  void more_time_is_one_tap_and_all_are_asked_anew() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    handOver();

    Reply question = circle.pressesPrivately("Stu", lastMessage("stu"), "Give it more time");
    assertThat(text(question))
        .isEqualTo("How long is #1 to stand? It says: Sat 24 Jan, 10:00–12:00 (Berlin time).");
    circle.pressesPrivately("Stu", message(question), "In a week");

    assertThat(card()).contains("Sat 31 Jan, 10:00–12:00", "Ana is looking for 1 person");
    assertThat(last("ana")).contains("changed something about it: the time", "Sat 31 Jan");
    circle.types("Chi", "/standby 1");
    circle.forward(Duration.ofDays(2));
    assertThat(last("chi")).contains("nobody has come yet for #1: Bread. Could you?");
    circle.to(SATURDAY_NOON.plusSeconds(1));
    assertThat(last("ana")).doesNotContain("has passed");
  }

  @Test
  void what_a_steward_looks_after_they_can_change_and_it_stays_looked_after() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    Reply taken = circle.types("Stu", "/circle take 1");
    assertThat(labels(message(taken)))
        .containsExactly("Done", "Back on the board", "Reword", "Give it more time");

    circle.types("Stu", "/edit 1 Sunday 10-12, near Elm Square, 2 people");

    assertThat(card()).contains("being looked after", "Sun 25 Jan, 10:00–12:00", "Elm Square");
    assertThat(last("ana")).contains("the time, the place, and the number of people");
  }

  @Test
  void before_it_is_handed_to_them_it_is_the_askers_alone_and_they_read_what_they_can_do() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    String before = card();

    assertThat(text(circle.types("Stu", "/edit 1 Milk")))
        .isEqualTo(
            "Only whoever asked #1 can change it, as long as people are being asked. If nobody"
                + " comes, I hand it to those who look after this circle; then you can, too. Or"
                + " take it on now, with /circle take 1.");
    assertThat(text(circle.does("Stu", Code.read("later:1:week"), TestCircle.PLACE)))
        .contains("/circle take 1");
    assertThat(text(circle.does("Stu", Code.read("moretime:1"), TestCircle.PLACE)))
        .contains("/circle take 1");
    handOver();
    for (String forged : List.of("edit:1", "moretime:1", "asitwas:1", "later:1:week")) {
      assertThat(text(circle.does("Ben", Code.read(forged), TestCircle.PLACE)))
          .isEqualTo("Only whoever asked #1 can change it.");
    }
    assertThat(card()).isEqualTo(before);
  }

  @Test
  void once_somebody_has_come_it_is_in_nobodys_hands_but_the_askers() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    handOver();
    Message preview = message(circle.pressesPrivately("Stu", lastMessage("stu"), "Reword"));
    circle.types("Ben", "/claim 1");

    assertThat(text(circle.pressesPrivately("Stu", preview, "Save changes")))
        .startsWith("Only whoever asked #1 can change it");
    circle.types("Ana", "/done 1");
    assertThat(text(circle.types("Stu", "/edit 1 Milk"))).contains("#1 is over already");
  }

  @Test
  void the_details_are_neither_shown_to_a_steward_nor_theirs_to_change() {
    askPrivately("Bread", "Door 4711");
    circle.settle();
    circle.types("Stu", "/circle take 1");

    Message preview = message(circle.writes("Stu", "/edit 1"));

    assertThat(labels(preview)).contains("Words", "Time").doesNotContain("Private details");
    assertThat(preview.text().plain()).doesNotContain("details", "4711");
    long draft = ((Command.PostDraft) preview.buttons().getFirst().command()).draftId();
    for (Command forged :
        List.of(
            new Command.CorrectDraft(draft, DraftField.DETAILS),
            new Command.TypeDraft(draft, DraftField.DETAILS, "Door 5"))) {
      assertThat(text(circle.doesPrivately("Stu", forged))).contains("This is how the request");
    }
    var stu = circle.delivery("Stu", new Command.Mine(), TestCircle.PLACE, true).actor();
    assertThat(circle.core.desk().known(stu, draft, DraftField.DETAILS)).isEmpty();
    assertThat(text(circle.writes("Stu", "/edit 1 no details")))
        .isEqualTo("Only whoever asked #1 can change its private details.");
    circle.writes("Stu", "/edit 1 Rye bread");
    assertThat(text(circle.does("Ana", new Command.ShowDetails(1), TestCircle.PLACE)))
        .contains("Door 4711");
    assertThat(circle.paper.to("stu")).noneMatch(one -> one.text().plain().contains("4711"));
  }

  @Test
  void who_asks_without_a_name_is_told_and_the_steward_learns_none() {
    Message preview = message(circle.writes("Ana", "/needhelp Bread, anonymous"));
    circle.pressesPrivately("Ana", preview, "Post now");
    circle.settle();
    String taken = text(circle.types("Stu", "/circle take 1"));

    String opened = text(circle.types("Stu", "/edit 1"));
    String saved = text(circle.types("Stu", "/edit 1 Rye bread"));
    circle.settle();

    assertThat(List.of(taken, opened, saved, card())).noneMatch(said -> said.contains("Ana"));
    assertThat(circle.paper.to("stu")).noneMatch(one -> one.text().plain().contains("Ana"));
    assertThat(last("ana")).contains("changed something about it: the words", "Rye bread");
  }

  @Test
  void helpers_are_told_of_it_without_a_name_and_asked_about_a_new_time() {
    circle.types("Ana", "/needhelp Carry a sofa, Saturday 10-12, 2 people");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.settle();
    handOver();

    assertThat(text(circle.writes("Stu", "/edit 1 Carry a small sofa")))
        .contains("Whoever helps is told, too.");
    assertThat(last("ben"))
        .startsWith("Somebody who looks after this circle has changed #1.")
        .contains("Carry a small sofa");
    assertThat(text(circle.writes("Stu", "/edit 1 Sunday 10-12"))).contains("the time");
    assertThat(last("ben")).contains("The time of #1 is now Sun 25 Jan", "still work for you?");
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void a_go_between_is_told_in_the_persons_place_and_the_person_sees_what_stands_there() {
    Message preview = message(circle.writes("Ana", "/needhelp Bread, for Chi"));
    circle.pressesPrivately("Ana", preview, "Ask Chi first");
    circle.doesPrivately("Chi", new Command.ForYou(1, Consenting.YES));
    circle.settle();
    circle.types("Stu", "/circle take 1");

    circle.types("Stu", "/edit 1 Rye bread");

    assertThat(last("ana")).contains("changed something about it: the words", "Rye bread");
    assertThat(last("chi"))
        .startsWith("Somebody who looks after this circle has changed #1, which is for you")
        .contains("Rye bread");
    assertThat(last("chi")).doesNotContain("Ana has changed");
  }

  @Test
  void several_changes_before_the_asker_can_be_told_are_one_message_beside_their_own_words() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Stu", "/circle take 1");
    circle.settle();
    int before = circle.paper.to("ana").size();
    circle.paper.away(true);
    circle.types("Stu", "/edit 1 Rye bread");
    circle.types("Stu", "/edit 1 near Elm Square");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(circle.paper.to("ana")).hasSize(before + 1);
    assertThat(last("ana")).contains("the words and the place", "Rye bread\nWhen", "Bread\nWhen");
  }

  @Test
  void an_asker_who_can_not_be_written_to_finds_a_line_below_the_card() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Stu", "/circle take 1");
    circle.settle();
    circle.paper.closes("ana", true);

    circle.types("Stu", "/edit 1 Rye bread");
    circle.settle();

    assertThat(circle.paper.in(TestCircle.PLACE).getLast().message().text().plain())
        .contains("Ana, there is news of #1");
  }

  @Test
  void what_the_asker_changes_after_that_is_theirs_and_there_is_nothing_to_put_back() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Stu", "/circle take 1");
    circle.types("Stu", "/edit 1 Rye bread");
    circle.settle();
    Message told = lastMessage("ana");
    circle.writes("Ana", "/edit 1 Two loaves of rye");

    assertThat(text(circle.pressesPrivately("Ana", told, "As it was")))
        .contains("just that already");
    assertThat(card()).contains("Two loaves of rye");
  }

  @Test
  void an_old_time_that_is_over_by_then_is_asked_for_anew() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Stu", "/circle take 1");
    circle.types("Stu", "/edit 1 Sunday 10-12");
    circle.to(SATURDAY_NOON.plusSeconds(1));

    assertThat(text(circle.writes("Ana", "/edit 1 as it was"))).startsWith("That is over already");
    assertThat(card()).contains("Sun 25 Jan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "50 people", "anonymous", "Bread"})
  void bad_input_of_a_steward_is_answered_with_a_sentence_and_changes_nothing(String typed) {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Stu", "/circle take 1");
    circle.settle();
    int before = circle.paper.to("ana").size();
    String shown = card();

    assertThat(text(circle.types("Stu", "/edit 1 " + typed))).isNotEmpty();

    assertThat(card()).isEqualTo(shown);
    assertThat(circle.paper.to("ana")).hasSize(before);
  }

  @Test
  void three_days_after_the_end_the_old_words_are_forgotten() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Stu", "/circle take 1");
    circle.types("Stu", "/edit 1 Rye bread");
    circle.settle();
    circle.types("Ana", "/done 1");
    assertThat(kept()).isEqualTo(1);

    circle.forward(Duration.ofDays(3).plusSeconds(1));

    assertThat(kept()).isZero();
  }

  /** Nobody comes, until those who look after the circle are asked. */
  private void handOver() {
    circle.to(TUESDAY_21);
    circle.forward(Duration.ofHours(12));
    circle.forward(Duration.ofHours(12));
    assertThat(circle.paper.to("stu"))
        .anyMatch(one -> one.text().plain().contains("Nobody has come for #1 yet"));
  }

  private void askPrivately(String what, String details) {
    Command ask =
        new Command.NeedHelp(new Ask.Options(what, null, null, null, null, details, false));
    Message preview = message(circle.does("Ana", ask, TestCircle.PLACE));
    circle.presses("Ana", preview, "Post it");
  }

  private int kept() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from reworded").mapTo(int.class).one());
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }

  private String last(String who) {
    return lastMessage(who).text().plain();
  }

  private Message lastMessage(String who) {
    circle.settle();
    return circle.paper.to(who).getLast();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }
}
