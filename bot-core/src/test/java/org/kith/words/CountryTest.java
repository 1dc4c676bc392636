package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, DE",
    "Europe/Kyiv, UA",
    "America/New_York, US",
    "America/Sao_Paulo, BR",
    "Africa/Cairo, EG",
    "Europe/Belfast, GB",
    "Australia/Lord_Howe, AU",
  })
  void a_zone_has_the_country_whose_clocks_show_it(String zone, String country) {
    assertThat(Country.of(ZoneId.of(zone))).hasValue(country);
  }

  @Test
  void no_country_is_guessed_for_a_zone_of_none() {
    assertThat(Country.of(ZoneId.of("UTC"))).isEmpty();
    assertThat(Country.of(ZoneId.of("Etc/GMT+3"))).isEmpty();
    assertThat(Country.of(ZoneId.of("+03:00"))).isEmpty();
  }

  @Test
  void a_country_is_known_by_its_letters_and_by_its_name() {
    assertThat(Country.named("de", Locale.ENGLISH)).hasValue("DE");
    assertThat(Country.named("Germany", Locale.FRENCH)).hasValue("DE");
    assertThat(Country.named("allemagne", Locale.FRENCH)).hasValue("DE");
    assertThat(Country.named("Nowhere", Locale.ENGLISH)).isEmpty();
    assertThat(Country.named("", Locale.ENGLISH)).isEmpty();
  }
}
