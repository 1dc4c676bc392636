package org.kith.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers of requests can be typed with the digits of any writing. */
class ForeignDigitsTest {
  @Test
  void a_number_in_arabic_digits_is_the_same_number() {
    assertThat(Typed.read("claim", "١٢")).isEqualTo(Typed.read("claim", "12"));
    assertThat(Typed.read("done", "#۱۲")).isEqualTo(Typed.read("done", "#12"));
    assertThat(Typed.read("edit", "١٢ خبز")).isEqualTo(Typed.read("edit", "12 خبز"));
    assertThat(Typed.read("mine", "yes ١٢")).isEqualTo(Typed.read("mine", "yes 12"));
    assertThat(Typed.read("claim", "١٢ part milk")).isEqualTo(Typed.read("claim", "12 part milk"));
  }
}
