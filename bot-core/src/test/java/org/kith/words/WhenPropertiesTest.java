package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.words.Reading.Past;
import org.kith.words.Reading.Unclear;
import org.kith.words.Reading.Understood;

/** What holds for every window and every text, over seeded random ones. */
class WhenPropertiesTest {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Kiritimati"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("UTC"));

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void what_is_shown_is_read_as_the_same_window(long seed) {
    Random random = new Random(seed);
    List<String> languages = new ArrayList<>(Words.languages());
    languages.add("eo");
    for (Words words : languages.stream().map(Words::in).toList()) {
      for (int i = 0; i < 2_000; i++) {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant now = instant(random);
        Optional<Window> window = window(random, now, zone).filter(one -> !one.isOver(now));
        if (window.isPresent()) {
          String shown = WhenText.of(words).text(window.get(), now);

          Reading reading = WhenReader.of(words).read(shown, now, zone);

          assertThat(reading)
              .as("seed %s, %s, now %s, %s", seed, words.language(), now, shown)
              .isEqualTo(new Understood(window.get()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void no_text_is_read_as_a_window_that_is_over(long seed) {
    Random random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < 10_000; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Instant now = instant(random);
      String typed = Garbage.phrase(random, 5);

      Reading reading = WhenReader.of(Words.in("en")).read(typed, now, zone);

      switch (reading) {
        case Understood(Window window) -> {
          understood++;
          assertThat(window.isOver(now)).as("seed %s, %s: %s", seed, typed, window).isFalse();
          assertThat(window.zone()).isEqualTo(zone);
        }
        case Past(Window window) ->
            assertThat(window.isOver(now)).as("seed %s, %s: %s", seed, typed, window).isTrue();
        case Unclear(String text) -> assertThat(text).isEqualTo(Clean.line(typed));
      }
    }
    assertThat(understood).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void no_text_is_too_strange_to_be_answered(long seed) {
    Random random = new Random(seed);
    AskReader reader = AskReader.of(Words.in("en"));
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Instant now = instant(random);
      String garbage = Garbage.text(random, 60);
      String typed = "bread, " + Garbage.phrase(random, 30) + "," + garbage;

      assertThat(reader.read(garbage, now, zone)).isNotNull();
      assertThat(reader.read(typed, now, zone)).isNotNull();
      assertThat(KindReader.of(Words.in("en")).guess(garbage)).isNotNull();
    }
  }

  private static Instant instant(Random random) {
    long year = 31_557_600L;
    return Instant.parse("2026-11-22T00:00:00Z").plusSeconds(random.nextLong(3 * year));
  }

  /** A window near now; none where the clock change of that day would leave it open which. */
  private static Optional<Window> window(Random random, Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(now, zone).plusDays(random.nextInt(-3, 700));
    LocalDateTime from = day.atTime(random.nextInt(24), random.nextInt(60));
    LocalDateTime until = from.plusMinutes(1L + random.nextInt(4_000));
    if (!isPlain(from, zone) || !isPlain(until, zone)) {
      return Optional.empty();
    }
    Instant start = from.atZone(zone).toInstant();
    return Optional.of(
        switch (random.nextInt(9)) {
          case 0 -> Window.at(start, zone);
          case 1, 2 -> Window.between(start, until.atZone(zone).toInstant(), zone);
          case 3 -> Window.day(day, zone);
          case 4 -> Window.days(day, day.plusDays(1L + random.nextInt(20)), zone);
          case 5 -> Window.part(day, Part.EVENING, zone);
          case 6 -> Window.by(day, zone);
          case 7 -> Window.by(start, zone);
          default -> Window.anyTime(zone);
        });
  }

  private static boolean isPlain(LocalDateTime time, ZoneId zone) {
    return zone.getRules().getValidOffsets(time).size() == 1;
  }
}
