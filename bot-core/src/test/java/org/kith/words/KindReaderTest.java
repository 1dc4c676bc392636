package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.UsualKind;

class KindReaderTest {
  private static final KindReader READER = KindReader.of(Words.in("en"));

  @ParameterizedTest
  @CsvSource({
    "Two bags from the market, GROCERIES",
    "two bags of shopping, GROCERIES",
    "GROCERIES please, GROCERIES",
    "A warm dinner for three, MEALS",
    "somebody to babysit on Friday, CHILDCARE",
    "a lift to the airport, RIDES",
    "Collect a parcel at the post office, ERRANDS",
    "mow the lawn, CHORES",
    "Walk the dog, PETS",
    "somebody to talk to, COMPANY",
    "come with me to the dentist, APPOINTMENTS",
    "help with a tax form, PAPERWORK",
    "a spare bed for two nights, HOUSING",
    "borrow money until Monday, MONEY",
    "my doctor's appointment, APPOINTMENTS",
    "hold a ladder, OTHER",
    "scarlet, OTHER",
    "a dinner and a ride, OTHER",
  })
  void guesses_the_kind_by_whole_words(String text, UsualKind kind) {
    assertThat(READER.guess(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Einkauf, GROCERIES",
    "de, Kinder hüten, CHILDCARE",
    "de, Kinder von der Schule abholen, CHILDCARE",
    "de, Paket abholen, ERRANDS",
    "de, Fahrt zum Arzt, RIDES",
    "de, Begleitung zum Arzt, APPOINTMENTS",
    "de, Blumen gießen, CHORES",
    "fr, garder les enfants, CHILDCARE",
    "fr, aller chercher les enfants à l’école, CHILDCARE",
    "fr, aller à l'aéroport, RIDES",
    "fr, m’accompagner à l’hôpital, APPOINTMENTS",
    "fr, faire mes courses, GROCERIES",
    "es, compras, GROCERIES",
    "es, cuidar a los niños, CHILDCARE",
    "es, llevarme al médico, RIDES",
    "es, regar las plantas, CHORES",
    "pt, cuidar das criancas, CHILDCARE",
    "pt, carona para o médico, RIDES",
    "pt, compras, GROCERIES",
  })
  void guesses_the_kind_in_each_language(String language, String text, UsualKind kind) {
    assertThat(KindReader.of(Words.in(language)).guess(text)).isEqualTo(kind);
  }

  /**
   * One pet and one meal: a word does not count twice because it is listed with its accent, too.
   */
  @Test
  void a_word_listed_with_and_without_its_accents_counts_once() {
    Properties few = new Properties();
    few.setProperty("kind.pets.read", "cão|cao");
    few.setProperty("kind.meals.read", "sopa");

    assertThat(KindReader.of(new Words(Locale.of("pt"), few)).guess("cão, sopa"))
        .isEqualTo(UsualKind.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!?", "😀", "|"})
  void what_names_no_kind_is_other(String text) {
    assertThat(READER.guess(text)).isEqualTo(UsualKind.OTHER);
  }

  @ParameterizedTest
  @EnumSource(UsualKind.class)
  void a_kind_is_chosen_by_its_name_and_its_code(UsualKind kind) {
    assertThat(READER.choice(READER.name(kind))).contains(kind);
    assertThat(READER.choice(" " + kind.name() + " ")).contains(kind);
  }

  @Test
  void a_kind_is_chosen_by_one_of_its_words_alone() {
    assertThat(READER.choice("Dog")).contains(UsualKind.PETS);
    assertThat(READER.choice("a dog")).isEqualTo(Optional.empty());
    assertThat(READER.choice("")).isEqualTo(Optional.empty());
  }

  @Test
  void names_are_for_people_and_differ() {
    assertThat(READER.name(UsualKind.COMPANY)).isEqualTo("Somebody to talk to");
    assertThat(READER.name(UsualKind.OTHER)).isEqualTo("A hand");
    assertThat(Arrays.stream(UsualKind.values()).map(READER::name)).doesNotHaveDuplicates();
  }
}
