package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramUser;

/** On Telegram a steward confirms newcomers, and a hard hour is answered privately. */
class OpenStoryTest {
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
    ana.writesEphemerally(group, "/circle set openness support");
    ben.writesEphemerally(group, "/board");
    all.circle.settle();
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void whoever_is_not_confirmed_asks_and_a_steward_confirms_them() {
    chi.writesEphemerally(group, "/needhelp somebody to talk to");
    all.card(group, 1);
    ben.presses(all.card(group, 1), "I'll help").answer();
    ben.writesPrivately("/circle trust me");
    all.letter(ben, "I ask the stewards privately");
    ana.presses(all.letter(ana, "asks to be confirmed: Ben"), "Confirm Ben").answer();
    all.letter(ben, "has confirmed you");
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(chi, "will help with #1");
  }

  @Test
  void what_is_done_in_person_is_not_posted_in_a_support_circle() {
    chi.writesEphemerally(group, "/board");
    all.circle.settle();
    chi.writesPrivately("/needhelp two bags of shopping");
    all.letter(chi, "that is not asked for through me");
    all.circle.settle();
    assertThat(group.messages().stream().filter(m -> m.text().contains("#1"))).isEmpty();
  }

  @Test
  void people_to_call_are_named_privately_and_to_nobody_else() {
    chi.writes(group, "/crisis");
    all.letter(chi, "0800 1110111");
    assertThat(group.messages()).noneMatch(m -> m.text().contains("0800 1110111"));
  }

  @Test
  void a_kind_of_the_circles_own_is_asked_for_by_taps() {
    ana.writesEphemerally(group, "/circle set kinds add Homework help, by phone");
    chi.writesEphemerally(group, "/board");
    all.circle.settle();
    chi.writesPrivately("/needhelp");
    chi.presses(all.letter(chi, "What kind of help"), "Homework help").answer();
    chi.writesPrivately("Fractions, for Tim");
    chi.presses(all.letter(chi, "When"), "any time").answer();
    chi.writesPrivately("/needhelp help with homework");

    assertThat(all.card(group, 1).text()).contains("Homework help · #1", "help with homework");
  }
}
