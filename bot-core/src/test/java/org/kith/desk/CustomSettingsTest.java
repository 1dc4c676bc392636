package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.command.Setting;
import org.kith.testing.TestCircle;

/** What a circle makes its own. It is Tuesday, 12:00 in Berlin; Stu manages the group. */
class CustomSettingsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void a_setting_named_alone_says_what_it_is_and_changes_nothing(Setting setting) {
    String name = setting.name().toLowerCase(java.util.Locale.ROOT);
    String before = text(circle.types("Stu", "/circle show"));

    String said = text(circle.types("Stu", "/circle set " + name));

    assertThat(said).startsWith(name + ": ").containsPattern("[Aa]t first|default");
    assertThat(text(circle.types("Stu", "/circle show"))).isEqualTo(before);
    assertThat(text(circle.types("Stu", "/circle set"))).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          language xx    | language: in which language
          retention 0    | That can be 1 to 52
          retention 53   | That can be 1 to 52
          retention many | That can be 1 to 52
          pace fast      | calm (a day)
          """)
  void what_can_not_be_taken_is_answered_with_what_can(String typed, String said) {
    assertThat(text(circle.types("Stu", "/circle set " + typed))).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          language English       | Language of what I post: English
          language en            | Language of what I post: English
          retention 4            | without names for 4 weeks after its end
          retention 1            | without names for one week after its end
          pace Calm              | I ask others slowly
          pace brisk             | I ask others soon
          welcome Come in        | Your own words for newcomers stand in /help
          """)
  void what_was_set_is_shown(String typed, String shown) {
    assertThat(text(circle.types("Stu", "/circle set " + typed))).contains("Saved");

    assertThat(text(circle.types("Ben", "/circle show"))).contains(shown);
    assertThat(text(circle.types("Ben", "/circle set " + typed))).contains("Only whoever manages");
  }

  @Test
  void what_was_asked_is_kept_as_long_as_the_circle_wants_also_what_ended_before() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/needhelp Soup");
    circle.settle();
    circle.types("Ana", "/cancel 1");
    circle.types("Stu", "/circle set retention 2");
    circle.types("Ana", "/cancel 2");

    circle.forward(Duration.ofDays(13));
    assertThat(requests()).hasSize(2);
    circle.forward(Duration.ofDays(2));
    assertThat(requests()).isEmpty();
  }

  @Test
  void what_is_kept_longer_from_now_on_is_not_gone_after_twelve_weeks() {
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
    circle.types("Ana", "/cancel 1");
    circle.types("Stu", "/circle set retention 20");

    circle.forward(Duration.ofDays(7 * 19));
    assertThat(requests()).hasSize(1);
    circle.forward(Duration.ofDays(8));
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"calm, 24", "usual, 12", "brisk, 4"})
  void others_are_asked_at_the_circles_pace(String pace, int hours) {
    circle.types("Stu", "/circle set pace " + pace);
    circle.types("Ben", "/settings set ask yes");
    circle.types("Ana", "/needhelp Bread");
    circle.settle();

    int waited = 0;
    while (told("ben").stream().noneMatch(one -> one.contains("#1")) && waited < 72) {
      circle.forward(Duration.ofHours(1));
      waited++;
    }

    assertThat(waited).isBetween(Math.min(hours, 9), hours);
  }

  @Test
  void a_newcomer_reads_the_circles_own_words_until_they_are_taken_away() {
    circle.types("Stu", "/circle set welcome Tea is on Sundays.\nCome and say hello!");

    for (String said :
        List.of(
            text(circle.types("Ben", "/help")),
            text(circle.writes("Ben", "/help")),
            text(circle.writes("Ben", "/start")))) {
      assertThat(said)
          .startsWith("From those who look after Maple Street:\nTea is on Sundays.\nCome and say");
    }
    circle.types("Stu", "/circle set welcome off");
    assertThat(text(circle.types("Ben", "/help"))).doesNotContain("Tea");
    assertThat(text(circle.types("Stu", "/circle set welcome " + "x".repeat(501))))
        .contains("1 to 500");
  }

  @Test
  void a_named_steward_sets_in_private_what_the_only_circle_they_look_after_does() {
    circle.types("Ben", "/board");
    circle.types("Stu", "/circle stewards add Ben");

    assertThat(text(circle.writes("Ben", "/circle set pace calm"))).contains("Saved");
  }

  private List<String> requests() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select what from request").mapTo(String.class).list());
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }
}
