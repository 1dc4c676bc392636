package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Post;

/** On Discord somebody asks without their name: by the option, and by the form. */
class AnonymousStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move_in() {
    street = Street.in(folder);
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void nothing_that_anybody_else_sees_tells_who_asked() {
    Answer preview =
        street
            .ana
            .types(street.help, "needhelp", Map.of("what", "Bread", "anonymous", true))
            .answer();
    assertThat(preview.ephemeral()).isTrue();
    assertThat(preview.text())
        .contains("Nothing is posted yet", "people may well guess", "database");
    Answer posted = street.ana.presses(preview, "Post now").answer();
    assertThat(posted.ephemeral()).isTrue();

    assertThat(street.card(1).text()).contains("Somebody is looking for 1 person");
    Answer thanks = street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(thanks.text()).contains("without a name").doesNotContain("Ana");
    assertThat(street.card(1).text()).contains("For somebody: Ben will help");
    street.ana.types(street.help, "done", Map.of("number", 1)).answer();
    Post told = street.ben.privateChat().awaitMessage("Somebody says that #1 is done");

    assertThat(told.text()).doesNotContain("Ana");
    street.circle.settle();
    assertThat(street.help.messages()).noneMatch(post -> post.text().contains("Ana"));
  }

  @Test
  void with_the_option_alone_the_form_opens_and_its_request_waits_a_while() {
    var opened = street.ana.types(street.help, "needhelp", Map.of("anonymous", true));
    assertThat(opened.answer().form().title()).contains("without your name");
    Answer preview = opened.submit(Map.of("what", "Soup for two")).answer();

    Answer waiting = street.ana.presses(preview, "In a while").answer();
    assertThat(waiting.text()).contains("It goes out by itself, by").contains("at the latest");
    street.circle.settle();
    assertThat(street.cards()).isEmpty();
    street.restart();
    street.circle.forward(Duration.ofMinutes(30));

    assertThat(street.card(1).text()).contains("Soup for two", "Somebody is looking");
    assertThat(street.ana.privateChat().awaitMessage("It's posted").text()).contains("#1");
  }

  @Test
  void what_the_buttons_below_a_preview_do_can_be_typed() {
    Map<String, ?> bread = Map.of("what", "Bread", "anonymous", true);
    street.ana.types(street.help, "needhelp", bread).answer();
    assertThat(
            street.ana.types(street.help, "mine", Map.of("answer", "in a while")).answer().text())
        .contains("It goes out by itself, by");
    street.circle.settle();
    assertThat(street.cards()).isEmpty();

    street.ana.types(street.help, "mine", Map.of("answer", "post it")).answer();

    assertThat(street.card(1).text()).contains("Bread", "Somebody is looking");
  }

  @Test
  void in_the_form_without_the_option_the_name_is_taken_off_by_a_tap() {
    Answer preview =
        street.ana.types(street.help, "needhelp").submit(Map.of("what", "Soup")).answer();

    preview = street.ana.presses(preview, "Without my name").answer();
    assertThat(preview.labels()).contains("Post now", "In a while", "With my name");
    street.ana.presses(preview, "Post now").answer();

    assertThat(street.card(1).text()).contains("Somebody is looking");
    assertThat(List.of(street.card(1).text())).noneMatch(text -> text.contains("Ana"));
  }
}
