package org.kith.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "I can do part" in the browser room: below More, and typed. */
class PartStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void ask() {
    room = Room.in(data);
    room.types("Ana", "/needhelp two bags").allSee("Groceries · #1", "[I'll help]");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void the_button_acts_at_once_and_the_rest_stays_open() {
    room.presses("Ben", "More").isAnswered("Groceries · #1", "[I can do part]");
    room.presses("Ben", "I can do part").isAnswered("You do a part of it", "[I can't after all]");

    room.allSee("Ana is looking for 1 person", "Ben will do part", "[I'll help]");
    room.isTold("Ana", "Ben can do part of #1. The rest stays open.", "[Somebody else]");
  }

  @Test
  void typed_it_says_which_and_whoever_helps_reads_it() {
    room.types("Ben", "/claim 1 part the milk").isAnswered("Your part: the milk");
    room.types("Chi", "/claim 1").isAnswered("Ben will do part: the milk");

    room.allSee("Chi will help", "Ben will do part: the milk");
    room.types("Ben", "/done 1").isAnswered("Your part of #1 is done");
    room.isTold("Ana", "their part of #1 is done: the milk");
    room.allSee("Chi will help");
  }
}
