package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** On Telegram somebody asks for somebody else, who is asked first in the private chat. */
class OnBehalfStoryTest {
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
    all.chi.writesEphemerally(group, "/board");
    String chi = String.valueOf(all.chi.id());
    all.telegram.await(
        "Chi to be known here",
        () -> !all.circle.core.desk().housesOf(Platform.TELEGRAM, chi).isEmpty());
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void in_free_text_a_member_is_named_asked_and_after_a_yes_it_is_posted() {
    all.chi.startsBot();
    SeenMessage question = asks();
    assertThat(question.labels()).containsExactly("Yes", "Yes, and ask me from now on", "Not now");

    all.chi.presses(question, "Yes").answer();

    all.cardSays(group, 1, "Ana is asking for somebody: 1 person is wanted");
    all.letter(all.ana, "Chi said yes, so #1 is posted");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(all.ana, "Ben will help with #1");
    all.chi.writesPrivately("/mine ask me 1");
    all.letter(all.ana, "Chi wants to be asked about it");
  }

  @Test
  void a_no_is_silence_and_nothing_is_posted() {
    all.chi.startsBot();
    asks();
    all.chi.writesPrivately("/mine not now");
    all.letter(all.chi, "no reason needed");

    all.passes(Duration.ofDays(1));

    all.letter(all.ana, "there was no yes in time");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("#1"));
  }

  @Test
  void who_never_wrote_to_the_bot_is_not_asked_and_it_can_go_without_a_name() {
    all.ana.writesPrivately("/needhelp soup, for Chi");
    SeenMessage preview = all.letter(all.ana, "for Chi, who is asked first");
    all.ana.presses(preview, "Ask Chi first").answer();
    SeenMessage refused = all.letter(all.ana, "I can't write to Chi privately");

    all.ana.presses(refused, "For whom").answer();
    SeenMessage question = all.letter(all.ana, "For whom is it?");
    all.ana.presses(question, "Somebody outside the circle").answer();
    SeenMessage outside = all.letter(all.ana, "the card gives no name");
    all.ana.presses(outside, "Post it").answer();

    all.cardSays(group, 1, "Ana is asking for somebody");
  }

  private SeenMessage asks() {
    all.ana.writesPrivately("/needhelp soup, for Chi");
    SeenMessage preview = all.letter(all.ana, "for Chi, who is asked first");
    all.ana.presses(preview, "Ask Chi first").answer();
    return all.letter(all.chi, "Ana would like to ask Maple Street for help for you");
  }
}
