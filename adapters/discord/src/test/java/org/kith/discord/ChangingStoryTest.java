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
import org.kith.testkit.discord.Interaction;
import org.kith.testkit.discord.Post;

/** On Discord what was asked is corrected and changed by taps, and in words by forms. */
class ChangingStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void a_preview_is_corrected_by_taps_and_forms_and_then_posted() {
    Answer preview =
        street
            .ana
            .types(street.help, "needhelp", Map.of("what", "Bread", "details", "Door 4711"))
            .answer();
    Answer kinds = street.ana.presses(preview, "Kind").answer();
    preview = street.ana.presses(kinds, "Meals").answer();
    preview = street.ana.presses(preview, "Words").submit(Map.of("field", "Soup for two")).answer();
    assertThat(preview.text()).contains("**Meals**").contains("Soup for two");
    Answer times = street.ana.presses(preview, "Time").answer();
    preview =
        street.ana.presses(times, "In my own words").submit(Map.of("field", "whenever")).answer();
    preview = street.ana.presses(preview, "Place").submit(Map.of("field", "Elm Square")).answer();
    preview =
        street.ana.presses(preview, "Private details").submit(Map.of("field", "Door 1")).answer();
    assertThat(preview.text()).contains("Near: Elm Square").doesNotContain("Door");
    street.ana.presses(preview, "Post it").answer();

    assertThat(street.card(1).text()).contains("Meals · #1").contains("Soup for two");
    Answer thanks = street.ben.presses(street.card(1), "I'll help").answer();
    assertThat(street.ben.presses(thanks, "Show details").answer().text()).contains("Door 1");
  }

  @Test
  void a_form_opens_with_what_is_known_and_emptied_it_takes_it_away() {
    street.asksWithDetails(street.ana, "Bread", "Door 4711");
    street.ben.presses(street.card(1), "I'll help").answer();
    Map<String, ?> place = Map.of("number", 1, "to", "near Elm Square");
    assertThat(street.ana.types(street.help, "edit", place).answer().text())
        .contains("#1 is changed: the place.");
    Answer change = street.ana.types(street.help, "edit", Map.of("number", 1)).answer();
    assertThat(value(street.ana.presses(change, "Words"))).isEqualTo("Bread");
    assertThat(value(street.ana.presses(change, "Place"))).isEqualTo("Elm Square");
    String forged = change.post().button("Private details").customId();
    assertThat(value(street.ben.pressesCustomId(street.card(1), forged))).isNullOrEmpty();

    Interaction details = street.ana.presses(change, "Private details");
    assertThat(value(details)).isEqualTo("Door 4711");
    change = details.submit(Map.of("field", "")).answer();
    assertThat(change.text()).contains("Your private details go when you save");
    street.ana.presses(change, "Save changes").answer();

    assertThat(street.card(1).text()).doesNotContain("private details");
    Post told = street.ben.privateChat().awaitMessage("has taken the private details of #1 away");
    assertThat(told.text()).doesNotContain("4711");
  }

  @Test
  void private_details_are_taken_away_by_what_is_typed() {
    street.asksWithDetails(street.ana, "Bread", "Door 4711");
    Map<String, ?> none = Map.of("number", 1, "to", "no details");

    assertThat(street.ana.types(street.help, "edit", none).answer().text())
        .contains("#1 is changed: the private details.", "stays read");

    assertThat(street.card(1).text()).doesNotContain("private details");
  }

  private static String value(Interaction opened) {
    return opened.answer().form().fields().getFirst().value();
  }

  @Test
  void a_helper_is_asked_again_when_the_time_changes_and_can_free_the_place() {
    street.asks(street.ana, "Bread");
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.settle();
    assertThat(street.ana.completes(street.help, "edit", "number", ""))
        .extracting(Choice::value)
        .containsExactly("1");
    assertThat(street.ben.completes(street.help, "edit", "number", "")).isEmpty();

    Answer change = street.ana.types(street.help, "edit", Map.of("number", 1)).answer();
    assertThat(change.ephemeral()).isTrue();
    Answer times = street.ana.presses(change, "Time").answer();
    Answer part = street.ana.presses(times, "Tomorrow").answer();
    Answer preview = street.ana.presses(part, "Any time that day").answer();
    Answer saved = street.ana.presses(preview, "Save changes").answer();
    assertThat(saved.text()).contains("#1 is changed: the time.").contains("asked whether");

    Post asked = street.ben.privateChat().awaitMessage("Does that still work for you?");
    assertThat(asked.text()).containsPattern("<t:[0-9]+:D>");
    assertThat(street.card(1).text())
        .containsPattern("When: .* \\(<t:[0-9]+:D>\\)")
        .contains("Ben will help");
    street.ben.presses(asked, "I can't after all").answer();
    assertThat(street.card(1).text()).contains("looking for 1");
    assertThat(street.card(1).labels()).contains("I'll help");
  }

  @Test
  void nobody_changes_what_is_not_theirs_and_what_is_typed_makes_no_timestamp() {
    street.asks(street.ana, "Bread <t:0:R>");
    assertThat(street.card(1).text()).contains("\\<t:0:R\\>");
    Answer change = street.ana.types(street.help, "edit", Map.of("number", 1)).answer();
    String save = change.post().button("Save changes").customId();

    assertThat(street.ben.types(street.help, "edit", Map.of("number", 1)).answer().text())
        .contains("Only whoever asked #1 can change it");
    assertThat(street.ben.pressesCustomId(street.card(1), save).answer().text())
        .contains("too old");
    assertThat(street.ana.types(street.help, "edit", Map.of("number", 9)).answer().text())
        .contains("There is no #9 here");
    Answer long_ =
        street.ana.presses(change, "Words").submit(Map.of("field", "x".repeat(4_000))).answer();
    assertThat(long_.text()).contains("300 characters");
    assertThat(street.card(1).text()).contains("Bread");
  }
}
