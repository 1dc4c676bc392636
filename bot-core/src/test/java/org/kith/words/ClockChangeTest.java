package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.Window;
import org.kith.words.Reading.Understood;

/** Local times that a clock change leaves out or brings twice. */
class ClockChangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Europe/Berlin       | 28 March 2027 2:30      | 2027-03-28T01:30:00Z | 2027-03-28T01:30:00Z
          Europe/Berlin       | 28 March 2027 1:30-2:30 | 2027-03-28T00:30:00Z | 2027-03-28T01:30:00Z
          Europe/Berlin       | 28 March 2027 2:30-3:00 | 2027-03-28T01:30:00Z | 2027-03-28T02:00:00Z
          Europe/Berlin       | 28 March 2027           | 2027-03-27T23:00:00Z | 2027-03-28T22:00:00Z
          Europe/Berlin       | 31 Oct 2027 2:30        | 2027-10-31T00:30:00Z | 2027-10-31T00:30:00Z
          Europe/Berlin       | 31 Oct 2027 2:30-3:30   | 2027-10-31T00:30:00Z | 2027-10-31T02:30:00Z
          Europe/Berlin       | 30 Oct 2027 22-6        | 2027-10-30T20:00:00Z | 2027-10-31T05:00:00Z
          America/New_York    | 14 March 2027 2:30      | 2027-03-14T07:30:00Z | 2027-03-14T07:30:00Z
          America/New_York    | 7 Nov 2027 1:30         | 2027-11-07T05:30:00Z | 2027-11-07T05:30:00Z
          Australia/Lord_Howe | 3 Oct 2027 2:15         | 2027-10-02T15:45:00Z | 2027-10-02T15:45:00Z
          Australia/Lord_Howe | 3 Oct 2027 2:10-2:30    | 2027-10-02T15:40:00Z | 2027-10-02T16:00:00Z
          Australia/Lord_Howe | 4 April 2027 1:45       | 2027-04-03T14:45:00Z | 2027-04-03T14:45:00Z
          Pacific/Kiritimati  | tomorrow 6pm            | 2027-01-22T04:00:00Z | 2027-01-22T04:00:00Z
          Pacific/Kiritimati  | today                   | 2027-01-20T10:00:00Z | 2027-01-21T10:00:00Z
          """)
  void move_forward_by_the_gap_or_are_the_earlier(
      String id, String typed, Instant from, Instant until) {
    ZoneId zone = ZoneId.of(id);
    Instant now = LocalDateTime.parse("2027-01-21T09:00").atZone(zone).toInstant();

    Reading reading = WhenReader.of(Words.in("en")).read(typed, now, zone);

    assertThat(reading).isInstanceOf(Understood.class);
    Window window = ((Understood) reading).window();
    assertThat(window.from()).isEqualTo(from);
    assertThat(window.until()).isEqualTo(until);
    assertThat(window.zone()).isEqualTo(zone);
  }
}
