package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.Choice;
import org.kith.testkit.discord.Post;

/** What people of a street read on Discord when they ask, help and look. */
class StoriesTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move() {
    street = Street.in(folder);
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void asked_in_one_go_the_card_is_a_message_of_its_own_with_the_first_handshake() {
    Answer answer =
        street
            .ana
            .types(
                street.help,
                "needhelp",
                Map.of("what", "Two bags from the market", "where", "Maple Street"))
            .answer();
    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.text()).contains("It's posted in Maple Street");
    assertThat(answer.labels()).contains("Take it back");

    Post card = street.card(1);
    assertThat(card.text())
        .isEqualTo(
            """
            **Groceries · #1**
            Two bags from the market
            When: any time · Near: Maple Street
            Ana is looking for 1 person\
            """);
    assertThat(card.labels())
        .containsExactly("I'll help", "If nobody else can", "More", "Ask a question");
    street.discord.await(
        "the first reaction",
        () -> street.cardNow(1).reactions().equals(Map.of("🤝", List.of("Kith"))));
  }

  @Test
  void a_form_and_private_details_end_in_a_preview_and_nothing_is_posted_before() {
    Answer preview =
        street
            .ana
            .types(street.help, "needhelp")
            .submit(Map.of("what", "Soup for two days", "when", "whenever", "details", "Door 4711"))
            .answer();
    assertThat(preview.text()).contains("Nothing is posted yet").contains("Soup for two days");
    street.circle.settle();
    assertThat(street.cards()).isEmpty();

    street.ana.presses(preview, "Post it").answer();
    assertThat(street.card(1).text()).contains("Soup for two days").doesNotContain("4711");
  }

  @Test
  void a_press_claims_and_the_details_reach_that_helper_alone() {
    street.asksWithDetails(street.ana, "Bread, please", "Door 4711");
    Answer thanks = street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(thanks.ephemeral()).isTrue();
    assertThat(thanks.text()).contains("Thank you! You're helping with #1.").doesNotContain("4711");
    assertThat(street.card(1).text()).contains("For Ana: Ben will help");
    assertThat(street.card(1).labels()).doesNotContain("I'll help");
    street.ana.privateChat().awaitMessage("Ben will help with #1");

    Answer details = street.ben.presses(thanks, "Show details").answer();
    assertThat(details.text()).contains("Door 4711");
    assertThat(details.ephemeral()).isTrue();
    String code = thanks.post().button("Show details").customId();
    assertThat(street.chi.pressesCustomId(street.card(1), code).answer().text())
        .doesNotContain("4711");

    street.ben.presses(thanks, "I can't after all").answer();
    assertThat(street.ben.presses(thanks, "Show details").answer().text()).doesNotContain("4711");
    assertThat(street.card(1).labels()).contains("I'll help");
    assertThat(street.help.messages()).noneMatch(post -> post.text().contains("4711"));
  }

  @Test
  void a_handshake_is_the_first_button_and_taking_it_back_releases() {
    street.asks(street.ana, "Bread");
    street.ben.reacts(street.card(1), "🤝");
    street.discord.await("the claim", () -> street.cardNow(1).text().contains("Ben will help"));
    street.ben.privateChat().awaitMessage("You're helping with #1");
    street.ben.unreacts(street.card(1), "🤝");
    street.discord.await("the release", () -> street.cardNow(1).text().contains("looking for 1"));
  }

  @Test
  void nobody_helps_twice_or_themselves_and_who_comes_late_is_told_kindly() {
    street.asks(street.ana, "Bread");
    Post card = street.card(1);
    assertThat(street.ana.presses(card, "I'll help").answer().text()).contains("your own request");
    street.ben.presses(card, "I'll help").answer();
    String claim = card.button("I'll help").customId();
    assertThat(street.ben.pressesCustomId(card, claim).answer().text())
        .contains("You're helping with #1");
    assertThat(street.chi.pressesCustomId(card, claim).answer().text())
        .contains("a moment faster with #1");
    assertThat(street.card(1).text()).contains("For Ana: Ben will help");
  }

  @Test
  void what_is_done_becomes_one_line_without_names_and_on_monday_the_digest_says_so() {
    street.asks(street.ana, "Bread");
    street.asks(street.chi, "A ride to the station");
    street.ben.types(street.help, "claim", Map.of("number", 1)).answer();
    assertThat(street.ben.types(street.help, "done", Map.of("number", 1)).answer().text())
        .contains("#1 is done");
    assertThat(street.card(1).text()).contains("done").doesNotContain("Ben").doesNotContain("Ana");

    street.toMonday();
    Post digest = street.help.awaitMessage("This week");
    assertThat(digest.text())
        .contains("One act of care this week")
        .contains("https://discord.com/channels/" + street.server.id() + "/" + street.help.id())
        .doesNotContain("Ben");
    assertThat(digest.labels()).contains("I need something");
    assertThat(street.ana.presses(digest, "I need something").answer().form().fields())
        .isNotEmpty();
  }

  @Test
  void a_newcomer_finds_a_door_with_two_buttons() {
    var elm = street.discord.server("Elm Street");
    Channel hall = elm.channel("hall");
    var dora = elm.member("Dora");
    elm.removesBot();
    elm.addsBot();
    Post door = hall.awaitMessage("Hello! I'm Kith");
    assertThat(door.labels()).containsExactly("I need something", "What's needed");
    assertThat(dora.presses(door, "What's needed").answer().text())
        .contains("Nothing is needed right now");
    dora.presses(door, "I need something").answer().form();
    dora.types(hall, "needhelp", Map.of("what", "A drill")).answer();
    hall.awaitMessage("A drill");
    assertThat(elm.owner().types(hall, "circle show").answer().text())
        .contains("Nothing is missing");
  }

  @Test
  void the_board_suggests_and_the_private_chat_knows_its_circle() {
    street.asks(street.ana, "Bread");
    street.circle.settle();
    assertThat(street.ben.completes(street.help, "claim", "number", ""))
        .extracting(Choice::value)
        .containsExactly("1");
    assertThat(street.ben.completes(street.help, "needhelp", "when", "tomorrow")).isNotEmpty();
    assertThat(street.ben.types(street.help, "board").answer().labels()).contains("Help with #1");
    assertThat(street.ana.typesInPrivate("mine").answer().text()).contains("Bread");
  }
}
