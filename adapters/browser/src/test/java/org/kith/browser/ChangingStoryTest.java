package org.kith.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the browser room what was asked is corrected and changed by taps and by plain words. */
class ChangingStoryTest {
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
  void a_preview_is_corrected_and_then_posted() {
    room.types("Ana", "/needhelp Bread, Saturday 10-12").isAnswered("Nothing is posted yet");
    room.presses("Ana", "Kind").presses("Ana", "Meals").isAnswered("Meals", "Bread");
    room.presses("Ana", "Words").isAnswered("Write it to me in our private chat");
    room.writesToKith("Ana", "Soup").isAnswered("Meals", "Soup", "[Post it]");

    room.presses("Ana", "Post it").allSee("Meals · #1", "Soup", "10:00–12:00");
  }

  @Test
  void a_helper_is_asked_again_when_the_time_changes_and_can_free_the_place() {
    room.types("Ana", "/circle set zone Europe/Berlin");
    room.types("Ana", "/needhelp Bread, Saturday 10-12").allSee("#1", "[I'll help]");
    room.presses("Ben", "I'll help").allSee("#1", "Ben will help");

    room.presses("Ana", "Change").isAnswered("This is how the request #1 would be", "[Time]");
    room.presses("Ana", "Time").presses("Ana", "In a week").presses("Ana", "Save changes");
    room.isAnswered("#1 is changed: the time.", "Sat 30 Jan, 10:00–12:00");

    room.allSee("#1", "Sat 30 Jan, 10:00–12:00", "Ben will help");
    room.isTold("Ben", "Does that still work for you?", "[Yes]", "[I can't after all]");
    room.presses("Ben", "I can't after all").allSee("#1", "Sat 30 Jan", "[I'll help]");
  }

  @Test
  void private_details_are_taken_away() {
    room.types("Ana", "/needhelp Bread").allSee("#1", "Bread");
    room.presses("Ana", "Change").presses("Ana", "Private details");
    room.writesToKith("Ana", "Door 4711").presses("Ana", "Save changes");
    room.allSee("#1", "There are private details");
    room.types("Ana", "/edit 1").presses("Ana", "Private details");
    room.presses("Ana", "Take the details away").isAnswered("Your private details go");
    room.presses("Ana", "Save changes").isAnswered("What somebody has read stays read");

    room.types("Ana", "/needhelp Milk, anonymous").isAnswered("Nothing is posted yet");
    room.types("Ana", "/mine in a while").isAnswered("It goes out by itself");
  }

  @Test
  void what_is_typed_changes_what_it_speaks_of_and_only_the_askers_own() {
    room.types("Ana", "/needhelp Bread").allSee("#1", "Bread");
    room.types("Ana", "/edit 1 2 people").isAnswered("#1 is changed: the number of people.");
    room.types("Ben", "/edit 1 Milk").isAnswered("Only whoever asked #1 can change it.");
    room.types("Ana", "/edit 7 Milk").isAnswered("There is no #7 here.");

    room.allSee("#1", "Bread", "Ana is looking for 2 people");
  }
}
