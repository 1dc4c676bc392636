package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTest {
  record Case(String what, String typed, String kept) {}

  static Case[] cases() {
    return new Case[] {
      new Case("spaces", "  two \t bags\u00A0\u3000of  it ", "two bags of it"),
      new Case("line breaks", "two\r\nbags\u2028of\u0085it", "two bags of it"),
      new Case("control characters", "a\u0000b\u001B[31mc\u007Fd", "ab[31mcd"),
      new Case("zero-width characters", "a\u200Bb\u2060c\uFEFFd\u00ADe", "abcde"),
      new Case("overrides", "a\u202Eb\u202Dc\u202Cd", "abcd"),
      new Case("isolates and marks", "\u2066a\u2069\u200Fb\u061Cc", "abc"),
      new Case("tags", "a\uDB40\uDC41b", "ab"),
      new Case("blank letters", "a\u3164b\u2800c\u115F", "abc"),
      new Case("halves of pairs", "a\uD800b\uDC00c", "abc"),
      new Case("private and non-characters", "a\uE000b\uFFFEc\uFDD0d", "abcd"),
      new Case("composed", "cafe\u0301", "caf\u00E9"),
      new Case("composed over what is hidden", "cafe\u200B\u0301", "caf\u00E9"),
      new Case("right-to-left text", "خبز וחלב bread", "خبز וחלב bread"),
      new Case("Persian non-joiner", "می\u200Cخواهم", "می\u200Cخواهم"),
      new Case("joiner in Hindi", "क्\u200Dष", "क्\u200Dष"),
      new Case("joiner in emoji", "👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧"),
      new Case("joiner after a variation", "❤\uFE0F\u200D🔥", "❤\uFE0F\u200D🔥"),
      new Case("joiner after a tone", "👩🏽\u200D🌾", "👩🏽\u200D🌾"),
      new Case("joiner that hides in Latin", "a\u200Db\u200Cc", "abc"),
      new Case("joiner at an edge", "\u200Dمی\u200C \u200Cخ", "می خ"),
      new Case("joiners in a row", "می\u200C\u200Cخ", "میخ"),
      new Case("keycap and flag", "1\uFE0F\u20E3 🇩🇪", "1\uFE0F\u20E3 🇩🇪"),
      new Case("piled marks", "a" + "\u0316".repeat(50) + "b", "a" + "\u0316".repeat(4) + "b"),
      new Case("markup stays", "*bold* @everyone <b> '; drop", "*bold* @everyone <b> '; drop"),
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void one_safe_line_is_kept(Case one) {
    assertThat(Clean.line(one.typed())).isEqualTo(one.kept());
  }

  @Test
  void lines_keep_their_breaks_but_no_empty_edges() {
    assertThat(Clean.lines("\n\n 12  Maple\u200B Street \r\n\r\n\r\n door 7\u2028bell\n\n"))
        .isEqualTo("12 Maple Street\n\ndoor 7\nbell");
    assertThat(Clean.lines(" \n\t\n")).isEmpty();
  }

  @Test
  void what_follows_the_last_line_is_joined_to_it() {
    String kept = Clean.lines("line\n".repeat(25));

    assertThat(kept.lines()).hasSize(Clean.MOST_LINES);
    assertThat(kept).endsWith("\nline line line line line line");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cleaning_twice_changes_nothing_and_leaves_nothing_hidden(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String typed = Garbage.text(random, 40);

      String once = Clean.line(typed);

      assertThat(Clean.line(once)).as("seed %s: %s", seed, typed).isEqualTo(once);
      assertThat(Clean.lines(Clean.lines(typed))).isEqualTo(Clean.lines(typed));
      assertThat(once)
          .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Co}\u200B\u202A-\u202E\u2066-\u2069]");
    }
  }
}
