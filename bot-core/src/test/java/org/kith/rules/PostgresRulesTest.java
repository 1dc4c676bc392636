package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.testing.Postgres;

/** The same histories on PostgreSQL, fewer of them. */
class PostgresRulesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_rules_hold_whatever_happens(long seed) {
    Tally tally = new Tally();
    RulesTest.play(seed, folder, Postgres.fresh(), tally);
    assertThat(tally.times()).containsKey("claimed");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1_001, 1_000 + Math.max(2, Long.getLong("kith.seeds", 5) / 3));
  }
}
