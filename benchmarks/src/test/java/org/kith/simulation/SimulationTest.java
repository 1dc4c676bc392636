package org.kith.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kith.post.Note;
import org.kith.simulation.Need.Scale;

/** The simulated circle itself, small: what holds for any seed, and for the same one twice. */
class SimulationTest {
  private static final Scale SMALL =
      new Scale(LocalDate.of(2026, 3, 23), 1, 60, ZoneId.of("Europe/Berlin"));

  @Test
  void every_request_ends_and_the_rules_of_noise_hold() {
    Tally tally = Simulation.lived(7, SMALL, busy(), true);

    assertThat(tally.requests()).isGreaterThan(5);
    assertThat(tally.claimed()).isPositive();
    assertThat(tally.hanging()).isZero();
    assertThat(tally.soundsMost()).isLessThanOrEqualTo(3);
    assertThat(tally.unaskedAtNight()).isZero();
    assertThat(tally.notes()).containsKey(Note.COULD_YOU);
  }

  @Test
  void the_same_seed_tells_the_same_story_and_another_one_another() {
    String once = story(7, false);

    assertThat(story(7, false)).isEqualTo(once);
    assertThat(story(8, false)).isNotEqualTo(once);
  }

  @Test
  void without_asking_nobody_is_asked_and_the_same_is_needed() {
    Tally tally = Simulation.lived(7, SMALL, busy(), false);

    assertThat(tally.notes())
        .doesNotContainKeys(Note.COULD_YOU, Note.NOBODY_FOR, Note.EVENING, Note.EVENING_BEFORE);
    assertThat(tally.requests()).isEqualTo(Need.all(SMALL, busy(), new Chance(7)).size());
  }

  private static String story(long seed, boolean asking) {
    Tally tally = Simulation.lived(seed, SMALL, busy(), asking);
    return tally.notes() + " " + tally.well() + " " + tally.hoursUntilClaim(0.5);
  }

  /** Enough is asked of few people for something to happen within a week. */
  private static Habits busy() {
    Habits usual = Habits.usual();
    return usual.asking(40);
  }
}
