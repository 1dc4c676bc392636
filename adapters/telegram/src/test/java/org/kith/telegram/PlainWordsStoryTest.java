package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** Whoever knows no command, and would rather talk than type, in the private chat on Telegram. */
class PlainWordsStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void ask() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ben.startsBot();
    all.ben.writesEphemerally(group, "/board"); // Now Ben is known to be in this circle.
    all.ana.writesEphemerally(group, "/needhelp bread");
    all.card(group, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void yes_and_a_number_promises_and_cant_and_a_number_takes_it_back() {
    all.ben.writesPrivately("yes 1");
    all.cardSays(group, 1, "Ben will help");

    all.ben.writesPrivately("can't 1");
    all.cardSays(group, 1, "Ana is looking for 1 person");
  }

  @Test
  void a_voice_note_is_answered_with_a_way_that_needs_no_typing() {
    all.ben.sendsVoicePrivately(new byte[] {1, 2, 3}, 4);

    SeenMessage answer = all.letter(all.ben, "can't listen to voice notes");
    all.ben.presses(answer, "I need something").answer();

    assertThat(all.letter(all.ben, "What kind").labels()).contains("Groceries");
    assertThat(all.telegram.requests("getFile")).isEmpty();
  }
}
