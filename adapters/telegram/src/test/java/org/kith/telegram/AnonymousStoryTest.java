package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** On Telegram somebody asks without their name, where nobody sees them type. */
class AnonymousStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.chi.writesEphemerally(group, "/board");
    all.ben.startsBot();
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_command_that_only_its_sender_sees_can_be_anonymous() {
    all.chi.startsBot();
    all.chi.writesEphemerally(group, "/needhelp bread, anonymous");
    SeenMessage preview = shown("Nothing is posted yet");
    assertThat(preview.text()).contains("The group may have seen that you were typing");

    all.chi.presses(preview, "Post now").answer();

    all.cardSays(group, 1, "Somebody is looking for 1 person");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "For somebody: Ben will help");
    assertThat(all.letter(all.ben, "You're helping with #1").text()).contains("without a name");
    nobodyElseReadsChi();
  }

  @Test
  void in_the_private_chat_it_can_wait_a_while_over_a_restart() throws InterruptedException {
    all.chi.startsBot();
    all.chi.writesPrivately("/needhelp bread, anonymous");
    SeenMessage preview = all.letter(all.chi, "Nothing is posted yet");
    assertThat(preview.text()).doesNotContain("typing");
    all.chi.writesPrivately("in a while");
    all.letter(all.chi, "It goes out by itself");
    all.restart();

    all.passes(Duration.ofMinutes(30));

    all.cardSays(group, 1, "Somebody is looking for 1 person");
    all.letter(all.chi, "It's posted in Maple Street");
    nobodyElseReadsChi();
  }

  @Test
  void typed_where_everybody_reads_it_it_is_not_posted_but_taken_away_and_said_privately() {
    group.promotesBot(all.ana);
    all.chi.startsBot();
    all.chi.writes(group, "/needhelp bread, anonymous");

    SeenMessage said = shown("can't be anonymous");
    assertThat(said.text()).contains("somebody may have seen it");
    all.telegram.await(
        "the message to be taken away", () -> !all.telegram.requests("deleteMessage").isEmpty());
    all.circle.settle();
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("bread"));
    nobodyElseReadsChi();
  }

  @Test
  void who_can_not_be_written_to_finds_the_way_into_the_private_chat() {
    all.chi.writes(group, "/needhelp bread, anonymous");

    all.telegram.await(
        "a link into the private chat",
        () -> group.botMessages().stream().anyMatch(one -> one.text().contains("only for you")));
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("anonymous"));
  }

  @Test
  void what_would_tell_whose_it_is_is_not_done_where_everybody_reads_it() {
    all.chi.startsBot();
    all.chi.writesPrivately("/needhelp bread, anonymous");
    all.chi.presses(all.letter(all.chi, "Nothing is posted yet"), "Post now").answer();
    all.cardSays(group, 1, "Somebody is looking");

    all.chi.writes(group, "/cancel 1");

    shown("So I did nothing");
    all.circle.settle();
    assertThat(all.card(group, 1).text()).contains("Somebody is looking");
    nobodyElseReadsChi();
  }

  private SeenMessage shown(String words) {
    return all.telegram.awaitFound(
        "what Chi reads: " + words,
        () ->
            Stream.concat(all.chi.inbox().stream(), all.chi.seesAlone(group).stream())
                .filter(one -> one.text().contains(words))
                .findFirst());
  }

  private void nobodyElseReadsChi() {
    all.circle.settle();
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("Chi"));
    assertThat(all.ben.inbox()).noneMatch(one -> one.text().contains("Chi"));
    assertThat(all.ana.inbox()).noneMatch(one -> one.text().contains("Chi"));
  }
}
