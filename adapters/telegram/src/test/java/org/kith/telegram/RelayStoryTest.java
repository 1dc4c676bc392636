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

/** On Telegram asker and helper write to each other in their private chats with the bot. */
class RelayStoryTest {
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
    ana.writesEphemerally(group, "/needhelp Two bags");
    all.card(group, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_question_is_asked_and_answered_in_private() {
    ben.presses(all.card(group, 1), "Ask a question").answer();
    all.letter(ben, "Write to me in our private chat what Ana is to read about #1");
    ben.writesPrivately("How heavy are <b>they</b>, @everybody?");
    all.letter(ben, "Your question goes to Ana now");

    SeenMessage asked = all.letter(ana, "Ben has a question about #1 (Two bags):");
    assertThat(asked.text()).contains("How heavy are <b>they</b>").doesNotContain("@every");
    assertThat(asked.labels()).containsExactly("Answer", "Share my name", "Stop", "Block");
    ben.writesPrivately("/write 1 Hello?");
    all.letter(ben, "Your question about #1 is with Ana");
    ana.presses(asked, "Answer").answer();
    all.letter(ana, "what Ben is to read");
    ana.writesPrivately("Ten kilos");

    all.letter(ben, "Ten kilos");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("kilos"));
  }

  @Test
  void whoever_never_pressed_start_reads_how_in_the_group_and_asks_in_the_private_chat() {
    TelegramUser chi = all.chi;

    chi.presses(all.card(group, 1), "Ask a question").answer();
    all.telegram.await(
        "the prompt, for Chi alone",
        () ->
            chi.seesAlone(group).stream()
                .anyMatch(one -> one.text().contains("Or type /write 1 and your words")));
    chi.startsBot("toasker-1");
    all.letter(chi, "what Ana is to read about #1");
    chi.writesPrivately("Is it far?");

    all.letter(ana, "Chi has a question about #1");
  }

  @Test
  void a_reply_to_what_was_passed_on_is_its_answer() {
    ben.presses(all.card(group, 1), "I'll help").answer();
    ben.writesPrivately("/write 1 On my way");
    SeenMessage came = all.letter(ana, "On my way");

    ana.repliesTo(came, "See you");
    SeenMessage answered = all.letter(ben, "See you");
    assertThat(answered.text()).contains("Ana writes about #1:");
    ben.repliesTo(answered, "Soon");
    all.letter(ana, "Soon");
  }

  @Test
  void photos_are_refused_kindly_where_words_are_awaited_and_nowhere_else() {
    int before = ben.inbox().size();
    ben.sendsPhotoPrivately(PhotoStoryTest.PHOTO, "");
    ben.presses(all.card(group, 1), "Ask a question").answer();
    all.letter(ben, "what Ana is to read about #1");
    assertThat(ben.inbox()).hasSize(before + 1);

    ben.sendsPhotoPrivately(PhotoStoryTest.PHOTO, "");
    all.letter(ben, "I pass on no photos in this circle");
    ben.writesPrivately("How heavy?");
    all.letter(ana, "How heavy?");
  }

  @Test
  void typed_where_everybody_reads_it_is_taken_away_and_the_writer_is_told() {
    ben.writes(group, "/write 1 Between us");

    all.letter(ben, "you typed it where everybody in the group could read it");
    all.letter(ana, "Between us");
    assertThat(all.telegram.requests("deleteMessage")).isNotEmpty();
  }

  @Test
  void a_name_is_shared_with_the_handle_where_there_is_one() {
    ana.foundAs("ana_of_maple");
    ben.presses(all.card(group, 1), "I'll help").answer();
    ben.writesPrivately("/write 1 On my way");
    ana.presses(all.letter(ana, "On my way"), "Share my name").answer();
    SeenMessage what = all.letter(ana, "could write to you without me");
    assertThat(what.text()).contains("Ana, on Telegram: t.me/ana_of_maple");

    ana.presses(what, "Share it").answer();

    SeenMessage shared = all.letter(ben, "Ana lets you know how to find them");
    assertThat(shared.text()).contains("t.me/ana_of_maple");
    ben.presses(shared, "Share my name").answer();
    all.letter(ben, "There is no handle of yours");
  }

  @Test
  void whom_the_bot_can_not_write_to_is_said_to_the_writer() {
    ana.blocksBot();

    ben.writesEphemerally(group, "/board");
    ben.writesPrivately("/write 1 Hello?");

    all.letter(ben, "What you wrote to Ana about #1 could not be passed on");
  }
}
