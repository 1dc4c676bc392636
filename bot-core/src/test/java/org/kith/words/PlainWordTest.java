package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "off" works in every language, and each language's own word for it, too. */
class PlainWordTest {
  @ParameterizedTest
  @CsvSource({"AUS, off", " off , off", "Ärger, ärger", "Bäh, no", "bah, no", "ja, ja"})
  void one_s_own_word_and_the_english_one_are_one_word(String typed, String english) {
    Properties few = new Properties();
    few.setProperty("typed.read.off", "aus|ab");
    few.setProperty("typed.read.no", "bäh");

    assertThat(PlainWord.english(typed, new Words(Locale.GERMAN, few))).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"off", "on", "yes", "no", "part", "handover", "friends", "agreed", "send", "drop"})
  void each_language_s_words_are_understood_where_the_language_is_not_known(String english) {
    List<String> read = new ArrayList<>();
    for (String language : Words.languages()) {
      Words.in(language).own("typed.read." + english).stream()
          .map(PlainWord::english)
          .forEach(read::add);
    }
    assertThat(read).isNotEmpty().containsOnly(english);
  }

  @Test
  void other_words_stay_what_they_are() {
    assertThat(PlainWord.english("Until Sunday")).isEqualTo("until sunday");
  }
}
