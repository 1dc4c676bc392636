package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.kith.testkit.telegram.TelegramGroup;

/** On Telegram an administrator names somebody who looks after the circle, too. */
class StewardsStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(group, "/circle set zone Europe/Berlin");
    all.ben.writesEphemerally(group, "/board");
    String ben = String.valueOf(all.ben.id());
    all.telegram.await(
        "Ben to be known here",
        () -> !all.circle.core.desk().housesOf(Platform.TELEGRAM, ben).isEmpty());
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_member_is_named_told_and_changes_the_circle_in_private_and_can_step_back() {
    all.ana.writesPrivately("/circle stewards add ben");
    all.letter(all.ana, "Ben is a steward of Maple Street now");
    all.letter(all.ben, "You are a steward of the circle Maple Street now");

    all.ben.writesPrivately("/circle set details yes");
    all.letter(all.ben, "Saved.");
    all.ana.writesPrivately("/circle stewards");
    assertThat(all.letter(all.ana, "Named as stewards").text())
        .contains("They manage the group, so they are stewards of Maple Street: Ana")
        .contains("Named as stewards of Maple Street: Ben");

    all.ben.writesPrivately("/circle stewards remove me");
    all.letter(all.ben, "you are not named as a steward of Maple Street any more");
    all.ben.writesPrivately("/circle set details claim");
    all.letter(all.ben, "Only whoever manages");
  }
}
