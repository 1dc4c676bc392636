package org.kith.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.CalendarEntry;
import org.kith.care.CalendarTime;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Part;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.UsualKind;

/** What another library reads in the calendar files. */
class CalendarFileTest {
  private static final Instant NOW = Instant.parse("2026-01-20T11:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    // An ordinary day, then the nights in which the clocks change, forward and back.
    "Europe/Berlin, 2026-01-24, 2026-01-24T00:30:00Z, 2026-01-24T03:30:00Z",
    "Europe/Berlin, 2026-03-29, 2026-03-29T00:30:00Z, 2026-03-29T02:30:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-24T23:30:00Z, 2026-10-25T03:30:00Z",
    "America/New_York, 2026-03-08, 2026-03-08T06:30:00Z, 2026-03-08T08:30:00Z",
    "America/New_York, 2026-11-01, 2026-11-01T05:30:00Z, 2026-11-01T09:30:00Z",
    "Australia/Lord_Howe, 2026-10-04, 2026-10-03T15:00:00Z, 2026-10-03T17:30:00Z",
    "Australia/Lord_Howe, 2026-04-05, 2026-04-04T14:30:00Z, 2026-04-04T18:00:00Z",
    "Pacific/Kiritimati, 2026-01-24, 2026-01-23T11:30:00Z, 2026-01-23T14:30:00Z",
  })
  void a_span_is_two_instants_in_utc_also_over_a_change_of_the_clocks(
      ZoneId zone, LocalDate day, Instant from, Instant until) {
    Window window =
        Window.between(
            day.atTime(1, 30).atZone(zone).toInstant(),
            day.atTime(4, 30).atZone(zone).toInstant(),
            zone);

    Attachment file = file(window, 0, false);

    assertThat(date(event(file), "DTSTART")).isEqualTo(from);
    assertThat(date(event(file), "DTEND")).isEqualTo(until);
    assertThat(file.text()).doesNotContain("TZID", "VTIMEZONE");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "Europe/Berlin, 2026-03-29",
    "America/New_York, 2026-11-01",
    "Australia/Lord_Howe, 2026-10-04",
    "Pacific/Kiritimati, 2026-01-24",
  })
  void whole_days_are_dates_by_the_clock_of_their_zone(ZoneId zone, LocalDate day) {
    PropertyContainer one = event(file(Window.day(day, zone), 0, false));
    PropertyContainer three = event(file(Window.days(day, day.plusDays(2), zone), 0, false));

    assertThat(date(one, "DTSTART")).isEqualTo(day);
    assertThat(date(one, "DTEND")).isEqualTo(day.plusDays(1));
    assertThat(date(three, "DTSTART")).isEqualTo(day);
    assertThat(date(three, "DTEND")).isEqualTo(day.plusDays(3));
  }

  @Test
  void a_moment_has_no_end_and_a_part_of_a_day_its_hours() {
    LocalDate day = LocalDate.of(2026, 1, 24);
    PropertyContainer moment = event(file(Window.at(NOW, BERLIN), 0, false));
    PropertyContainer morning = event(file(Window.part(day, Part.MORNING, BERLIN), 0, false));

    assertThat(date(moment, "DTSTART")).isEqualTo(NOW);
    assertThat(moment.<Property>getProperty("DTEND")).isEmpty();
    assertThat(date(morning, "DTSTART")).isEqualTo(Instant.parse("2026-01-24T05:00:00Z"));
    assertThat(date(morning, "DTEND")).isEqualTo(Instant.parse("2026-01-24T11:00:00Z"));
  }

  @Test
  void what_has_no_start_stands_in_no_calendar() {
    assertThat(CalendarTime.of(Window.anyTime(BERLIN))).isEmpty();
    assertThat(CalendarTime.of(Window.toBeAgreed(BERLIN))).isEmpty();
    assertThat(CalendarTime.of(Window.by(NOW, BERLIN))).isEmpty();
  }

  @Test
  void it_says_a_number_and_a_time_and_nothing_else() {
    Attachment file = file(Window.at(NOW, BERLIN), 0, false);

    assertThat(file.name()).isEqualTo("request-12.ics");
    assertThat(file.mediaType()).isEqualTo("text/calendar");
    assertThat(value(event(file), "SUMMARY")).isEqualTo("Request 12");
    assertThat(value(calendar(file), "METHOD")).isEqualTo("PUBLISH");
    assertThat(value(event(file), "STATUS")).isEqualTo("CONFIRMED");
    assertThat(file.text())
        .doesNotContainIgnoringCase("groceries")
        .doesNotContain("Bread", "Maple", "ORGANIZER", "ATTENDEE", "LOCATION", "DESCRIPTION");
  }

  @Test
  void a_change_and_a_cancellation_are_of_the_same_event_with_a_higher_sequence() {
    Attachment first = file(Window.at(NOW, BERLIN), 0, false);
    Attachment moved = file(Window.at(NOW.plusSeconds(3600), BERLIN), 1, false);
    Attachment off = file(Window.at(NOW.plusSeconds(3600), BERLIN), 2, true);

    assertThat(value(event(moved), "UID")).isEqualTo(value(event(first), "UID"));
    assertThat(value(event(off), "UID")).isEqualTo(value(event(first), "UID"));
    assertThat(value(event(first), "SEQUENCE")).isEqualTo("0");
    assertThat(value(event(moved), "SEQUENCE")).isEqualTo("1");
    assertThat(value(event(off), "SEQUENCE")).isEqualTo("2");
    assertThat(value(calendar(off), "METHOD")).isEqualTo("CANCEL");
    assertThat(value(event(off), "STATUS")).isEqualTo("CANCELLED");
  }

  @Test
  void the_same_ids_at_another_moment_are_another_event() {
    Window window = Window.at(NOW, BERLIN);
    CalendarEntry entry = new CalendarEntry(0, new CalendarTime.Hours(NOW, NOW), false);
    Attachment elsewhere =
        new CalendarFile(request(window), claim(NOW)).of(entry, "Request 12", NOW);

    assertThat(value(event(elsewhere), "UID"))
        .isNotEqualTo(value(event(file(window, 0, false)), "UID"));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-24T09:00:00Z/2026-01-24T11:00:00Z", "2026-01-24/2026-01-26"})
  void a_time_is_read_as_it_was_stored(String text) {
    assertThat(CalendarTime.read(text).text()).isEqualTo(text);
  }

  private static Attachment file(Window window, int sequence, boolean cancelled) {
    CalendarTime time = CalendarTime.of(window).orElseThrow();
    return new CalendarFile(request(window), claim(NOW.minusSeconds(60)))
        .of(new CalendarEntry(sequence, time, cancelled), "Request 12", NOW);
  }

  private static Claim claim(Instant at) {
    return new Claim(3, 7, 2L, new ClaimState.Promised(), at, false, false, false, null);
  }

  private static CareRequest request(Window window) {
    return new CareRequest(
        7,
        1,
        12,
        UsualKind.GROCERIES,
        "Bread",
        window,
        "Maple Street",
        1,
        1L,
        false,
        null,
        false,
        new RequestState.Open(),
        1,
        NOW);
  }

  private static Calendar calendar(Attachment file) {
    try {
      return new CalendarBuilder().build(new StringReader(file.text()));
    } catch (IOException | ParserException e) {
      throw new AssertionError(file.text(), e);
    }
  }

  private static Component event(Attachment file) {
    assertThat(calendar(file).getComponents()).hasSize(1);
    return calendar(file).getComponents().getFirst();
  }

  private static Temporal date(PropertyContainer of, String name) {
    Temporal date = ((DateProperty<?>) property(of, name)).getDate();
    return date.isSupported(ChronoField.INSTANT_SECONDS) ? Instant.from(date) : date;
  }

  private static String value(PropertyContainer of, String name) {
    return property(of, name).getValue();
  }

  private static Property property(PropertyContainer of, String name) {
    return of.<Property>getProperty(name).orElseThrow();
  }
}
