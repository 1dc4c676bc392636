package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** What a helper on Telegram is reminded of, and gets for their calendar. */
class RemindingStoryTest {
  private static final Instant FRIDAY_18 = Instant.parse("2026-01-23T17:00:00Z");
  private static final Instant SATURDAY_9 = Instant.parse("2026-01-24T08:00:00Z");

  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ana.writesEphemerally(group, "/circle set zone Europe/Berlin");
    all.ana.writesEphemerally(group, "/needhelp Bread, Saturday 10-12");
    all.cardSays(group, 1, "Sat 24 Jan, 10:00–12:00");
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_promise_comes_with_a_calendar_entry_and_is_reminded_of_twice() {
    all.ben.startsBot();
    all.ben.writesEphemerally(group, "/claim 1");
    all.cardSays(group, 1, "Ben will help");
    SeenMessage entry = all.letter(all.ben, "If you keep a calendar");
    assertThat(entry.file()).isEqualTo("request-1.ics");
    assertThat(entry.isSilent()).isTrue();
    assertThat(text(entry))
        .contains("METHOD:PUBLISH", "SUMMARY:Request 1", "DTSTART:20260124T090000Z")
        .doesNotContain("Bread");
    all.circle.settle();

    all.circle.to(FRIDAY_18);
    assertThat(letters("small reminder")).hasSize(1);
    all.circle.to(SATURDAY_9);
    assertThat(letters("nearly time")).hasSize(1);
    SeenMessage soon = letters("nearly time").getFirst();
    assertThat(soon.text()).contains("#1: Bread (Sat 24 Jan, 10:00–12:00)");

    all.ben.presses(soon, "I can't after all");
    all.cardSays(group, 1, "looking for 1 person");
    assertThat(text(all.letter(all.ben, "out of your calendar")))
        .contains("METHOD:CANCEL", "SEQUENCE:1");
  }

  @Test
  void who_never_pressed_start_gets_neither_and_nobody_hears_of_it() {
    all.ben.writesEphemerally(group, "/claim 1");
    all.cardSays(group, 1, "Ben will help");
    all.post(group, "The answer is only for you");
    all.circle.settle();
    int posted = group.botMessages().size();

    all.circle.to(FRIDAY_18);
    all.circle.to(SATURDAY_9);

    assertThat(all.ben.inbox()).isEmpty();
    assertThat(group.botMessages()).hasSize(posted);
  }

  private List<SeenMessage> letters(String words) {
    return all.ben.inbox().stream().filter(one -> one.text().contains(words)).toList();
  }

  private static String text(SeenMessage message) {
    return new String(message.fileContent(), StandardCharsets.UTF_8);
  }
}
