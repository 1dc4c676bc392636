package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.rules.Everyday.Plot;
import org.kith.rules.Reached.Way;

/**
 * Every message that reaches anybody in a long random history, held against the table of who may
 * know what ({@link Fact}).
 */
class WhoSeesWhatTest {
  private static final int STEPS = 130;
  private static final int FEWER = 60;

  @TempDir Path folder;
  @TempDir Path another;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void nobody_reads_what_is_not_for_them(long seed) {
    try (Everyday everyday = new Everyday(seed, folder, Plot.ALL)) {
      everyday.run(STEPS);

      Witness witness = everyday.witness();
      assertThat(witness.leaks()).isEmpty();
      for (Fact fact :
          List.of(Fact.DETAILS, Fact.OTHER_CIRCLE, Fact.BLOCK, Fact.REPORT, Fact.STEWARD_TALK)) {
        assertThat(everyday.table().told(fact, witness.reached()))
            .as("%s reached those whom it is for", fact)
            .isPositive();
      }
      assertThat(everyday.asksWithoutName()).isPositive();
      assertThat(everyday.declines()).isPositive();
      assertThat(everyday.partings()).isPositive();
    }
  }

  @Test
  void a_leak_of_each_sort_is_found() {
    try (Everyday everyday = new Everyday(4, folder, Plot.ALL)) {
      everyday.run(80);
      assertThat(everyday.witness().leaks()).isEmpty();
      for (Fact fact : Fact.values()) {
        String words = String.join(" ", everyday.table().of(fact).getLast().words());
        everyday.witness().sees(new Reached(Way.LETTER, "zoe", "", "So: " + words, Set.of()));

        assertThat(everyday.witness().leaks())
            .as("once anybody is told %s", words)
            .anyMatch(leak -> leak.startsWith(fact + " ") && leak.contains("reader=zoe"));
      }
    }
  }

  @Test
  void nobody_can_tell_a_no_from_silence() {
    try (Everyday no = new Everyday(5, folder, Plot.ALL);
        Everyday silence = new Everyday(5, another, Plot.NO_DECLINES)) {
      no.run(FEWER);
      silence.run(FEWER);

      assertThat(no.declines()).isPositive();
      assertThat(silence.declines()).isZero();
      String otto = Everyday.DECLINING;
      assertThat(no.witness().unlike(silence.witness(), otto)).isEmpty();
      assertThat(silence.witness().unlike(no.witness(), otto)).isEmpty();
    }
  }

  @Test
  void nobody_can_tell_whom_somebody_has_blocked() {
    try (Everyday blocks = new Everyday(6, folder, Plot.AT_A_DISTANCE);
        Everyday never = new Everyday(6, another, Plot.NO_BLOCKS)) {
      blocks.run(FEWER);
      never.run(FEWER);

      String dee = Everyday.BLOCKING;
      assertThat(blocks.witness().unlike(never.witness(), dee)).isEmpty();
      assertThat(never.witness().unlike(blocks.witness(), dee)).isEmpty();
      assertThat(blocks.blockedHelps()).isEqualTo(never.blockedHelps());
    }
  }
}
