package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.words.Reading.Unclear;
import org.kith.words.Reading.Understood;

/** A language that has only its file reads and shows times by it, here Esperanto. */
class SecondLanguageTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant WEDNESDAY_9 = Instant.parse("2027-01-20T08:00:00Z");
  private static final Words ESPERANTO = Words.in("eo");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          morgaŭ 18:00          | ĵa 21 Jan, je 18:00
          MORGAŬ je 6           | ĵa 21 Jan, je 06:00
          sabate 10-12          | sa 23 Jan, 10:00–12:00
          sabato de 3 ĝis 5     | sa 23 Jan, 03:00–05:00
          vendredo matene       | ve 22 Jan, matene
          venonta vendredo      | ve 29 Jan
          post du tagoj         | ve 22 Jan
          post 3 horoj          | me 20 Jan, je 12:00
          post la 18:00         | me 20 Jan, 18:00–00:00
          ĝis vendredo          | ĝis ve 22 Jan
          la 24 de januaro      | di 24 Jan
          3/4                   | sa 3 Apr
          duono antaŭ 6, morgaŭ | ĵa 21 Jan, je 05:30
          lundo ĝis merkredo    | lu 25 – me 27 Jan
          kiam ajn              | iam ajn
          """)
  void reads_and_shows_by_its_file_alone(String typed, String shown) {
    assertThat(shown(typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow 6pm | ĵa 21 Jan, je 18:00
          Saturday     | sa 23 Jan
          any time     | iam ajn
          """)
  void what_makes_no_sense_in_it_is_read_in_english(String typed, String shown) {
    assertThat(shown(typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by vendredo", "sabate morning", "morgaŭ noon"})
  void the_two_languages_are_not_mixed_in_one_time(String typed) {
    assertThat(WhenReader.of(ESPERANTO).read(typed, WEDNESDAY_9, BERLIN))
        .isEqualTo(new Unclear(typed));
  }

  @Test
  void a_sentence_that_its_file_lacks_is_said_in_english() {
    assertThat(ESPERANTO.say("card.helping", "names", "Ana")).isEqualTo("Ana will help");
    assertThat(ESPERANTO.say("when.show.any")).isEqualTo("iam ajn");
  }

  @ParameterizedTest
  @CsvSource({"pt-BR, pt", "PT_br, pt", "es-419, es", "de-AT, de", "zh-CN, zh", "x, x", "'', ''"})
  void of_a_tag_the_language_counts_and_what_has_no_file_is_english(String tag, String language) {
    String spoken = Words.languages().contains(language) ? language : "en";

    assertThat(Words.in(tag).language()).isEqualTo(spoken);
  }

  private static String shown(String typed) {
    Reading reading = WhenReader.of(ESPERANTO).read(typed, WEDNESDAY_9, BERLIN);
    assertThat(reading).as(typed).isInstanceOf(Understood.class);
    return WhenText.of(ESPERANTO).text(((Understood) reading).window(), WEDNESDAY_9);
  }
}
