package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.circle.Kind;
import org.kith.words.Reading.Understood;

/**
 * What each language says in a way of its own: numbers of people, kinds of help, the days of a
 * weekend. Now is Wednesday, 20 January 2027, nine in the morning in Berlin.
 */
class OwnWaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant WEDNESDAY_9 = Instant.parse("2027-01-20T08:00:00Z");
  private static final WhenText ENGLISH = WhenText.of(Words.in("en"));

  @ParameterizedTest
  @CsvSource({
    "ar, Africa/Cairo, نهاية الأسبوع, Fri 22 – Sat 23 Jan",
    "ar, Asia/Riyadh, نهاية الأسبوع, Fri 22 – Sat 23 Jan",
    "en, Asia/Riyadh, next weekend, Fri 29 – Sat 30 Jan",
    "ar, Europe/Berlin, نهاية الأسبوع, Sat 23 – Sun 24 Jan",
    "uk, Europe/Kyiv, на вихідних, Sat 23 – Sun 24 Jan",
    "en, UTC, weekend, Sat 23 – Sun 24 Jan"
  })
  void the_weekend_is_that_of_the_country(
      String language, String zone, String typed, String meant) {
    Reading reading = WhenReader.of(Words.in(language)).read(typed, WEDNESDAY_9, ZoneId.of(zone));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Understood.class,
            it -> assertThat(ENGLISH.text(it.window(), WEDNESDAY_9)).isEqualTo(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "uk, двоє, 2",
    "uk, дві людини, 2",
    "uk, п’ятеро людей, 5",
    "uk, 3 особи, 3",
    "ar, شخصين, 2",
    "ar, شخصان اثنان, 2",
    "ar, شخص واحد, 1",
    "ar, ثلاث متطوعات, 3",
    "ar, ثلاثة اشخاص, 3",
    "ar, ١١ شخصًا, 11"
  })
  void how_many_people_is_read_in_the_languages_own_way(String language, String typed, int meant) {
    Checked<Asked> read = AskReader.of(Words.in(language)).read("x, " + typed, WEDNESDAY_9, BERLIN);

    assertThat(read)
        .isInstanceOfSatisfying(
            Checked.Taken.class,
            taken ->
                assertThat(taken.value())
                    .isInstanceOfSatisfying(
                        Asked.class,
                        asked -> {
                          assertThat(asked.what()).isEqualTo("x");
                          assertThat(asked.helpers()).isEqualTo(meant);
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "uk, погуляти з собакою, PETS",
    "uk, допомога з переїздом, HOUSING",
    "uk, посидіти з бабусею, COMPANY",
    "uk, хліб і молоко, GROCERIES",
    "uk, супроводити до лікарні, APPOINTMENTS",
    "uk, перекласти лист, PAPERWORK",
    "ar, نقل كنبة, HOUSING",
    "ar, المشي مع الكلب, PETS",
    "ar, أحتاج من يتحدث معي, COMPANY",
    "ar, توصيلة الى المطار, RIDES",
    "ar, غسل السجاد, CHORES",
    "ar, شراء دواء, GROCERIES"
  })
  void the_kind_is_guessed_from_what_people_say(String language, String what, Kind meant) {
    assertThat(KindReader.of(Words.in(language)).guess(what)).isEqualTo(meant);
  }
}
