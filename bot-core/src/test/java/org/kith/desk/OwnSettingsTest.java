package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.OwnSetting;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;
import org.kith.words.Text;

/** What somebody sets for themselves holds for what is said to them, and for nobody else. */
class OwnSettingsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
    circle.types("Chi", "/board");
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void everything_is_shown_in_one_place_each_with_a_button_that_says_what_it_can_be() {
    Message shown = message(circle.writes("Ben", "/settings show"));

    assertThat(shown.text().plain())
        .contains(
            "I never ask you privately",
            "however much you have promised",
            "the day before at 18:00",
            "language of your app",
            "your circle's clock",
            "22:00 to 08:00",
            "Digests never name you",
            "may have layout",
            "/settings set");
    for (String label : List.of("Language", "Time zone", "Quiet hours", "How much", "Reminders")) {
      Message asked = message(circle.pressesPrivately("Ben", shown, label));
      assertThat(asked.text().plain()).contains("At first it is", "Type /settings set");
      assertThat(asked.buttons()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiet 23-7            | 23:00 to 07:00
          quiet 8:30 - 16:00    | 08:30 to 16:00
          quiet off             | no quiet hours
          zone lisbon           | Lisbon
          zone America/New_York | New York
          plain yes             | emoji are written as words
          digest on             | may name you
          ask yes               | may ask you privately
          cap 3                 | With 3 promises
          language English      | English
          """)
  void what_is_typed_is_taken_as_meant_and_shown_from_then_on(String typed, String said) {
    assertThat(text(circle.writes("Ben", "/settings set " + typed))).contains(said);
    assertThat(text(circle.writes("Ben", "/settings show"))).contains(said);
    assertThat(text(circle.writes("Ana", "/settings show"))).doesNotContain(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet 25-7",
        "quiet 20:00-14:00",
        "quiet 9-9",
        "quiet soon",
        "zone Narnia",
        "plain maybe",
        "digest 3",
        "ask perhaps",
        "language klingon"
      })
  void what_can_not_be_read_changes_nothing_and_is_told_how(String typed) {
    String before = text(circle.writes("Ben", "/settings show"));

    assertThat(text(circle.writes("Ben", "/settings set " + typed)))
        .contains("could not read", "At first it is");
    assertThat(text(circle.writes("Ben", "/settings show"))).isEqualTo(before);
  }

  @Test
  void each_choice_on_a_button_is_the_same_as_typed() {
    for (String setting : List.of("language", "zone", "quiet", "cap", "reminders", "digest")) {
      Message asked = message(circle.writes("Ben", "/settings set " + setting));
      for (Button button : asked.buttons()) {
        if (button.label().equals("Esperanto")) {
          continue; // Of which the tests have a few sentences only.
        }
        String pressed = text(circle.doesPrivately("Ben", button.command()));
        String to = ((Command.SettingsSet) button.command()).changes().values().iterator().next();
        assertThat(text(circle.writes("Chi", "/settings set " + setting + " " + to)))
            .isEqualTo(pressed);
      }
    }
  }

  @Test
  void several_settings_at_once_are_all_set_and_each_is_answered() {
    Map<OwnSetting, String> changes = new EnumMap<>(OwnSetting.class);
    changes.put(OwnSetting.CAP, "2");
    changes.put(OwnSetting.QUIET, "21:00-09:00");
    changes.put(OwnSetting.ASK, "yes");

    String said = text(circle.doesPrivately("Ben", new Command.SettingsSet(changes)));

    assertThat(said).contains("With 2 promises", "21:00 to 09:00", "I may ask you privately");
  }

  @Test
  void a_chosen_language_stays_whatever_the_platform_tells() {
    assertThat(text(circle.writes("Ben", "/settings set language eo"))).startsWith("Esper");
    assertThat(text(circle.writes("Ben", "/rest off"))).isEqualTo("Bonvenon denove.");
    assertThat(text(tells("Ben", "de", new Command.Rested()))).isEqualTo("Bonvenon denove.");
    assertThat(text(circle.writes("Ana", "/rest off"))).startsWith("Good");
    circle.writes("Ben", "/settings set language app");

    assertThat(text(tells("Ben", "en", new Command.Rested()))).startsWith("Good to have you");
  }

  @Test
  void a_reminder_comes_by_the_helpers_own_clock_and_names_it() {
    circle.types("Ana", "/needhelp Bread, Thursday 12:00-13:00");
    circle.types("Ben", "/settings set zone Lisbon");
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.to(Instant.parse("2026-01-21T17:30:00Z"));
    assertThat(told("ben")).doesNotContain("Tomorrow");

    circle.to(Instant.parse("2026-01-21T18:00:00Z"));

    assertThat(told("ben")).contains("11:00–12:00 (Lisbon time)");
    assertThat(text(circle.writes("Ben", "/mine"))).contains("11:00–12:00 (Lisbon time)");
    assertThat(text(circle.writes("Ana", "/mine"))).contains("12:00–13:00").doesNotContain("time)");
  }

  @Test
  void whoever_changes_their_clock_is_reminded_by_it_of_what_they_promised_before() {
    circle.types("Ana", "/needhelp Bread, Thursday 12:00-13:00");
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/settings set zone Lisbon");
    circle.settle();
    int before = circle.paper.to("ben").size();

    circle.to(Instant.parse("2026-01-21T17:30:00Z"));

    assertThat(circle.paper.to("ben")).hasSize(before);
  }

  @Test
  void in_their_own_quiet_hours_nobody_is_asked_for_anything() {
    circle.types("Ben", "/settings set ask yes");
    circle.types("Ben", "/settings set quiet 09:00-17:00");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.forward(Duration.ofHours(1));
    int before = circle.paper.to("ben").size();
    circle.to(Instant.parse("2026-01-22T15:59:00Z"));
    assertThat(circle.paper.to("ben")).hasSize(before);

    circle.to(Instant.parse("2026-01-22T16:01:00Z"));

    assertThat(told("ben")).contains("I can't");
  }

  @Test
  void plain_text_has_no_layout_and_signs_are_words_in_answers_and_in_messages() {
    circle.types("Ana", "/needhelp Bread 🥖 for 👩‍👧");
    assertThat(message(circle.writes("Ben", "/board")).text().lines().stream())
        .anyMatch(line -> line.spans().stream().anyMatch(span -> !(span instanceof Text.Plain)));
    circle.writes("Ben", "/settings set plain yes");
    circle.writes("Ana", "/settings set plain yes");

    Text board = message(circle.writes("Ben", "/board")).text();

    assertThat(board.lines().stream().flatMap(line -> line.spans().stream()))
        .allMatch(span -> span instanceof Text.Plain);
    assertThat(board.plain()).contains("Bread (baguette bread) for (woman)(girl)");
    assertThat(text(circle.writes("Ben", "/privacy"))).contains("(handshake)", "(heart)");
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(circle.paper.to("ana").getLast().text().lines())
        .allMatch(line -> line.spans().stream().allMatch(span -> span instanceof Text.Plain));
  }

  @Test
  void what_others_may_see_keeps_its_layout() {
    circle.types("Ana", "/needhelp Bread 🥖");
    circle.writes("Ana", "/settings set plain yes");
    circle.settle();

    assertThat(circle.card(1).message().text().plain()).contains("🥖");
  }

  @Test
  void a_digest_names_only_those_who_agreed() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/thanks 1 public: You saved my week");
    circle.settle();
    assertThat(digest()).contains("“You saved my week”").doesNotContain("Ana", "Ben");
    circle.writes("Ben", "/settings set digest yes");
    assertThat(digest()).contains("“You saved my week” Thanks go to Ben.").doesNotContain("Ana");
    circle.writes("Ana", "/settings set digest yes");
    assertThat(digest()).contains("“You saved my week” Ana thanks Ben.");
    circle.writes("Ben", "/settings set digest no");

    assertThat(digest()).contains("“You saved my week” Ana thanks.").doesNotContain("Ben");
  }

  @Test
  void whoever_asked_without_a_name_is_in_no_digest_even_if_they_agreed() {
    circle.writes("Ana", "/settings set digest yes");
    Message preview = message(circle.types("Ana", "/needhelp Bread, anonymous"));
    circle.presses("Ana", preview, "Post now");
    circle.types("Ben", "/claim 1");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/thanks 1 public: You saved my week");
    circle.settle();

    assertThat(digest()).contains("You saved my week").doesNotContain("Ana");
  }

  private String digest() {
    return text(circle.writes("Chi", "/digest now"));
  }

  private String told(String name) {
    return circle.paper.to(name).isEmpty()
        ? ""
        : circle.paper.to(name).getLast().text().plain()
            + circle.paper.to(name).getLast().buttons();
  }

  /** Somebody acts on a platform that tells this language. */
  private Reply tells(String name, String language, Command command) {
    Actor actor =
        new Actor(
            Platform.BROWSER,
            name.toLowerCase(Locale.ROOT),
            name,
            language,
            new Whence.InPlace(
                TestCircle.PLACE,
                new Facts("Maple Street", "Maple Street", 5, false, false),
                false));
    return circle.core.desk().handle(new Delivery(null, actor, command, true));
  }
}
