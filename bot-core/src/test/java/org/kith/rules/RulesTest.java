package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.store.DatabaseAddress;

/**
 * Rules 1 to 8 and 10 over random histories. More of them: {@code -Dkith.seeds=200}; one alone, as
 * a failure names it: {@code -Dkith.seed=17}.
 */
class RulesTest {
  private static final int STEPS = 90;

  private static final Tally TALLY = new Tally();

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_rules_hold_whatever_happens(long seed) throws IOException {
    Set<String> forgotten = play(seed, folder, DatabaseAddress.in(folder), TALLY);
    byte[] file = Files.readAllBytes(folder.resolve("kith.mv.db"));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    for (String gone : forgotten) {
      assertThat(text.contains(gone)).as("the file still holds " + gone).isFalse();
    }
  }

  @AfterAll
  static void much_has_happened() {
    if (Long.getLong("kith.seed") == null) {
      assertThat(TALLY.times().keySet())
          .contains(
              "came again",
              "linked",
              "freed by joining",
              "unlinked",
              "wanted to help themselves",
              "forgotten themselves",
              "forgotten on both accounts",
              "removed",
              "came back",
              "erased",
              "asked without a name",
              "reminded",
              "letters written",
              "letters read",
              "photos seen",
              "reports read",
              "barred",
              "blocked by name",
              "restarted",
              "details shown",
              "cards",
              "claimed",
              "released",
              "kept");
      assertThat(TALLY.times())
          .allSatisfy((what, times) -> assertThat(times).as(what).isPositive());
    }
  }

  /**
   * Lives through one history, and leaves the database closed.
   *
   * @return what must not be found in any file any more
   */
  static Set<String> play(long seed, Path folder, DatabaseAddress address, Tally tally) {
    try (LogWatch log = LogWatch.begin();
        History history = new History(seed, folder, address, tally)) {
      history.run(STEPS);
      history.calm();
      history.secrets().nowhere(log.lines());
      history.nameless().isNowhere(log.lines());
      history.letters().betweenTwo(log.lines());
      history.guarded().reachesNobodyElse(log.lines());
      history.end();
      history.secrets().nowhere(log.lines());
      history.nameless().isNowhere(log.lines());
      history.letters().betweenTwo(log.lines());
      history.guarded().reachesNobodyElse(log.lines());
      assertThat(log.errors()).isEmpty();
      return history.secrets().neverAgain();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("again with -Dkith.seed=" + seed + ": " + e.getMessage(), e);
    }
  }

  static LongStream seeds() {
    Long one = Long.getLong("kith.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.rangeClosed(1, Long.getLong("kith.seeds", 5));
  }
}
