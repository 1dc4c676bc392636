package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramUser;

/** On Telegram what was asked is corrected and changed by taps and by plain words. */
class ChangingStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramUser ana;
  private TelegramUser ben;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    ana = all.ana;
    ben = all.ben;
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    ana.startsBot();
    ben.startsBot();
    ana.writesEphemerally(group, "/circle set zone Europe/Berlin");
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_preview_is_corrected_in_the_private_chat_and_then_posted() {
    ana.writesPrivately("/needhelp");
    press(ana, all.letter(ana, "What kind of help"), "Groceries");
    press(ana, all.letter(ana, "What do you need?"), "Just “Groceries”");
    press(ana, all.letter(ana, "When do you need it?"), "any time");
    press(ana, all.letter(ana, "Roughly where?"), "No place");
    press(ana, all.letter(ana, "How many people"), "1");
    press(ana, all.letter(ana, "door code"), "No private details");
    press(ana, all.letter(ana, "Nothing is posted yet"), "Words");
    all.letter(ana, "Type one line");
    ana.writesPrivately("Two bags");
    all.letter(ana, "Two bags");
    press(ana, all.letter(ana, "Nothing is posted yet"), "People");
    press(ana, all.letter(ana, "How many people"), "3");
    press(ana, all.letter(ana, "Looking for 3 people"), "Post it");

    all.cardSays(group, 1, "Two bags");
    all.cardSays(group, 1, "Ana is looking for 3 people");
  }

  @Test
  void a_helper_is_asked_again_when_the_time_changes_and_can_free_the_place() {
    ana.writesEphemerally(group, "/needhelp Bread, Saturday 10-12");
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");

    ana.writesPrivately("/edit 1 Sunday 10-12");

    all.letter(ana, "#1 is changed: the time.");
    all.cardSays(group, 1, "Sun 25 Jan, 10:00–12:00");
    all.cardSays(group, 1, "Ben will help");
    SeenMessage asked = all.letter(ben, "Does that still work for you?");
    assertThat(asked.labels()).containsExactly("Yes", "I can't after all");
    press(ben, asked, "I can't after all");
    all.cardSays(group, 1, "Ana is looking for 1 person");
    assertThat(all.card(group, 1).labels()).contains("I'll help");
  }

  @Test
  void private_details_are_taken_away_and_the_helper_hears_of_it() {
    ana.writesPrivately("/needhelp");
    press(ana, all.letter(ana, "What kind of help"), "Groceries");
    press(ana, all.letter(ana, "What do you need?"), "Just “Groceries”");
    press(ana, all.letter(ana, "When do you need it?"), "any time");
    press(ana, all.letter(ana, "Roughly where?"), "No place");
    press(ana, all.letter(ana, "How many people"), "1");
    all.letter(ana, "door code");
    ana.writesPrivately("Door 4711");
    press(ana, all.letter(ana, "Nothing is posted yet"), "Post it");
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");

    ana.writesPrivately("/edit 1 no details");

    all.letter(ana, "What somebody has read stays read");
    assertThat(all.letter(ben, "has taken the private details of #1 away").text())
        .doesNotContain("4711");
  }

  @Test
  void typed_in_the_group_it_is_answered_to_the_asker_alone() {
    ana.writesEphemerally(group, "/needhelp Bread");
    all.card(group, 1);

    ana.writesEphemerally(group, "/edit #1 2 people, near Elm Square");
    all.cardSays(group, 1, "Ana is looking for 2 people");
    all.cardSays(group, 1, "Near: Elm Square");
    ben.writesEphemerally(group, "/edit 1 Milk");
    all.letter(ben, "Only whoever asked #1 can change it.");

    assertThat(all.card(group, 1).text()).contains("Bread");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("is changed"));
  }

  private static void press(TelegramUser user, SeenMessage message, String label) {
    user.presses(message, label).answer();
  }
}
