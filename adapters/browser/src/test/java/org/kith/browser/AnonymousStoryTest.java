package org.kith.browser;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the browser room somebody asks without their name. */
class AnonymousStoryTest {
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
  void what_is_anonymous_is_shown_with_what_it_can_not_hide_and_posted_without_the_name() {
    room.types("Ana", "/needhelp Bread, anonymous");
    room.isAnswered("guess", "learns who you are at the door", "read in its database");

    room.presses("Ana", "Post now").allSee("Groceries · #1", "Somebody is looking for 1 person");

    room.presses("Ben", "I'll help").allSee("#1", "For somebody: Ben will help");
    room.isAnswered("Whoever asked does so without a name");
    room.types("Ana", "/done 1").allSee("Groceries · #1: done");
    room.isTold("Ben", "Somebody says that #1 is done");
  }

  @Test
  void in_a_while_it_goes_out_by_itself_and_until_then_it_can_be_taken_back() {
    room.types("Ana", "/needhelp Bread, anonymous").presses("Ana", "In a while");
    room.isAnswered("It goes out by itself, by", "[Post now]", "[Never mind]");
    room.presses("Ana", "Never mind").goesOn(Duration.ofMinutes(30)).groupHas(0, "Bread");

    room.writesToKith("Ana", "/needhelp Milk, anonymous").writesToKith("Ana", "in a while");
    room.goesOn(Duration.ofMinutes(4)).groupHas(0, "Milk");
    room.goesOn(Duration.ofMinutes(26)).allSee("Groceries · #1", "Milk", "Somebody is looking");
    room.isTold("Ana", "It's posted in Maple Street", "[Take it back]");
  }
}
