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

/** On Telegram people are kept safe in their private chats with the bot. */
class SafetyStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramUser ana;
  private TelegramUser ben;
  private TelegramUser chi;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    ana = all.ana;
    ben = all.ben;
    chi = all.chi;
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    ana.startsBot();
    ben.startsBot();
    chi.startsBot();
    chi.writesEphemerally(group, "/needhelp Two bags");
    all.card(group, 1);
    ana.writesEphemerally(group, "/board");
    ben.writesEphemerally(group, "/board");
    all.circle.settle();
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_steward_bars_somebody_whose_press_ends_as_if_details_opened_after_a_yes() {
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(chi, "Ben will help with #1");

    ana.writesPrivately("/circle bar Ben");

    all.letter(ana, "Ben can't help, ask for anything");
    all.letter(chi, "Ben can't help with #1 after all");
    all.cardSays(group, 1, "looking for 1 person");
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(ben, "You're helping with #1");
    assertThat(all.card(group, 1).text()).contains("looking for 1 person");
    ben.writesPrivately("/needhelp Eggs");
    all.letter(ben, "I can't post that in this circle just now");
    ana.writesPrivately("/circle unbar Ben");
    all.letter(ana, "Ben is not barred any more");
  }

  @Test
  void somebody_is_blocked_by_name_and_it_is_taken_away_where_everybody_read_it() {
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(chi, "Ben will help with #1");

    chi.writes(group, "/block Ben");

    SeenMessage blocked = all.letter(chi, "Ben can't reach you through me any more");
    assertThat(blocked.text()).contains("may still read the group", "I delete your message");
    assertThat(all.telegram.requests("deleteMessage")).isNotEmpty();
    all.cardSays(group, 1, "looking for 1 person");
    chi.presses(blocked, "Unblock Ben").answer();
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");
  }

  @Test
  void a_report_says_first_who_reads_it_and_goes_to_the_stewards_alone() {
    chi.writesPrivately("/report Ben He shouted at me");
    SeenMessage preview = all.letter(chi, "Nothing is sent yet");
    assertThat(preview.text())
        .contains("who look after Maple Street this would be read by Ana, and");

    chi.presses(preview, "Send it").answer();

    SeenMessage report = all.letter(ana, "Chi reports Ben:");
    assertThat(report.text()).contains("He shouted at me");
    ana.presses(report, "I'll talk with them").answer();
    all.letter(chi, "Ana, who looks after the circle, has read your report");
    ana.presses(report, "Bar Ben").answer();
    all.letter(ana, "Ben can't help, ask for anything");
    ana.presses(report, "Close as handled").answer();
    ana.writesPrivately("/circle report");
    assertThat(all.letter(ana, "Ana closed it").text()).doesNotContain("shouted", "Chi");
    assertThat(ben.inbox()).noneMatch(one -> one.text().contains("report"));
  }
}
