package org.kith.browser;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the browser room somebody asks for somebody else, who is asked first. */
class OnBehalfStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void meet() {
    room = Room.in(data);
    room.types("Ana", "/circle set zone Europe/Berlin");
    room.types("Chi", "/board");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void after_a_yes_it_is_posted_without_a_name_until_the_person_shows_it() {
    room.types("Ana", "/needhelp two bags, for Chi").isAnswered("for Chi, who is asked first");
    room.presses("Ana", "Ask Chi first").isAnswered("If there is no yes by");
    room.isTold("Chi", "Ana would like to ask", "two bags", "[Yes]", "[Not now]");

    room.presses("Chi", "Yes").isAnswered("posted as #1", "without your name");
    room.allSee("Groceries · #1", "Ana is asking for somebody");
    room.isTold("Ana", "Chi said yes, so #1 is posted");
    room.presses("Chi", "Show my name on the card");

    room.allSee("Groceries · #1", "Ana is asking for Chi");
  }

  @Test
  void without_a_yes_it_ends() {
    room.types("Ana", "/needhelp two bags, for Chi");
    room.presses("Ana", "Ask Chi first");
    room.isTold("Chi", "Ana would like to ask");

    room.goesOn(Duration.ofDays(1));

    room.isTold("Ana", "there was no yes in time");
    room.groupHas(0, "Groceries · #1");
  }

  @Test
  void somebody_outside_has_no_name() {
    room.types("Ana", "/needhelp two bags, for a neighbour").isAnswered("gives no name");
    room.presses("Ana", "Post it");

    room.allSee("Groceries · #1", "Ana is asking for somebody");
  }
}
