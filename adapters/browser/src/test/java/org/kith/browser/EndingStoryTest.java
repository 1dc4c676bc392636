package org.kith.browser;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a request ends, in the browser room: it begins on Friday, and is needed on Saturday. */
class EndingStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void ask() {
    room = Room.in(data);
    room.types("Ana", "/circle set zone Europe/Berlin");
    room.types("Ana", "/needhelp two bags, tomorrow 10-12").allSee("Groceries · #1");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void both_sides_are_asked_and_what_is_still_needed_is_on_the_board_again() {
    room.presses("Ben", "I'll help").goesOn(Duration.ofHours(26));
    room.isTold("Ben", "Did #1 happen: two bags?", "that's all right", "[It happened]");
    room.isTold("Ana", "Did you get what you needed with #1", "[Yes, I did]");

    room.presses("Ana", "Still needed").isAnswered("#1 is on the board again");

    room.allSee("Groceries · #1", "Ana is looking for 1 person", "[I'll help]");
    room.isTold("Ben", "Ana still needs #1", "No harm done", "[Help with #1]");
  }

  @Test
  void still_needed_can_be_typed() {
    room.presses("Ben", "I'll help").goesOn(Duration.ofHours(26));
    room.isTold("Ana", "Did you get what you needed with #1");

    room.types("Ana", "/again 1").isAnswered("#1 is on the board again");

    room.allSee("Groceries · #1", "Ana is looking for 1 person");
  }

  @Test
  void silence_from_both_closes_it_after_three_days() {
    room.presses("Ben", "I'll help").goesOn(Duration.ofHours(26));
    room.isTold("Ana", "Did you get what you needed with #1");

    room.goesOn(Duration.ofDays(3)).allSee("Groceries · #1: over");
  }

  @Test
  void the_asker_to_whom_nobody_came_is_asked_and_then_told() {
    room.goesOn(Duration.ofHours(26));
    room.isTold("Ana", "The time for #1 has passed", "I'm sorry", "[Still needed]");

    room.goesOn(Duration.ofDays(1)).allSee("Groceries · #1: over");

    room.isTold("Ana", "Nobody was free this time", "[Still needed]");
  }

  @Test
  void after_done_the_same_is_asked_for_next_week_once() {
    room.types("Ana", "/done 1").presses("Ana", "Same again next week").isAnswered("#2");
    room.presses("Ana", "Same again next week").isAnswered("#2");

    room.allSee("Groceries · #2", "Sat 30 Jan, 10:00–12:00", "[I'll help]");
    room.groupHas(0, "#3");
    room.types("Ana", "/again 1 next week").isAnswered("#2");
  }

  @Test
  void thanks_are_said_as_the_asker_wants_and_the_digest_carries_public_ones() {
    room.presses("Ben", "I'll help").types("Ana", "/done 1").presses("Ana", "Say thanks");
    room.isAnswered("[Only to Ben]", "[In the group]", "[Without my name]");
    room.types("Ana", "/thanks 1 What a day!").presses("Ana", "In the group");

    room.allSee("Ana says thank you to Ben for #1: “What a day!”").goesTo("monday");
    room.allSee("This week", "Thank you", "“What a day!”");
  }

  @Test
  void a_heart_of_the_asker_on_the_card_is_thanks_and_nobody_elses_is() {
    room.presses("Ben", "I'll help").types("Ana", "/done 1").hearts("Chi", "#1");
    room.doesNotSee("Ben", "says thank you");

    room.hearts("Ana", "#1").isTold("Ben", "Ana says thank you for #1");
  }

  @Test
  void thanks_without_a_name_say_neither_who_nor_for_what() {
    room.presses("Ben", "I'll help").types("Ana", "/done 1");
    room.types("Ana", "/thanks 1 anonymous: You saved my day");

    room.isTold("Ben", "Somebody whom you helped says thank you: “You saved my day”");
    room.groupHas(0, "You saved my day");
  }

  @Test
  void the_care_card_is_shown_to_the_helper_at_hand_and_to_nobody_else() {
    room.writesToKith("Ana", "/settings card").isAnswered("nothing on it yet", "[Write it]");
    room.presses("Ana", "Write it").isAnswered("What should every helper of yours know?");
    room.writesToKith("Ana", "No peanuts").isAnswered("It is sealed");

    room.presses("Ben", "I'll help").presses("Ben", "Show details").isAnswered("No peanuts");

    room.doesNotSee("Chi", "No peanuts").groupHas(0, "No peanuts");
    room.types("Ana", "/settings card").presses("Ana", "Clear").isAnswered("is empty");
    room.presses("Ben", "Show details").doesNotSee("Chi", "No peanuts");
  }
}
