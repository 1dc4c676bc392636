package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Account;
import org.kith.circle.Platform;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** What somebody on Telegram can do about what is kept of them. */
class PrivacyStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void ask() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(group, "/needhelp bread");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(all.ana, "Ben will help with #1");
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void who_is_forgotten_promises_nothing_any_more_and_finds_one_last_word_in_their_private_chat() {
    all.ben.writesPrivately("/settings forget");
    SeenMessage question = all.letter(all.ben, "Shall I forget you");
    assertThat(question.text()).contains("can't be undone");

    all.ben.presses(question, "Forget me").answer();

    all.letter(all.ben, "empty our private chats");
    all.passes(Duration.ofSeconds(5));
    assertThat(all.letter(all.ben, "I have deleted what I said here").text())
        .startsWith("You are forgotten")
        .contains("the platform itself keeps");
    assertThat(all.ben.inbox()).hasSize(1);
    all.letter(all.ana, "can't help with #1 after all");
    all.cardSays(group, 1, "Ana is looking for 1 person");
    Optional<Account> known =
        all.circle
            .core
            .database()
            .read(tables -> tables.people().find(Platform.TELEGRAM, String.valueOf(all.ben.id())));
    assertThat(known).isEmpty();
  }

  @Test
  void a_file_with_all_that_is_kept_comes_by_private_message() {
    all.ben.writesEphemerally(group, "/settings export");

    SeenMessage letter = all.letter(all.ben, "Here is all that I keep of you");

    assertThat(letter.file()).isEqualTo("kith-export.json");
    assertThat(new String(letter.fileContent(), StandardCharsets.UTF_8))
        .contains("\"format\": \"kith-export\"", "\"name\": \"Ben\"")
        .doesNotContain("Ana");
  }

  @Test
  void the_private_chat_is_emptied_of_what_kith_said() {
    assertThat(all.ana.inbox()).anyMatch(one -> one.text().contains("Ben will help with #1"));
    all.ana.writesPrivately("/mine");
    all.letter(all.ana, "bread");

    all.ana.writesPrivately("/settings clear");
    all.letter(all.ana, "I empty our private chat");
    all.telegram.failsNext(1, "deleteMessage", Failure.tooManyRequests(17));
    all.passes(Duration.ofSeconds(5));
    all.passes(Duration.ofSeconds(20));

    all.letter(all.ana, "I have deleted what I said here");
    assertThat(all.ana.inbox()).hasSize(1);
  }

  @Test
  void what_somebody_promised_who_leaves_the_group_is_open_again() {
    group.leaves(all.ben);

    all.cardSays(group, 1, "Ana is looking for 1 person");
    all.letter(all.ana, "can't help with #1 after all");
  }
}
