package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "A newcomer's first two minutes" and "Asking", in the browser room. */
class AskingStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void open() {
    room = Room.in(data);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_newcomer_finds_the_door_and_is_asked_nothing_before_asking() {
    room.allSee("I'm Kith", "[I need something]", "[What's needed]");

    room.presses("Ben", "What's needed").isAnswered("Nothing is needed right now");
    room.presses("Dee", "I need something").isAnswered("What kind of help do you need?");
    room.types("Ana", "/circle show").isAnswered("a guess; is it right?", "Nothing is missing");
  }

  @Test
  void the_door_is_posted_once_however_often_the_bot_comes_back() {
    room.allSee("I'm Kith").restarts().restarts().groupHas(1, "I'm Kith");
  }

  @Test
  void a_request_typed_in_one_go_is_posted_at_once_and_the_asker_sees_what_was_understood() {
    room.types("Ana", "/needhelp two bags from the market, near Maple Street")
        .isAnswered("It's posted in Maple Street", "Groceries · #1", "[Take it back]");

    room.allSee(
        "Groceries · #1",
        "two bags from the market",
        "Near: Maple Street",
        "Ana is looking for 1 person",
        "[I'll help]",
        "[More]");
    room.doesNotSee("Ben", "/needhelp");
  }

  @Test
  void before_the_first_dated_request_the_zone_is_confirmed_by_one_tap() {
    room.types("Ana", "/needhelp two bags from the market, Saturday 10-12, 2 people")
        .isAnswered("Nothing is posted yet", "It's 10:00", "[Post it]", "[Another time zone]");
    room.groupHas(0, "#1");

    room.presses("Ana", "Post it")
        .allSee("Groceries · #1", "Sat 23 Jan", "10:00–12:00", "2 people");

    room.types("Ben", "/needhelp a lift to the station, tomorrow 6pm")
        .isAnswered("It's posted")
        .allSee("Rides · #2", "18:00");
  }

  @Test
  void a_whole_request_is_made_by_buttons_without_typing() {
    room.types("Dee", "/needhelp").isAnswered("What kind of help do you need?");

    room.presses("Dee", "Meals").isAnswered("When do you need it?");
    room.presses("Dee", "Tomorrow").isAnswered("At what time of the day?");
    room.presses("Dee", "evening").isAnswered("How many people do you need?");
    room.presses("Dee", "2").isAnswered("Nothing is posted yet", "Meals", "evening");
    room.groupHas(0, "#1");
    room.presses("Dee", "Post it").allSee("Meals · #1", "evening", "2 people");
  }

  @Test
  void a_dialogue_thrown_away_posts_nothing() {
    room.types("Dee", "/needhelp").presses("Dee", "Meals").presses("Dee", "Never mind");

    room.isAnswered("nothing is posted").groupHas(0, "#1");
  }

  @Test
  void private_details_end_in_a_preview_and_are_shown_to_the_helper_alone() {
    askWithDetails();
    room.isAnswered("Nothing is posted yet", "private details are sealed").groupHas(0, "#1");
    room.presses("Ana", "Post it").allSee("Groceries · #1", "There are private details");

    room.presses("Ben", "I'll help").isAnswered("You're helping with #1", "[Show details]");
    room.presses("Ben", "Show details").isAnswered("Door code 4711");

    room.isTold("Ana", "Ben will help with #1");
    room.doesNotSee("Chi", "4711").doesNotSee("Dee", "4711").groupHas(0, "4711");
  }

  @Test
  void private_details_stand_in_no_file_of_the_bot() {
    askWithDetails();
    room.presses("Ana", "Post it").presses("Ben", "I'll help").presses("Ben", "Show details");
    room.isAnswered("Door code 4711");
    room.restarts();

    assertThat(files()).doesNotContain("4711");
  }

  @Test
  void what_neighbours_say_to_each_other_is_never_the_bots_business() {
    room.types("Chi", "my aunt Philomena visits on Sunday").isNotAnswered();
    room.allSee("my aunt Philomena visits");
    room.restarts();

    assertThat(files()).doesNotContain("Philomena");
    room.doesNotSee("Ben", "Philomena");
  }

  private void askWithDetails() {
    room.types("Ana", "/board").isAnswered("Nothing is needed");
    room.writesToKith("Ana", "/needhelp").isAnswered("What kind of help");
    room.presses("Ana", "Groceries").isAnswered("What do you need?");
    room.writesToKith("Ana", "Two bags from the market").isAnswered("When do you need it?");
    room.presses("Ana", "any time").isAnswered("Roughly where?");
    room.writesToKith("Ana", "Maple Street").isAnswered("How many people");
    room.presses("Ana", "1").isAnswered("only your helper should know");
    room.writesToKith("Ana", "Door code 4711, ring twice");
  }

  /** All that is on disk, as far as it is text. */
  private String files() {
    try (var all = Files.walk(data)) {
      StringBuilder text = new StringBuilder();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_kind_of_the_circles_own_is_chosen_by_its_button() {
    room.types("Ana", "/circle set kinds add Bike repair, outside");
    room.isAnswered("Bike repair is a kind of care here now");
    room.types("Ben", "/needhelp").presses("Ben", "Bike repair").presses("Ben", "any time");
    room.presses("Ben", "1").presses("Ben", "Post it");

    room.allSee("Bike repair · #1", "Ben is looking for 1 person", "[I'll help]");
  }
}
