package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Post;

/** What happens on Discord when nobody comes; a day passes between two rings. */
class RingStoriesTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void ask() {
    street = Street.in(folder);
    Map<String, ?> zone = Map.of("zone", street.noon());
    street.server.owner().types(street.help, "circle set", zone).answer();
    Answer asked =
        street
            .ana
            .types(street.help, "needhelp", Map.of("what", "Bread", "when", "in 5 days"))
            .answer();
    assertThat(asked.text()).contains("If nobody has come by", "I ask a little wider");
    street.card(1);
    street.circle.settle(); // What is on its way now is not a day late.
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void whoever_stands_by_is_asked_and_a_yes_is_a_claim() {
    assertThat(street.ben.presses(street.card(1), "If nobody else can").answer().text())
        .contains("If nobody else can help with #1, I ask you");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");

    street.circle.forward(A_DAY);
    Post question = street.ben.privateChat().awaitMessage("nobody has come yet for #1");
    street.ben.presses(question, "I'll help").answer();

    assertThat(street.card(1).text()).contains("Ben will help");
  }

  @Test
  void whoever_said_that_they_may_be_asked_is_asked_and_may_say_no() {
    street.ben.types(street.help, "settings set", Map.of("ask", "yes")).answer();

    street.circle.forward(A_DAY);
    Post question = street.ben.privateChat().awaitMessage("nobody has come yet (#1)");

    assertThat(question.labels()).containsExactly("I'll help", "I can't", "Don't ask me privately");
    assertThat(street.ben.presses(question, "I can't").answer().text())
        .contains("I won't ask you about #1 again");
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void the_card_comes_again_and_then_whoever_manages_the_server_can_take_it() {
    Post first = street.card(1);
    street.circle.forward(A_DAY);
    Post second = street.card(1);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(street.cards()).noneMatch(post -> post.id().equals(first.id()));

    street.circle.forward(A_DAY);
    Post question = street.server.owner().privateChat().awaitMessage("Nobody has come for #1");
    Answer taken = street.server.owner().presses(question, "I look after it").answer();

    assertThat(street.card(1).text()).contains("being looked after");
    street.ana.privateChat().awaitMessage("somebody who looks after this circle");
    street.server.owner().presses(taken, "Back on the board").answer();
    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void whoever_manages_the_server_puts_it_in_other_words_and_the_asker_can_put_it_back() {
    street.circle.forward(A_DAY);
    street.circle.forward(A_DAY);
    Post question = street.server.owner().privateChat().awaitMessage("Nobody has come for #1");
    Answer preview = street.server.owner().presses(question, "Reword").answer();
    assertThat(preview.labels()).contains("Words", "Time").doesNotContain("Private details");
    preview =
        street
            .server
            .owner()
            .presses(preview, "Words")
            .submit(Map.of("field", "Rye bread"))
            .answer();
    street.server.owner().presses(preview, "Save changes").answer();

    assertThat(street.card(1).text()).contains("Rye bread");
    Post told = street.ana.privateChat().awaitMessage("somebody who looks after this circle");
    street.ana.presses(told, "As it was").answer();
    assertThat(street.card(1).text()).contains("Bread").doesNotContain("Rye");
  }

  @Test
  void more_time_is_given_by_a_tap_or_typed() {
    street.server.owner().types(street.help, "circle take", Map.of("number", 1)).answer();
    Map<String, ?> longer = Map.of("number", 1, "to", "more time");
    Answer question = street.server.owner().types(street.help, "edit", longer).answer();
    assertThat(question.text()).contains("How long is #1 to stand?");

    street.server.owner().presses(question, "Any time").answer();

    assertThat(street.card(1).text()).contains("When: any time", "being looked after");
    street.ana.privateChat().awaitMessage("changed something about it: the time");
  }

  @Test
  void whoever_rests_is_not_asked_and_hands_over_what_they_promised() {
    street.ben.types(street.help, "settings set", Map.of("ask", "yes")).answer();
    street.ben.presses(street.card(1), "I'll help").answer();
    Answer rest = street.ben.types(street.help, "rest", Map.of("until", "in 2 weeks")).answer();
    assertThat(rest.text()).contains("Rest well", "#1");
    street.ben.presses(rest, "Hand all of it over").answer();
    street.ana.privateChat().awaitMessage("can't help with #1 after all");

    assertThat(street.card(1).text()).contains("Ana is looking for 1 person");

    street.circle.forward(A_DAY);

    assertThat(street.ben.privateChat().messages())
        .noneMatch(post -> post.text().contains("nobody has come"));
  }

  @Test
  void a_cap_and_other_times_for_reminders_are_set_and_shown() {
    street.ben.types(street.help, "settings set", Map.of("cap", "2")).answer();
    Answer times =
        street.ben.types(street.help, "settings set", Map.of("reminders", "19:00")).answer();
    assertThat(times.text()).contains("on the day before at 19:00");
    assertThat(street.ben.types(street.help, "settings show").answer().text())
        .contains("With 2 promises ahead of you", "on the day before at 19:00");
  }

  @Test
  void the_fourth_post_of_a_day_and_the_evening_line_make_no_sound() {
    for (int number = 2; number <= 4; number++) {
      street.ana.types(street.help, "needhelp", Map.of("what", "Thing " + number)).answer();
      street.card(number);
    }
    assertThat(street.card(3).silent()).isFalse();
    assertThat(street.card(4).silent()).isTrue();

    street.circle.forward(street.untilSix());

    assertThat(street.help.awaitMessage("Somebody is still looked for").silent()).isTrue();
  }

  @Test
  void what_should_go_quietly_asks_nobody_else() {
    street.ben.types(street.help, "settings set", Map.of("ask", "yes")).answer();
    Answer more = street.ana.presses(street.card(1), "More").answer();
    street.ana.presses(more, "If nobody comes, take it down").answer();

    street.circle.forward(Duration.ofDays(5));

    street.ana.privateChat().awaitMessage("so I have taken it down quietly");
    assertThat(street.card(1).text()).contains("over");
    assertThat(street.ben.privateChat().messages())
        .noneMatch(post -> post.text().contains("nobody has come"));
  }
}
