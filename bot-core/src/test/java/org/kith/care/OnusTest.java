package org.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When what lies ahead rests on too few. */
class OnusTest {
  @Test
  void two_who_hold_more_than_half_are_too_few() {
    assertThat(Onus.isHeavy(List.of(3, 2, 1, 1))).isTrue();
    assertThat(Onus.isHeavy(List.of(2, 2, 2, 2))).isFalse();
    assertThat(Onus.isHeavy(List.of(4, 1, 1, 1, 1, 1, 1))).isFalse();
  }

  @Test
  void a_handful_of_promises_says_nothing() {
    assertThat(Onus.isHeavy(List.of(5))).isFalse();
    assertThat(Onus.isHeavy(List.of())).isFalse();
    assertThat(Onus.isHeavy(List.of(6))).isTrue();
  }
}
