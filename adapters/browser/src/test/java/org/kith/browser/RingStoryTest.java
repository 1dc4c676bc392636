package org.kith.browser;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the browser room when nobody comes; a day passes between two rings. */
class RingStoryTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void ask() {
    room = Room.in(data);
    room.types("Ana", "/circle set zone Europe/Berlin");
    room.types("Ana", "/needhelp two bags, in 5 days").isAnswered("I ask a little wider");
    room.allSee("Groceries · #1");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whoever_stands_by_is_asked_and_a_yes_is_a_claim() {
    room.presses("Ben", "If nobody else can").isAnswered("If nobody else can help with #1");

    room.goesOn(A_DAY).isTold("Ben", "nobody has come yet for #1", "[I'll help]", "[I can't]");
    room.types("Ben", "/claim 1");

    room.allSee("Groceries · #1", "Ben will help");
  }

  @Test
  void whoever_said_that_they_may_be_asked_is_asked_and_may_say_no() {
    room.types("Ben", "/settings set ask yes").isAnswered("You can always say no");

    room.goesOn(A_DAY).isTold("Ben", "nobody has come yet (#1)", "[I can't]");

    room.presses("Ben", "I can't").isAnswered("I won't ask you about #1 again");
    room.allSee("Groceries · #1", "Ana is looking for 1 person");
  }

  @Test
  void the_card_comes_again_and_there_is_but_one() {
    room.goesOn(A_DAY).allSee("Groceries · #1", "[I'll help]");

    room.groupHas(1, "Groceries · #1", "Ana is looking for 1 person");
  }

  @Test
  void whoever_looks_after_it_puts_it_in_other_words_and_the_asker_can_put_it_back() {
    room.types("Ben", "/needhelp soup, in 5 days").allSee("#2", "soup");
    room.types("Ana", "/edit 2 Lentil soup").isAnswered("take it on now, with /circle take 2");
    room.types("Ana", "/circle take 2").isAnswered("[Reword]", "[Give it more time]");
    room.presses("Ana", "Give it more time").presses("Ana", "Any time");
    room.types("Ana", "/edit 2 Lentil soup").allSee("#2", "Lentil soup", "any time");

    room.isTold("Ben", "You had put it like this", "soup", "[As it was]");
    room.presses("Ben", "As it was").isAnswered("#2 is changed: the words and the time");
  }

  @Test
  void whoever_rests_hands_over_what_they_promised() {
    room.presses("Ben", "I'll help");
    room.allSee("Groceries · #1", "Ben will help");
    room.types("Ben", "/rest in 2 weeks").isAnswered("Rest well", "#1");
    room.presses("Ben", "Hand all of it over");

    room.isTold("Ana", "can't help with #1 after all");
    room.allSee("Groceries · #1", "Ana is looking for 1 person");
  }

  @Test
  void a_cap_and_other_times_for_reminders_are_set_and_shown() {
    room.types("Ben", "/settings set cap 2").isAnswered("With 2 promises ahead of you");
    room.types("Ben", "/settings set reminders 19:00").isAnswered("on the day before at 19:00");
    room.types("Ben", "/settings show")
        .isAnswered("With 2 promises ahead of you", "on the day before at 19:00");
  }

  @Test
  void what_should_go_quietly_is_taken_down() {
    room.types("Ana", "/cancel 1 if nobody comes").isAnswered("ask nobody else");

    room.goesOn(Duration.ofDays(5)).allSee("Groceries · #1: over");

    room.isTold("Ana", "so I have taken it down quietly");
  }

  @Test
  void what_was_said_privately_is_taken_away_when_somebody_wants_that() {
    room.types("Ben", "/settings set ask yes").isAnswered("You can always say no");
    room.goesOn(A_DAY).isTold("Ben", "nobody has come yet (#1)");

    room.types("Ben", "/settings clear").isAnswered("I empty our private chat");
    room.goesOn(A_MOMENT).isTold("Ben", "I have deleted all that I said to you");
    room.doesNotSee("Ben", "nobody has come yet (#1)");

    room.types("Ben", "/settings forget yes").isAnswered("I empty our private chats");
    room.goesOn(A_MOMENT).isTold("Ben", "You are forgotten", "my last word to you");
  }
}
