package org.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers to call in a hard hour. Each row is checked when it is read, too. */
class LifelinesTest {
  private static final Period OLDEST = Period.ofYears(2);

  @Test
  void no_row_was_reviewed_two_years_before_the_newest() {
    LocalDate newest =
        Lifelines.all().stream()
            .map(Lifeline::reviewed)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(Lifelines.all())
        .allSatisfy(row -> assertThat(row.reviewed()).isAfter(newest.minus(OLDEST)));
  }

  @Test
  void each_way_has_one_row_and_each_country_and_language_exists() {
    Set<String> seen = new HashSet<>();
    Set<String> countries = new HashSet<>(Set.of(Locale.getISOCountries()));
    countries.add(Lifelines.WORLD);
    assertThat(Lifelines.all())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(seen.add(row.country() + row.way() + row.number())).as("%s", row).isTrue();
          assertThat(countries).contains(row.country());
          assertThat(row.languages())
              .allSatisfy(tag ->
                  assertThat(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH))
                      .isNotEqualTo(tag)
                      .isNotEmpty());
        });
  }

  @Test
  void a_chat_is_an_address_and_a_call_is_a_number() {
    assertThat(Lifelines.all())
        .allSatisfy(row -> {
          boolean address = row.number().startsWith("https://");
          switch (row.way()) {
            case CHAT -> assertThat(address).as("%s", row).isTrue();
            case VOICE, TEXT -> assertThat(address).as("%s", row).isFalse();
            case RELAY -> assertThat(row.number()).isNotBlank();
          }
        });
  }

  @Test
  void the_whole_world_has_a_directory() {
    assertThat(Lifelines.of(Lifelines.WORLD))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.number()).startsWith("https://"));
    assertThat(Lifelines.of("XX")).isEmpty();
  }

  @Test
  void a_row_without_a_source_a_day_or_something_to_dial_is_refused() {
    String good = "DE\tName\ttalk\tvoice\t0800 1\talways\tde\thttps://example.org/a\t2026-01-20";
    assertThat(Lifeline.read(good).number()).isEqualTo("0800 1");
    for (String bad :
        new String[] {
          good.replace("https://example.org/a", ""),
          good.replace("0800 1", "call us"),
          good.replace("0800 1", "http://example.org"),
          good.replace("2026-01-20", ""),
          good.replace("always", "often"),
          good.replace("DE", "Germany"),
          good.replace("talk", "chat"),
          good + "\t"
        }) {
      assertThatThrownBy(() -> Lifeline.read(bad)).as(bad).isInstanceOf(RuntimeException.class);
    }
  }
}
