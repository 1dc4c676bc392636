package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "The life of a request" and "Monday morning", in the browser room. */
class HelpingStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void ask() {
    room = Room.in(data);
    room.types("Ana", "/needhelp two bags from the market").allSee("Groceries · #1", "[I'll help]");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_claim_by_button_changes_the_card_and_both_are_told() {
    room.presses("Ben", "I'll help")
        .isAnswered("You're helping with #1", "write to Ana", "[Done]", "[I can't after all]");

    room.allSee("Groceries · #1", "Ben will help", "[More]");
    room.isTold("Ana", "Ben will help with #1", "[Somebody else]");
    room.groupHas(1, "#1").groupHas(0, "[I'll help]");
  }

  @Test
  void a_claim_by_reaction_is_the_same_and_taking_it_back_frees_the_place() {
    room.reacts("Ben", "#1").allSee("Groceries · #1", "Ben will help");
    room.isTold("Ben", "You're helping with #1").isTold("Ana", "Ben will help with #1");

    room.takesBack("Ben", "#1").allSee("Groceries · #1", "[I'll help]");
    room.isTold("Ana", "Ben can't help with #1 after all");
  }

  @Test
  void a_claim_and_a_release_are_typed_in_plain_words() {
    room.types("Chi", "/claim 1").isAnswered("You're helping with #1");
    room.allSee("Chi will help");

    room.types("Chi", "/cancel #1").isAnswered("no reason needed");
    room.allSee("Groceries · #1", "[I'll help]");
  }

  @Test
  void nobody_claims_their_own_request_and_who_comes_late_is_told_kindly() {
    room.types("Ana", "/claim 1").isAnswered("your own request");
    room.presses("Ben", "I'll help").allSee("Ben will help");

    room.types("Chi", "/claim 1").isAnswered("a moment faster");
    room.groupHas(0, "Chi");
  }

  @Test
  void the_asker_frees_a_place_without_a_reason() {
    room.presses("Ben", "I'll help").presses("Ana", "Somebody else").isAnswered("free again");

    room.allSee("Groceries · #1", "[I'll help]").isTold("Ben", "Ana has found another way for #1");
  }

  @Test
  void done_leaves_one_line_without_names() {
    room.presses("Ben", "I'll help").presses("Ben", "Done").isAnswered("#1 is done. Thank you!");

    room.allSee("Groceries · #1: done").isTold("Ana", "Ben says that #1 is done");
    room.groupHas(0, "Ben");
  }

  @Test
  void the_asker_takes_it_back() {
    room.presses("Ana", "Take it back").isAnswered("#1 is taken back");

    room.allSee("Groceries · #1: taken back");
  }

  @Test
  void a_card_that_somebody_deleted_rests_until_the_asker_wants_it_again() {
    room.deletes("Ana", "#1").isTold("Ana", "Somebody deleted the card of #1");
    room.groupHas(0, "#1");

    room.presses("Ana", "Post it again").allSee("Groceries · #1", "[I'll help]").groupHas(1, "#1");
  }

  @Test
  void on_monday_the_digest_says_what_is_open_and_what_was_done() {
    room.types("Dee", "/needhelp a lift to the station").allSee("Rides · #2");
    room.presses("Ben", "More").isAnswered("Rides · #2");
    room.types("Ben", "/claim 1").presses("Ben", "Done").allSee("Groceries · #1: done");

    room.goesTo("monday");

    room.allSee("This week", "Still open", "Rides · #2", "One act of care", "[I need something]");
    room.groupHas(1, "This week");
    assertThat(room.now()).isEqualTo(Room.FRIDAY_TEN.plusDays(3).minusHours(1));
  }

  @Test
  void everything_is_still_there_after_a_restart_and_nothing_twice() {
    room.presses("Ben", "I'll help").isTold("Ana", "Ben will help with #1");
    room.goesOn(Duration.ofHours(2)).restarts();

    assertThat(room.now()).isEqualTo(Room.FRIDAY_TEN.plusHours(2));
    room.groupHas(1, "Groceries · #1", "Ben will help").groupHas(1, "I'm Kith");
    room.types("Ben", "/mine").isAnswered("You promised", "#1");
    room.types("Ben", "/done 1").allSee("Groceries · #1: done");
  }

  @Test
  void the_room_goes_by_its_own_clock() {
    room.goesOn(Duration.ofHours(1));
    assertThat(room.now()).isEqualTo(Room.FRIDAY_TEN.plusHours(1));

    room.goesTo("tomorrow");
    assertThat(room.now()).isEqualTo(Room.FRIDAY_TEN.plusDays(1).minusHours(1));
  }
}
