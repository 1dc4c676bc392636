package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.words.Reading.Past;
import org.kith.words.Reading.Unclear;
import org.kith.words.Reading.Understood;

/** What people type is read as they mean it, or not at all. Now is Wednesday, 20 January 2027. */
class WhenReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Words ENGLISH = Words.in("en");
  private static final WhenReader READER = WhenReader.of(ENGLISH);
  private static final WhenText TEXT = WhenText.of(ENGLISH);
  private static final String WEDNESDAY_9 = "2027-01-20T09:00";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tomorrow 6pm             | Thu 21 Jan, 18:00
          6pm tomorrow             | Thu 21 Jan, 18:00
          tomorrow at 6 p.m.       | Thu 21 Jan, 18:00
          TOMORROW 6 PM            | Thu 21 Jan, 18:00
          Sat 10-12                | Sat 23 Jan, 10:00–12:00
          10-12 Sat                | Sat 23 Jan, 10:00–12:00
          Sat. 10–12               | Sat 23 Jan, 10:00–12:00
          sat 10 to 12             | Sat 23 Jan, 10:00–12:00
          Saturday 10am-12pm       | Sat 23 Jan, 10:00–12:00
          Saturday, 10:00 - 12:30  | Sat 23 Jan, 10:00–12:30
          Saturday between 10 and 12 | Sat 23 Jan, 10:00–12:00
          on Saturday from 10 until 12 | Sat 23 Jan, 10:00–12:00
          Sat at 10                | Sat 23 Jan, 10:00
          Saturday at noon         | Sat 23 Jan, 12:00
          Sat 10 o'clock           | Sat 23 Jan, 10:00
          Sat 18h                  | Sat 23 Jan, 18:00
          next Friday morning      | Fri 29 Jan, morning
          next Friday              | Fri 29 Jan
          this Friday              | Fri 22 Jan
          Friday                   | Fri 22 Jan
          Fri                      | Fri 22 Jan
          Friday next week         | Fri 29 Jan
          Wednesday                | Wed 20 Jan
          next Wednesday           | Wed 27 Jan
          Wed 8:00                 | Wed 27 Jan, 08:00
          Wed 10:00                | Wed 20 Jan, 10:00
          Wed 8-10                 | Wed 20 Jan, 08:00–10:00
          Wed 7-9                  | Wed 27 Jan, 07:00–09:00
          in 2 days                | Fri 22 Jan
          in two days at 6pm       | Fri 22 Jan, 18:00
          in a week                | Wed 27 Jan
          in 2 weeks               | Wed 3 Feb
          in 3 hours               | Wed 20 Jan, 12:00
          in an hour               | Wed 20 Jan, 10:00
          in half an hour          | Wed 20 Jan, 09:30
          in 45 minutes            | Wed 20 Jan, 09:45
          now                      | Wed 20 Jan, 09:00
          by Friday                | by Fri 22 Jan
          until Friday             | by Fri 22 Jan
          by Friday 6pm            | by Fri 22 Jan, 18:00
          Friday by 6              | by Fri 22 Jan, 18:00
          by Friday noon           | by Fri 22 Jan, 12:00
          by tonight               | by Wed 20 Jan, 22:00
          before Friday            | by Thu 21 Jan
          before 6pm tomorrow      | by Thu 21 Jan, 18:00
          by the end of Friday     | by Fri 22 Jan
          after 6pm                | Wed 20 Jan, 18:00–00:00
          Saturday after 3pm       | Sat 23 Jan, 15:00–00:00
          today                    | Wed 20 Jan
          tonight                  | Wed 20 Jan, evening
          tonight at 8             | Wed 20 Jan, 20:00
          this evening             | Wed 20 Jan, evening
          tomorrow morning         | Thu 21 Jan, morning
          tomorrow in the morning  | Thu 21 Jan, morning
          tomorrow morning at 6    | Thu 21 Jan, 06:00
          Saturday evening 7-9     | Sat 23 Jan, 19:00–21:00
          7-9 Saturday evening     | Sat 23 Jan, 19:00–21:00
          evening                  | Wed 20 Jan, evening
          the day after tomorrow   | Fri 22 Jan
          this weekend             | Sat 23 – Sun 24 Jan
          at the weekend           | Sat 23 – Sun 24 Jan
          next weekend             | Sat 30 – Sun 31 Jan
          next week                | Mon 25 – Sun 31 Jan
          this week                | Wed 20 – Sun 24 Jan
          whenever                 | any time
          Any time                 | any time
          any time on Saturday     | Sat 23 Jan
          Saturday, any time       | Sat 23 Jan
          to be agreed             | time to be agreed
          2027-01-24 18:00         | Sun 24 Jan, 18:00
          24.1. 18:00              | Sun 24 Jan, 18:00
          24.1. 18.30              | Sun 24 Jan, 18:30
          24.1.                    | Sun 24 Jan
          24.1                     | Sun 24 Jan
          24.01.2028               | Mon 24 Jan 2028
          24.1.28                  | Mon 24 Jan 2028
          24 Jan 6pm               | Sun 24 Jan, 18:00
          24 Jan, 10-12            | Sun 24 Jan, 10:00–12:00
          Jan 24 10-12             | Sun 24 Jan, 10:00–12:00
          10-12 24 Jan             | Sun 24 Jan, 10:00–12:00
          Jan 24                   | Sun 24 Jan
          January 24th, 2028       | Mon 24 Jan 2028
          the 24th of January      | Sun 24 Jan
          on the 24th              | Sun 24 Jan
          the 3rd                  | Wed 3 Feb
          Sunday 24 January        | Sun 24 Jan
          24 Sept                  | Fri 24 Sep
          24/1                     | Sun 24 Jan
          1/24                     | Sun 24 Jan
          4/4                      | Sun 4 Apr
          Sat 3/4                  | Sat 3 Apr
          24/1/2028 18:00          | Mon 24 Jan 2028, 18:00
          Monday to Wednesday      | Mon 25 – Wed 27 Jan
          Mon-Wed                  | Mon 25 – Wed 27 Jan
          Wed-Fri                  | Wed 20 – Fri 22 Jan
          24-26 Jan                | Sun 24 – Tue 26 Jan
          Jan 24-26                | Sun 24 – Tue 26 Jan
          24.-26.1.                | Sun 24 – Tue 26 Jan
          29 Jan - 2 Feb           | Fri 29 Jan – Tue 2 Feb
          from 3 to 5pm tomorrow   | Thu 21 Jan, 15:00–17:00
          tomorrow 3-5             | Thu 21 Jan, 15:00–17:00
          Sat 10-2                 | Sat 23 Jan, 10:00–14:00
          Sat 10-2pm               | Sat 23 Jan, 10:00–14:00
          Sat 11-1                 | Sat 23 Jan, 11:00–13:00
          Sat 9am-5                | Sat 23 Jan, 09:00–17:00
          Sat 22-1                 | Sat 23 Jan, 22:00–01:00
          Sat 11pm-1am             | Sat 23 Jan, 23:00–01:00
          Sat 8pm-midnight         | Sat 23 Jan, 20:00–00:00
          Fri 18:00 - Sun 12:00    | Fri 22 Jan, 18:00 – Sun 24 Jan, 12:00
          Sat 10am to noon         | Sat 23 Jan, 10:00–12:00
          Sat 18.00-20.00          | Sat 23 Jan, 18:00–20:00
          next Mon-Wed             | Mon 25 – Wed 27 Jan
          tomorrow to Friday       | Thu 21 – Fri 22 Jan
          Friday night             | Fri 22 Jan, night
          at 18                    | Wed 20 Jan, 18:00
          10-12                    | Wed 20 Jan, 10:00–12:00
          7-8                      | Thu 21 Jan, 07:00–08:00
          6pm                      | Wed 20 Jan, 18:00
          8am                      | Thu 21 Jan, 08:00
          08:30                    | Thu 21 Jan, 08:30
          noon                     | Wed 20 Jan, 12:00
          midnight                 | Thu 21 Jan, 00:00
          half past six            | Wed 20 Jan, 18:30
          quarter to 9 tomorrow    | Thu 21 Jan, 08:45
          at 6                     | Wed 20 Jan, 18:00
          tomorrow at 8            | Thu 21 Jan, 08:00
          ٢٤.١. ١٨:٠٠              | Sun 24 Jan, 18:00
          """)
  void reads_what_people_type(String typed, String shown) {
    Reading reading = read(typed, WEDNESDAY_9);

    assertThat(reading).isInstanceOf(Understood.class);
    assertThat(shown(reading, WEDNESDAY_9)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2027-01-23T09:00 | Sat 10-12        | Sat 23 Jan, 10:00–12:00
          2027-01-23T11:00 | Sat 10-12        | Sat 23 Jan, 10:00–12:00
          2027-01-23T13:00 | Sat 10-12        | Sat 30 Jan, 10:00–12:00
          2027-01-23T13:00 | Saturday         | Sat 23 Jan
          2027-01-23T13:00 | Saturday morning | Sat 30 Jan, morning
          2027-01-24T13:00 | this weekend     | Sat 23 – Sun 24 Jan
          2027-01-24T13:00 | next Friday      | Fri 29 Jan
          2027-01-22T13:00 | next Friday      | Fri 29 Jan
          2027-01-18T13:00 | next Friday      | Fri 29 Jan
          2027-01-20T22:30 | tonight          | Wed 20 Jan, night
          2026-12-20T09:00 | 24 Jan           | Sun 24 Jan 2027
          2026-12-30T09:00 | Thursday - Saturday | Thu 31 Dec 2026 – Sat 2 Jan 2027
          2026-12-30T09:00 | 31 Dec - 2 Jan   | Thu 31 Dec 2026 – Sat 2 Jan 2027
          2027-05-20T09:00 | 24 Jan           | Mon 24 Jan 2028
          2027-01-20T18:00 | 18:00            | Wed 20 Jan, 18:00
          2027-01-20T18:01 | 18:00            | Thu 21 Jan, 18:00
          2027-01-31T18:01 | the 30th         | Tue 30 Mar
          2027-06-20T18:01 | 29 Feb           | Tue 29 Feb 2028
          """)
  void reads_it_by_the_present_day(String now, String typed, String shown) {
    assertThat(shown(read(typed, now), now)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-01-01           | Wed 1 Jan 2020
          yesterday            | Tue 19 Jan
          yesterday 6pm        | Tue 19 Jan, 18:00
          today 8:00           | Wed 20 Jan, 08:00
          today 7-9            | Wed 20 Jan, 07:00–09:00
          this morning at 8    | Wed 20 Jan, 08:00
          19.1. 18:00          | Tue 19 Jan, 18:00
          1 Dec 2026           | Tue 1 Dec 2026
          by yesterday         | by Tue 19 Jan
          1 Jan                | Fri 1 Jan
          """)
  void what_is_over_is_never_moved_into_the_future(String typed, String shown) {
    Reading reading = read(typed, WEDNESDAY_9);

    assertThat(reading).isInstanceOf(Past.class);
    assertThat(shown(reading, WEDNESDAY_9)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "-",
        "soon",
        "the market",
        "two bags",
        "3/4",
        "Saturday or Sunday",
        "Sat 10-12 perhaps",
        "Mon 24 Jan",
        "31 Feb",
        "25:00",
        "Sat 10",
        "tomorrow 6",
        "24",
        "10.12",
        "2030-01-01",
        "in 900 days",
        "in 9999999999 days",
        "Saturday morning 18:00",
        "on on on on on",
        "tomorrow today",
        "6pm 7pm",
        "any time 6pm",
        "to Friday",
        "from Friday",
        "after Friday",
        "10-10:00:00",
        "Sat 13pm",
        "2027-13-01",
        "in 2",
        "next",
        "by",
        "99999999999999999999",
        "Sat 10-12 10-12",
        "10-12-14",
        "Fri 18:00 - Sun",
        "next month",
        "Sat 0am"
      })
  void what_is_not_wholly_understood_is_unclear(String typed) {
    assertThat(read(typed, WEDNESDAY_9)).isEqualTo(new Unclear(Clean.line(typed)));
  }

  @Test
  void a_text_longer_than_the_limit_is_unclear() {
    String padded = "tomorrow" + " on".repeat(31);

    assertThat(padded).hasSize(WhenReader.LIMIT + 1);
    assertThat(read(padded, WEDNESDAY_9)).isInstanceOf(Unclear.class);
  }

  @Test
  void now_is_never_a_moment_ago() {
    Instant now = Instant.parse("2027-01-20T09:00:20.5Z");

    Reading reading = READER.read("now", now, BERLIN);

    assertThat(((Understood) reading).window().from())
        .isEqualTo(Instant.parse("2027-01-20T09:01:00Z"));
  }

  private static Reading read(String typed, String now) {
    return READER.read(typed, instant(now), BERLIN);
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static String shown(Reading reading, String now) {
    return switch (reading) {
      case Understood understood -> TEXT.text(understood.window(), instant(now));
      case Past past -> TEXT.text(past.window(), instant(now));
      case Unclear unclear -> "unclear: " + unclear.text();
    };
  }
}
