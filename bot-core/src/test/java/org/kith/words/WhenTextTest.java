package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.Part;
import org.kith.care.Window;

class WhenTextTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-01-20T08:00:00Z");
  private static final WhenText TEXT = WhenText.of(Words.in("en"));
  private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 24);

  private static final Window SPAN =
      Window.between(local("2026-01-24T10:00"), local("2026-01-24T12:00"), BERLIN);

  @Test
  void shows_each_shape_as_on_a_card() {
    assertThat(shown(SPAN)).isEqualTo("Sat 24 Jan, 10:00–12:00");
    assertThat(shown(Window.at(local("2026-01-24T18:00"), BERLIN))).isEqualTo("Sat 24 Jan, 18:00");
    assertThat(shown(Window.day(SATURDAY, BERLIN))).isEqualTo("Sat 24 Jan");
    assertThat(shown(Window.part(SATURDAY, Part.MORNING, BERLIN))).isEqualTo("Sat 24 Jan, morning");
    assertThat(shown(Window.by(SATURDAY.minusDays(1), BERLIN))).isEqualTo("by Fri 23 Jan");
    assertThat(shown(Window.by(local("2026-01-23T18:00"), BERLIN)))
        .isEqualTo("by Fri 23 Jan, 18:00");
    assertThat(shown(Window.days(LocalDate.of(2026, 1, 19), LocalDate.of(2026, 1, 21), BERLIN)))
        .isEqualTo("Mon 19 – Wed 21 Jan");
    assertThat(shown(Window.anyTime(BERLIN))).isEqualTo("any time");
    assertThat(shown(Window.toBeAgreed(BERLIN))).isEqualTo("time to be agreed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-24T22:00 | 2026-01-25T01:00 | Sat 24 Jan, 22:00–01:00
          2026-01-24T18:00 | 2026-01-25T00:00 | Sat 24 Jan, 18:00–00:00
          2026-01-24T18:00 | 2026-01-25T18:00 | Sat 24 Jan, 18:00 – Sun 25 Jan, 18:00
          2026-12-31T18:00 | 2027-01-02T12:00 | Thu 31 Dec, 18:00 – Sat 2 Jan 2027, 12:00
          2027-01-24T10:00 | 2027-01-24T12:00 | Sun 24 Jan 2027, 10:00–12:00
          """)
  void a_span_names_the_days_and_years_that_are_not_plain(String from, String until, String text) {
    assertThat(shown(Window.between(local(from), local(until), BERLIN))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-29 | 2026-02-02 | Thu 29 Jan – Mon 2 Feb
          2027-01-19 | 2027-01-21 | Tue 19 – Thu 21 Jan 2027
          2026-12-31 | 2027-01-02 | Thu 31 Dec 2026 – Sat 2 Jan 2027
          """)
  void days_name_the_months_and_years_that_are_not_plain(
      LocalDate first, LocalDate last, String text) {
    assertThat(shown(Window.days(first, last, BERLIN))).isEqualTo(text);
  }

  @Test
  void a_clock_time_is_shown_in_the_readers_zone_and_a_day_stays_the_day() {
    assertThat(TEXT.text(SPAN, NOW, NEW_YORK)).isEqualTo("Sat 24 Jan, 04:00–06:00");
    assertThat(TEXT.text(Window.day(SATURDAY, BERLIN), NOW, NEW_YORK)).isEqualTo("Sat 24 Jan");
    assertThat(TEXT.text(Window.by(SATURDAY, BERLIN), NOW, NEW_YORK)).isEqualTo("by Sat 24 Jan");
  }

  @Test
  void a_confirmation_names_the_zone_of_what_it_shows() {
    assertThat(TEXT.textWithZone(SPAN, NOW, BERLIN))
        .isEqualTo("Sat 24 Jan, 10:00–12:00 (Berlin time)");
    assertThat(TEXT.textWithZone(SPAN, NOW, NEW_YORK))
        .isEqualTo("Sat 24 Jan, 04:00–06:00 (New York time)");
    assertThat(TEXT.textWithZone(Window.day(SATURDAY, BERLIN), NOW, NEW_YORK))
        .isEqualTo("Sat 24 Jan (Berlin time)");
    assertThat(TEXT.textWithZone(Window.anyTime(BERLIN), NOW, BERLIN)).isEqualTo("any time");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Berlin",
    "Australia/Lord_Howe, Lord Howe Island",
    "UTC, UTC",
    "+02:00, +02:00"
  })
  void a_zone_is_called_by_its_city(String id, String name) {
    assertThat(TEXT.zoneName(ZoneId.of(id))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/New_York"})
  void of_days_each_readers_clock_is_given_the_noon_and_of_hours_the_hours(String id) {
    ZoneId zone = ZoneId.of(id);
    LocalDate change = LocalDate.of(2026, 3, 29); // The clocks change in Berlin.
    Instant noon = change.atTime(12, 0).atZone(zone).toInstant();
    Instant later = change.plusDays(2).atTime(12, 0).atZone(zone).toInstant();

    assertThat(WhenText.moment(Window.day(change, zone)))
        .contains(new Text.Moment(noon, null, true));
    assertThat(WhenText.moment(Window.by(change, zone)))
        .contains(new Text.Moment(noon, null, true));
    assertThat(WhenText.moment(Window.days(change, change.plusDays(2), zone)))
        .contains(new Text.Moment(noon, later, true));
    assertThat(WhenText.moment(Window.at(noon, zone))).contains(new Text.Moment(noon, null, false));
    assertThat(WhenText.moment(Window.between(noon, later, zone)))
        .contains(new Text.Moment(noon, later, false));
    assertThat(WhenText.moment(Window.anyTime(zone))).isEmpty();
    assertThat(WhenText.moment(Window.toBeAgreed(zone))).isEmpty();
  }

  private static String shown(Window window) {
    return TEXT.text(window, NOW);
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }
}
