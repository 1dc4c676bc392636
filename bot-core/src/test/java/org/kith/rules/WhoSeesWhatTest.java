package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message that reaches anybody in a long random history, held against the table of who may
 * know what ({@link Fact}).
 */
class WhoSeesWhatTest {
  private static final int STEPS = 150;

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void nobody_reads_what_is_not_for_them(long seed) {
    try (Everyday everyday = new Everyday(seed, folder)) {
      everyday.run(STEPS);

      assertThat(everyday.table().leaks(everyday.reached())).isEmpty();
      for (Fact fact :
          List.of(Fact.DETAILS, Fact.OTHER_CIRCLE, Fact.BLOCK, Fact.REPORT, Fact.STEWARD_TALK)) {
        assertThat(everyday.table().told(fact, everyday.reached()))
            .as("%s reached those whom it is for", fact)
            .isPositive();
      }
      assertThat(everyday.asksWithoutName()).isPositive();
      assertThat(everyday.declines()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_leak_of_each_sort_is_found(Fact fact) {
    try (Everyday everyday = new Everyday(4, folder)) {
      everyday.run(80);
      String words = String.join(" ", everyday.table().of(fact).getLast().words());
      List<Reached> all = new ArrayList<>(everyday.reached());
      assertThat(everyday.table().leaks(all)).isEmpty();

      all.add(new Reached(Reached.Way.LETTER, "zoe", "", "So: " + words, Set.of()));

      assertThat(everyday.table().leaks(all)).singleElement().asString().startsWith(fact.name());
    }
  }
}
