package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Choice;
import org.kith.testkit.discord.Post;

/** On Discord asker and helper write to each other by forms, and read it in private messages. */
class RelayStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move() {
    street = Street.in(folder);
    street.asks(street.ana, "Two bags");
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void a_question_is_a_form_on_the_card_and_so_is_its_answer() {
    Answer sent =
        street
            .ben
            .presses(street.card(1), "Ask a question")
            .submit(Map.of("words", "How **heavy**, @everyone <@1>?"))
            .answer();
    assertThat(sent.ephemeral()).isTrue();
    assertThat(sent.text()).contains("Your question goes to Ana now, with your name.");

    Post asked = street.ana.privateChat().awaitMessage("Ben has a question about #1");
    assertThat(asked.text()).contains("How \\*\\*heavy\\*\\*").doesNotContain(street.ben.id());
    assertThat(asked.labels()).containsExactly("Answer", "Share my name", "Stop", "Block");
    street.ana.presses(asked, "Answer").submit(Map.of("words", "Ten kilos")).answer();

    Post answered = street.ben.privateChat().awaitMessage("Ten kilos");
    assertThat(answered.text()).contains("Ana writes about #1:").doesNotContain(street.ana.id());
    assertThat(street.help.messages()).noneMatch(post -> post.text().contains("kilos"));
  }

  @Test
  void it_is_typed_too_and_the_number_is_completed() {
    street.asks(street.chi, "Soup");
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.settle();
    assertThat(street.ben.completes(street.help, "write", "number", ""))
        .extracting(Choice::value)
        .contains("1", "2");

    writes(1, "On my way");
    Post came = street.ana.privateChat().awaitMessage("On my way");
    assertThat(came.text()).contains("Ben writes about #1:");
    Answer prompt = street.ben.types(street.help, "write", Map.of("number", 1)).answer();
    assertThat(prompt.text()).contains("You can write to Ana about #1").contains("host");
    street.ben.presses(prompt, "Write it").submit(Map.of("words", "Nearly there")).answer();

    street.ana.privateChat().awaitMessage("Nearly there");
  }

  @Test
  void a_name_is_shared_with_the_name_on_discord() {
    street.ben.presses(street.card(1), "I'll help").answer();
    writes(1, "Hello");
    Post came = street.ana.privateChat().awaitMessage("Hello");

    Answer what = street.ana.presses(came, "Share my name").answer();
    assertThat(what.text()).contains("Ana, on Discord: ana");
    street.ana.presses(what, "Share it").answer();

    assertThat(street.ben.privateChat().awaitMessage("how to find them").text())
        .contains("Ana, on Discord: ana");
  }

  @Test
  void whoever_is_blocked_is_answered_like_everybody_and_reaches_nobody() {
    writes(1, "How heavy?");
    Post came = street.ana.privateChat().awaitMessage("How heavy?");
    Answer blocked = street.ana.presses(came, "Block").answer();
    assertThat(blocked.text()).contains("I don't tell them");

    Answer thanks = street.ben.presses(street.card(1), "I'll help").answer();

    assertThat(thanks.text()).contains("You're helping with #1");
    assertThat(street.card(1).text()).contains("looking for 1");
    Answer settings = street.ana.types(street.help, "settings show").answer();
    assertThat(settings.text()).contains("You have blocked: Ben");
    street.ana.types(street.help, "settings set", Map.of("unblock", "Ben")).answer();
    street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.card(1).text()).contains("Ben will help");
  }

  @Test
  void a_stranger_to_the_talk_and_forged_buttons_get_nowhere() {
    writes(1, "How heavy?");
    Post came = street.ana.privateChat().awaitMessage("How heavy?");
    String answer = came.button("Answer").customId();

    Answer refused =
        street
            .chi
            .pressesCustomId(street.card(1), answer)
            .submit(Map.of("words", "I am Ana"))
            .answer();
    assertThat(refused.text()).contains("isn't there any more");
    street.circle.settle();
    assertThat(street.ben.inbox()).noneMatch(post -> post.text().contains("I am Ana"));
  }

  @Test
  void whoever_takes_no_private_messages_is_said_to_the_writer() {
    street.ana.closesPrivateMessages();

    writes(1, "Hello?");

    street.ben.privateChat().awaitMessage("What you wrote to Ana about #1 could not be passed on");
  }

  private void writes(int number, String words) {
    street.ben.types(street.help, "write", Map.of("number", number, "words", words)).answer();
  }
}
