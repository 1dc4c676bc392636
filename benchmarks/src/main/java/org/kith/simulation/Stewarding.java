package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.kith.care.RequestState;
import org.kith.command.Command;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Room.Said;

/** What those do who look after the circle, once nobody has come. */
final class Stewarding {
  private static final double DECLINES = 0.1;

  private final Life life;

  Stewarding(Life life) {
    this.life = life;
  }

  /** A steward hears that nobody has come. */
  void called(Person steward, Case one, Said said) {
    Instant reads = life.reads(steward, one, said.note(), 1);
    if (reads != null) {
      life.world.at(reads, () -> decides(steward, one, said));
    }
  }

  private void decides(Person steward, Case one, Said said) {
    if (!(one.state instanceof RequestState.Open)) {
      return;
    }
    double draw = life.chance.number(About.STEWARDS, steward.id(), one.need.index(), one.renewed);
    double looks = life.habits.lookAfter();
    Command what =
        draw < looks
            ? Life.button(said.what(), Command.LookAfter.class)
            : draw < looks + DECLINES ? new Command.CantHelp(one.id) : null;
    if (what != null) {
      life.world.does(steward, what, true);
      if (draw < looks && one.state instanceof RequestState.LookedAfter) {
        settles(steward, one);
      }
    }
  }

  private void settles(Person steward, Case one) {
    SplittableRandom random =
        life.chance.of(About.STEWARDS, steward.id(), one.need.index(), 100 + one.renewed);
    if (random.nextDouble() < life.habits.settles()) {
      Instant ends = one.window.ends();
      Instant then = ends == null ? life.world.now().plus(Duration.ofDays(2)) : ends;
      life.world.at(
          life.awake(then.plusSeconds(3600), random),
          () -> {
            if (one.state instanceof RequestState.LookedAfter) {
              one.helped = true;
              life.world.writes(steward, "/done " + one.number);
            }
          });
    }
  }
}
