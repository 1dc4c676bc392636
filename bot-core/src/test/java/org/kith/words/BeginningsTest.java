package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Somebody" has a capital letter where a sentence begins, and none inside of one. */
class BeginningsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "{asker} says: {words} = [words]",
        "For {asker}: {helping} = [asker, helping]",
        "There are details. {asker} is asked = []",
        "“{words}” {asker} thanks = []",
        "Thank you! {name} and {name} = []",
        "{count, plural, one {{name} helps} other {# help {name}}} = []"
      })
  void an_argument_inside_a_sentence_is_told_from_one_that_begins_it(String text, String within) {
    assertThat(Beginnings.within(text)).hasToString(within);
  }

  @ParameterizedTest
  @CsvSource({
    "en, write to somebody",
    "de, schreib an jemand",
    "fr, écris à quelqu’un",
    "es, escribe a alguien",
    "pt, escreva para alguém"
  })
  void somebody_within_a_sentence_is_written_small(String language, String part) {
    Words words = Words.in(language);
    assertThat(words.say("helping.write", "asker", words.say("somebody"))).contains(part);
    assertThat(
            words.say("claimed.part", "helper", words.say("somebody"), "number", "1", "said", "no"))
        .startsWith(words.raw("somebody"));
  }
}
