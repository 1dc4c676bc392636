package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;

/** What a steward types into a setting is taken as meant, or not at all. */
class SettingsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void on_a_monday_a_digest_on_monday_mornings_can_be_set() {
    circle.types("Ana", "/board");
    circle.to(Instant.parse("2026-01-26T12:00:00Z"));

    assertThat(text(circle.types("Ana", "/circle set digest Monday 9am"))).startsWith("Saved");
    assertThat(text(circle.types("Ana", "/digest when"))).contains("Mon 2 Feb, 09:00");
  }

  @Test
  void an_hour_alone_keeps_the_weekday_of_the_digest() {
    circle.types("Ana", "/digest when 18:30");

    assertThat(text(circle.types("Ana", "/digest when"))).contains("Mon 26 Jan, 18:30");
  }

  @Test
  void a_time_that_names_no_weekday_is_no_time_for_a_digest() {
    circle.forward(Duration.ofMillis(12_345));

    assertThat(text(circle.types("Ana", "/digest when now"))).contains("weekly time");
    assertThat(text(circle.types("Ana", "/digest when in 2 hours"))).contains("weekly time");
    assertThat(text(circle.types("Ana", "/digest when"))).contains("Mon 26 Jan, 09:00");
  }

  @Test
  void the_circles_own_words_for_a_hard_hour_keep_their_lines() {
    circle.types("Ana", "/circle set crisis Dee: 030 1234\nEli, at night: 030 5678");

    assertThat(text(circle.types("Ben", "/crisis")))
        .startsWith("Dee: 030 1234\nEli, at night: 030 5678\n");
  }
}
