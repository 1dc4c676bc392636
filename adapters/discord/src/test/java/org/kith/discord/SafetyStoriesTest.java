package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.User;

/** On Discord people are kept safe by answers that nobody else sees. */
class SafetyStoriesTest {
  @TempDir Path folder;
  private Street street;
  private User owner;

  @BeforeEach
  void move() {
    street = Street.in(folder);
    owner = street.server.owner();
    owner.types(street.help, "board").answer();
    street.ben.types(street.help, "board").answer();
    street.asks(street.ana, "Two bags");
    street.card(1);
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void a_steward_bars_somebody_whose_press_ends_as_if_details_opened_after_a_yes() {
    street.ben.presses(street.card(1), "I'll help").answer();

    Answer barred = owner.types(street.help, "circle bar", Map.of("who", street.ben)).answer();

    assertThat(barred.text()).contains("Ben can't help, ask for anything");
    assertThat(barred.ephemeral()).isTrue();
    street.ana.privateChat().awaitMessage("Ben can't help with #1 after all");
    assertThat(street.card(1).text()).contains("looking for 1 person");
    Answer pressed = street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(pressed.text()).contains("You're helping with #1");
    assertThat(street.card(1).text()).contains("looking for 1 person");
    assertThat(street.asks(street.ben, "Eggs").text()).contains("I can't post that");
    assertThat(owner.types(street.help, "circle unbar", Map.of("who", street.ben)).answer().text())
        .contains("Ben is not barred any more");
  }

  @Test
  void somebody_is_blocked_from_the_list_of_members_or_by_number() {
    Answer blocked = street.ana.types(street.help, "block", Map.of("who", street.ben)).answer();

    assertThat(blocked.ephemeral()).isTrue();
    assertThat(blocked.text()).contains("Ben can't reach you", "may still read the group");
    street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.card(1).text()).contains("looking for 1 person");
    street.ana.presses(blocked, "Unblock Ben").answer();
    street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.card(1).text()).contains("Ben will help");
    assertThat(street.ana.types(street.help, "block", Map.of("number", 1)).answer().text())
        .contains("Ben can't reach you");
  }

  @Test
  void a_report_says_first_who_reads_it_and_goes_to_the_stewards_alone() {
    Answer preview =
        street
            .ana
            .types(street.help, "report", Map.of("who", street.ben, "why", "He shouted at me"))
            .answer();
    assertThat(preview.ephemeral()).isTrue();
    assertThat(preview.text()).contains("Nothing is sent yet", "He shouted at me");

    street.ana.presses(preview, "Send it").answer();

    Post report = owner.privateChat().awaitMessage("Ana reports Ben:");
    assertThat(report.labels())
        .containsExactly("I'll talk with them", "Bar Ben", "Close as handled");
    owner.presses(report, "I'll talk with them").answer();
    street.ana.privateChat().awaitMessage("has read your report");
    Map<String, Object> close = Map.of("report", 1, "act", "close");
    assertThat(owner.types(street.help, "circle report", close).answer().text())
        .contains("It is closed");
    assertThat(owner.types(street.help, "circle report").answer().text())
        .contains("talks with those it concerns", "closed it")
        .doesNotContain("shouted");
    street.circle.settle();
    assertThat(street.ben.inbox()).noneMatch(post -> post.text().contains("report"));
  }
}
