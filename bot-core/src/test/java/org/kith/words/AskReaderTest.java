package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.care.Window;
import org.kith.words.Checked.Refused;
import org.kith.words.Checked.Taken;
import org.kith.words.Reading.Past;
import org.kith.words.Reading.Understood;

/** One line of free text becomes a request. Now is Wednesday, 20 January 2027, 09:00 in Berlin. */
class AskReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2027-01-20T08:00:00Z");
  private static final Words ENGLISH = Words.in("en");
  private static final AskReader READER = AskReader.of(ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tomorrow 6pm               | -          | Thu 21 Jan, 18:00       | -    | -
          Saturday, 10-12            | -          | Sat 23 Jan, 10:00–12:00 | -    | -
          Friday                     | -          | Fri 22 Jan              | -    | -
          tomorrow morning           | -          | Thu 21 Jan, morning     | -    | -
          by Friday                  | -          | by Fri 22 Jan           | -    | -
          whenever                   | -          | any time                | -    | -
          Monday to Wednesday        | -          | Mon 25 – Wed 27 Jan     | -    | -
          two people                 | -          | -                       | -    | 2
          near here                  | -          | -                       | here | -
          3 people, near here, noon  | -          | Wed 20 Jan, 12:00       | here | 3
          soup, not bread            | soup, not bread | -                  | -    | -
          soup, noon, and bread      | soup, and bread | Wed 20 Jan, 12:00  | -    | -
          soonish                    | soonish    | -                       | -    | -
          """)
  void a_change_speaks_only_of_what_is_in_it(
      String typed, String what, String when, String near, String helpers) {
    Reworded read = ((Taken<Reworded>) READER.readChange(typed, NOW, BERLIN)).value();

    String shown =
        read.when() instanceof Understood(Window window)
            ? WhenText.of(ENGLISH).text(window, NOW)
            : "-";
    assertThat(shown).isEqualTo(when);
    assertThat(String.valueOf(read.what())).isEqualTo(what.replaceFirst("^-$", "null"));
    assertThat(String.valueOf(read.near())).isEqualTo(near.replaceFirst("^-$", "null"));
    assertThat(String.valueOf(read.helpers())).isEqualTo(helpers.replaceFirst("^-$", "null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 people", "21 people", "-3 helpers", "people 999999999999"})
  void a_number_of_people_that_can_not_be_never_becomes_the_words(String typed) {
    assertThat(READER.readChange(typed, NOW, BERLIN))
        .isEqualTo(new Refused<Reworded>("ask.refused.helpers", AskReader.MOST_HELPERS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          two bags of shopping, Saturday 10-12, 2 people | two bags of shopping | Sat 23 Jan, 10:00–12:00 | - | 2
          two bags, near Maple Street, tomorrow 6pm      | two bags | Thu 21 Jan, 18:00 | Maple Street | 1
          Two bags from the market                       | Two bags from the market | any time | - | 1
          bread, milk and eggs, Sat 10-12                | bread, milk and eggs | Sat 23 Jan, 10:00–12:00 | - | 1
          bread, Sat 10-12, and milk                     | bread, and milk | Sat 23 Jan, 10:00–12:00 | - | 1
          bread, soon, 3 helpers                         | bread, soon | any time | - | 3
          bread, two people, Near the old mill           | bread | any time | the old mill | 2
          a ride, at 6pm, at the library                 | a ride | Wed 20 Jan, 18:00 | the library | 1
          a lamp, Saturday, 10-12                        | a lamp | Sat 23 Jan, 10:00–12:00 | - | 1
          a lamp, 10-12, Saturday                        | a lamp | Sat 23 Jan, 10:00–12:00 | - | 1
          a lamp, Saturday, near the mill, 10-12         | a lamp | Sat 23 Jan, 10:00–12:00 | the mill | 1
          a lamp, Sat, 24.4., 10-12                      | a lamp | Sat 24 Apr, 10:00–12:00 | - | 1
          a lamp, Saturday, Sunday                       | a lamp, Sunday | Sat 23 Jan | - | 1
          a lamp, 2 people, 3 people                     | a lamp, 3 people | any time | - | 2
          a lamp, near here, near there                  | a lamp, near there | any time | here | 1
          soup for lunch, 30 people                      | soup for lunch, 30 people | any time | - | 1
          potatoes, at least 5 kg                        | potatoes, at least 5 kg | any time | - | 1
          2,5 kg of potatoes, Sat 10-12                  | 2,5 kg of potatoes | Sat 23 Jan, 10:00–12:00 | - | 1
          Soup for 2,5 people                            | Soup for 2,5 people | any time | - | 1
          bread,Sat 10-12,2 people                       | bread | Sat 23 Jan, 10:00–12:00 | - | 2
          bread,, tomorrow,                              | bread | Thu 21 Jan | - | 1
          ", bread, tomorrow"                            | bread | Thu 21 Jan | - | 1
          bread، tomorrow                                | bread | Thu 21 Jan | - | 1
          Saturday 10-12, a lamp                         | Saturday 10-12, a lamp | any time | - | 1
          a lamp, whenever                               | a lamp | any time | - | 1
          a lamp, by Friday, a helper                    | a lamp | by Fri 22 Jan | - | 1
          """)
  void sorts_the_parts_of_a_line(String typed, String what, String when, String near, int helpers) {
    Asked asked = taken(READER.read(typed, NOW, BERLIN));

    assertThat(asked.what()).isEqualTo(what);
    assertThat(WhenText.of(ENGLISH).text(window(asked), NOW)).isEqualTo(when);
    assertThat(asked.near() == null ? "-" : asked.near()).isEqualTo(near);
    assertThat(asked.helpers()).isEqualTo(helpers);
  }

  @Test
  void a_line_break_separates_like_a_comma_and_is_a_space_in_what() {
    Asked asked = taken(READER.read("Two bags\nfrom the market\r\ntomorrow\n", NOW, BERLIN));

    assertThat(asked.what()).isEqualTo("Two bags from the market");
    assertThat(WhenText.of(ENGLISH).text(window(asked), NOW)).isEqualTo("Thu 21 Jan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bread, yesterday", "bread, today, 8:00", "bread, 2020-01-01"})
  void a_time_that_is_over_stays_over(String typed) {
    assertThat(taken(READER.read(typed, NOW, BERLIN)).when()).isInstanceOf(Past.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", ",", "\n,\n", "\u200B\u202E", ", tomorrow, 2 people"})
  void nothing_asked_is_refused(String typed) {
    assertThat(READER.read(typed, NOW, BERLIN))
        .isEqualTo(new Refused<>("ask.refused.empty", AskReader.WHAT_LIMIT));
  }

  @Test
  void what_may_have_300_characters_and_no_more() {
    assertThat(AskReader.what("a".repeat(300))).isEqualTo(new Taken<>("a".repeat(300)));
    assertThat(AskReader.what(" " + "a".repeat(300) + " ")).isInstanceOf(Taken.class);
    assertThat(AskReader.what("a".repeat(301))).isEqualTo(new Refused<>("ask.refused.what", 300));
    assertThat(READER.read("a, ".repeat(3_000) + "tomorrow", NOW, BERLIN))
        .isEqualTo(new Refused<>("ask.refused.what", 300));
  }

  @Test
  void where_may_have_100_characters_and_no_more() {
    assertThat(READER.where("near " + "a".repeat(100))).isEqualTo(new Taken<>("a".repeat(100)));
    assertThat(READER.where("a".repeat(101))).isEqualTo(new Refused<>("ask.refused.near", 100));
    assertThat(READER.read("bread, near " + "a".repeat(101), NOW, BERLIN))
        .isEqualTo(new Refused<>("ask.refused.near", 100));
    assertThat(READER.where(" ")).isEqualTo(new Taken<>(""));
  }

  @Test
  void details_may_have_1500_characters_in_several_lines() {
    assertThat(AskReader.details("12 Maple Street\n\ndoor code 77"))
        .isEqualTo(new Taken<>("12 Maple Street\n\ndoor code 77"));
    assertThat(AskReader.details("a".repeat(1_501)))
        .isEqualTo(new Refused<>("ask.refused.details", 1_500));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "20, 20", "two, 2", "2 people, 2", "a helper, 1", "Three Helpers, 3"})
  void counts_people(String typed, int number) {
    assertThat(READER.helpers(typed)).isEqualTo(new Taken<>(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "21", "-1", "many", "2.5", "99999999999", "2 3", "people"})
  void refuses_a_number_of_people_that_cannot_be(String typed) {
    Refused<Integer> refused = new Refused<>("ask.refused.helpers", 20);

    assertThat(READER.helpers(typed)).isEqualTo(refused);
    assertThat(refused.say(ENGLISH)).isEqualTo("I can look for 1 to 20 people at a time.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask.refused.empty",
        "ask.refused.what",
        "ask.refused.near",
        "ask.refused.details"
      })
  void every_refusal_has_its_sentence(String reason) {
    assertThat(new Refused<>(reason, 300).say(ENGLISH)).isNotBlank().doesNotContain("{");
  }

  private static Asked taken(Checked<Asked> typed) {
    assertThat(typed).isInstanceOf(Taken.class);
    return ((Taken<Asked>) typed).value();
  }

  private static Window window(Asked asked) {
    assertThat(asked.when()).isInstanceOf(Understood.class);
    return ((Understood) asked.when()).window();
  }
}
