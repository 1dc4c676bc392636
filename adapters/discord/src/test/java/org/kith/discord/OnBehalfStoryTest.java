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

/** On Discord somebody asks for somebody else, who is asked first. */
class OnBehalfStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void meet() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    street.chi.types(street.help, "board").answer();
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void a_member_is_chosen_from_the_list_asked_and_nothing_is_posted_before_a_yes() {
    String chosen = completed("ch");
    assertThat(chosen).isEqualTo("<@" + street.chi.id() + ">");

    Post question = asks(chosen);
    assertThat(street.cards()).isEmpty();
    assertThat(question.text()).contains("would like to ask", "Soup").doesNotContain("Door 4711");
    assertThat(street.chi.presses(question, "Show details").answer().text()).contains("Door 4711");

    street.chi.presses(question, "Yes").answer();
    assertThat(street.card(1).text()).contains("Ana is asking for somebody").doesNotContain("Chi");
    street.ana.privateChat().awaitMessage("Chi said yes, so #1 is posted");
    street.ben.presses(street.card(1), "I'll help").answer();
    street.ana.privateChat().awaitMessage("Ben will help with #1");
  }

  @Test
  void what_is_pressed_can_be_typed_and_who_is_asked_can_take_over() {
    asks("Chi");
    Map<String, ?> askMe = Map.of("answer", "ask me");
    assertThat(street.chi.types(street.help, "mine", askMe).answer().text())
        .contains("From now on I ask you");
    street.ana.privateChat().awaitMessage("Chi wants to be asked about it");

    Map<String, ?> name = Map.of("answer", "show my name", "number", 1);
    street.chi.types(street.help, "mine", name).answer();
    assertThat(street.card(1).text()).contains("Ana is asking for Chi");

    street.chi.types(street.help, "done", Map.of("number", 1)).answer();
    street.ana.privateChat().awaitMessage("#1 is done, which you asked for somebody");
  }

  @Test
  void without_a_yes_it_ends_and_a_restart_changes_nothing() {
    asks("Chi");
    street.restart();

    street.circle.forward(Duration.ofDays(2));

    street.ana.privateChat().awaitMessage("there was no yes in time");
    assertThat(street.cards()).isEmpty();
  }

  @Test
  void somebody_outside_the_server_has_no_name() {
    Answer preview =
        street
            .ana
            .types(street.help, "needhelp", Map.of("what", "Soup", "for", "Old Hildegunde"))
            .answer();
    assertThat(preview.text()).contains("gives no name").doesNotContain("Hildegunde");

    street.ana.presses(preview, "Post it").answer();

    assertThat(street.card(1).text()).contains("Ana is asking for somebody");
  }

  private String completed(String soFar) {
    List<String> found =
        street.ana.completes(street.help, "needhelp", "for", soFar).stream()
            .map(one -> String.valueOf(one.value()))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** Ana asks for Chi, who is asked; the question as Chi reads it. */
  private Post asks(String whom) {
    Map<String, ?> options = Map.of("what", "Soup", "details", "Door 4711", "for", whom);
    Answer preview = street.ana.types(street.help, "needhelp", options).answer();
    assertThat(preview.text()).contains("for Chi, who is asked first");
    Answer asked = street.ana.presses(preview, "Ask Chi first").answer();
    assertThat(asked.text()).contains("If there is no yes by");
    street.circle.settle();
    if (street.chi.privateChat().messages().isEmpty()) { // It is night where the circle lives.
      street.circle.forward(Duration.ofHours(11));
    }
    return street.chi.privateChat().awaitMessage("would like to ask");
  }
}
