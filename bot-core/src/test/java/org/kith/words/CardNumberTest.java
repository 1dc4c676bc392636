package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's number is known by its length and its check digit. */
class CardNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "My card is 4111 1111 1111 1111, 12/27",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "3782 822463 10005",
        "378282246310005",
        "4222222222222",
        "٤١١١١١١١١١١١١١١١"
      })
  void a_card_number_is_found_however_it_is_written(String text) {
    assertThat(CardNumber.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Two bags, Saturday 10-12",
        "4111111111111112",
        "411111111111",
        "41111111111111111111",
        "+4111111111111111",
        "030 1234567, or 0170 7654321",
        "2026-01-24 10:00-12:00",
        "2026-01-24 1000-1200"
      })
  void what_else_has_digits_is_none(String text) {
    assertThat(CardNumber.isIn(text)).isFalse();
  }
}
