package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** How much a space hears. It is Tuesday, 12:00 in Berlin. */
class NoiseTest {
  private static final Instant SIX = Instant.parse("2026-01-20T17:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void three_posts_a_day_make_a_sound_and_the_rest_come_silently() {
    for (String what : List.of("Bread", "Milk", "Eggs", "Soup")) {
      circle.types("Ana", "/needhelp " + what);
      circle.settle();
    }

    assertThat(List.of(1, 2, 3, 4)).filteredOn(this::sounded).containsExactly(1, 2, 3);
  }

  @Test
  void what_is_urgent_always_makes_a_sound_and_does_not_count() {
    for (String what : List.of("Bread, today 15:00", "Milk", "Eggs", "Soup", "Tea, today 16:00")) {
      circle.types("Ana", "/needhelp " + what);
      circle.settle();
    }

    assertThat(List.of(1, 2, 3, 4, 5)).allMatch(this::sounded);
  }

  @Test
  void what_is_sent_once_more_in_doubt_makes_no_sound_that_the_day_has_no_room_for() {
    for (String what : List.of("Bread", "Milk", "Eggs")) {
      circle.types("Ana", "/needhelp " + what);
      circle.settle();
    }
    assertThat(isSilentInDoubt()).isFalse();
    circle.types("Ana", "/needhelp Soup");
    circle.settle();

    assertThat(isSilentInDoubt()).isTrue();
  }

  private boolean isSilentInDoubt() {
    Instant now = circle.clock.instant();
    Row again =
        new Row(
            0,
            Note.CARD,
            1L,
            Platform.BROWSER,
            TestCircle.PLACE,
            null,
            null,
            1,
            1,
            "en",
            now,
            1,
            now);
    return circle.core.database().read(tables -> new Sounding(tables, now).isSilent(again));
  }

  @Test
  void the_count_begins_anew_at_the_midnight_of_the_circle() {
    for (String what : List.of("Bread", "Milk", "Eggs")) {
      circle.types("Ana", "/needhelp " + what);
      circle.settle();
    }
    circle.to(Instant.parse("2026-01-20T23:00:00Z"));

    circle.types("Ana", "/needhelp Soup");

    assertThat(sounded(4)).isTrue();
  }

  @Test
  void what_is_open_in_the_evening_gathers_in_one_silent_line() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ana", "/needhelp Milk");
    circle.types("Ana", "/needhelp Eggs");
    circle.types("Ben", "/claim 3");

    circle.to(SIX);

    Sheet line = evenings().getFirst();
    assertThat(line.message().text().plain())
        .contains("Somebody is still looked for", "#1: Bread", "#2: Milk")
        .doesNotContain("Eggs");
    assertThat(circle.paper.sounded(line.id())).isFalse();
    assertThat(evenings()).hasSize(1);
  }

  @Test
  void what_was_asked_this_afternoon_waits_for_tomorrow() {
    circle.to(SIX.minus(Duration.ofHours(1)));
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.to(SIX);
    assertThat(evenings()).isEmpty();
  }

  @Test
  void where_nothing_is_open_the_evening_says_nothing() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/done 1");

    circle.to(SIX.plus(Duration.ofDays(2)));

    assertThat(evenings()).isEmpty();
  }

  @Test
  void what_is_neither_new_nor_near_is_not_repeated_every_evening() {
    circle.types("Ana", "/needhelp Bread");
    for (int day = 0; day < 8; day++) {
      circle.to(SIX.plus(Duration.ofDays(day)));
    }

    assertThat(evenings()).hasSizeBetween(1, 3);
  }

  @Test
  void what_an_outage_held_back_wakes_nobody() {
    circle.isManagedBy("Mo");
    circle.types("Mo", "/board");
    circle.settle();
    circle.paper.away(true);
    circle.types("Ana", "/needhelp Bread, Thursday 10-12");
    circle.to(Instant.parse("2026-01-21T12:00:00Z")); // Asked wider, in vain: nothing gets out.
    circle.to(Instant.parse("2026-01-21T22:00:00Z"));
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(10));
    assertThat(circle.paper.to("mo")).isEmpty();

    circle.to(Instant.parse("2026-01-22T07:00:00Z"));

    assertThat(told("mo")).singleElement().asString().contains("Nobody has come for #1");
  }

  @Test
  void whoever_looks_after_the_circle_hears_of_one_thing_a_day() {
    circle.isManagedBy("Mo");
    circle.types("Mo", "/board");
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/needhelp Milk");
    circle.settle();
    for (int hour = 0; told("mo").isEmpty(); hour++) {
      assertThat(hour).isLessThan(100);
      circle.forward(Duration.ofHours(1));
    }
    Instant first = circle.clock.instant();
    circle.to(first.plus(Duration.ofHours(23)));
    assertThat(told("mo")).singleElement().asString().contains("Nobody has come for #1");

    circle.to(first.plus(Duration.ofDays(2)));

    assertThat(told("mo")).hasSize(2).last().asString().contains("Nobody has come for #2");
  }

  @Test
  void what_cannot_wait_a_day_is_said_to_whoever_looks_after_the_circle() {
    circle.isManagedBy("Mo");
    circle.types("Mo", "/board");
    circle.types("Ana", "/needhelp Bread, today 15:00");
    circle.types("Ana", "/needhelp Milk, today 16:00");
    circle.settle();
    for (int quarter = 0; quarter < 12; quarter++) {
      circle.forward(Duration.ofMinutes(15));
    }

    assertThat(told("mo")).hasSize(2);
  }

  private List<String> told(String account) {
    circle.settle();
    return circle.paper.to(account).stream().map(message -> message.text().plain()).toList();
  }

  private List<Sheet> evenings() {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .filter(sheet -> sheet.message().text().plain().contains("Somebody is still looked for"))
        .toList();
  }

  private boolean sounded(int number) {
    return circle.paper.sounded(circle.card(number).id());
  }
}
