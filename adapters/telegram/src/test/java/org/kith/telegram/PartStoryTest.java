package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.TelegramGroup;

/** "I can do part" on Telegram: below More, and typed. */
class PartStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void ask() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(group, "/needhelp two bags");
    all.card(group, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void the_button_acts_at_once_and_the_rest_stays_open() {
    all.ben.presses(all.card(group, 1), "More").answer();
    all.ben.presses(all.letter(all.ben, "Groceries · #1"), "I can do part").answer();

    all.cardSays(group, 1, "Ben will do part");
    all.cardSays(group, 1, "Ana is looking for 1 person");
    all.letter(all.ana, "Ben can do part of #1. The rest stays open.");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "For Ana: Ben will help");
    assertThat(all.card(group, 1).text()).doesNotContain("part");
  }

  @Test
  void typed_it_says_which_and_is_taken_back_like_a_claim() {
    all.ben.writesEphemerally(group, "/claim 1 part the <b>milk</b>");

    all.cardSays(group, 1, "Ben will do part: the <b>milk</b>");
    all.letter(all.ana, "Ben can do part of #1: the <b>milk</b>. The rest stays open.");
    all.ben.writesPrivately("/cancel 1");
    all.letter(all.ana, "Ben can't do a part of #1 after all");
    all.telegram.await(
        "the card to say no more of a part", () -> !all.card(group, 1).text().contains("part"));
  }
}
