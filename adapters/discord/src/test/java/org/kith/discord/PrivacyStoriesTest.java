package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Account;
import org.kith.circle.Platform;
import org.kith.testkit.discord.Answer;

/** What somebody on Discord can do about what is kept of them. */
class PrivacyStoriesTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void ask() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    street.ana.types(street.help, "needhelp", Map.of("what", "Bread")).answer();
    street.card(1);
    street.ben.presses(street.card(1), "I'll help").answer();
    street.ana.privateChat().awaitMessage("Ben will help with #1");
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void who_is_forgotten_promises_nothing_any_more_and_finds_one_last_word_in_their_private_chat() {
    street.ben.types(street.help, "settings export").answer();
    street.ben.privateChat().awaitMessage("Here is all that I keep of you");
    Answer question = street.ben.types(street.help, "settings forget").answer();
    assertThat(question.text()).contains("can't be undone");
    assertThat(question.ephemeral()).isTrue();

    Answer done = street.ben.presses(question, "Forget me").answer();

    assertThat(done.text()).contains("You are forgotten", "the platform itself keeps");
    street.ana.privateChat().awaitMessage("can't help with #1 after all");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person").doesNotContain("Ben");
    Optional<Account> known =
        street
            .circle
            .core
            .database()
            .read(tables -> tables.people().find(Platform.DISCORD, street.ben.id()));
    assertThat(known).isEmpty();
    street.circle.forward(Duration.ofSeconds(5));
    street.ben.privateChat().awaitMessage("I have deleted all that I said here");
    assertThat(street.ben.inbox()).hasSize(1);
  }

  @Test
  void a_file_with_all_that_is_kept_comes_by_private_message() {
    assertThat(street.ben.types(street.help, "settings export").answer().text())
        .contains("by private message");

    street.ben.privateChat().awaitMessage("Here is all that I keep of you");
    assertThat(street.ben.inbox().stream().flatMap(post -> post.files().stream()))
        .filteredOn(file -> file.name().equals("kith-export.json"))
        .singleElement()
        .extracting(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .asString()
        .contains("\"format\": \"kith-export\"", "\"name\": \"Ben\"")
        .doesNotContain("Ana");
  }

  @Test
  void the_private_chat_is_emptied() {
    assertThat(street.ana.inbox()).isNotEmpty();

    street.ana.types(street.help, "settings clear").answer();
    street.circle.forward(Duration.ofSeconds(5));

    street.ana.privateChat().awaitMessage("I have deleted all that I said here");
    assertThat(street.ana.inbox()).hasSize(1);
  }
}
