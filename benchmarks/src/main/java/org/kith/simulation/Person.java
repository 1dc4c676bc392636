package org.kith.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.kith.circle.UsualKind;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Chance.Weighted;

/**
 * A simulated person.
 *
 * @param willing how likely they help with what they see, could do, and like
 * @param looks how often a day they look into the space
 * @param heeds the share of posts with a sound after which they look soon
 * @param reads the median of the minutes after which a private message is read
 */
record Person(
    int id,
    String account,
    String name,
    double willing,
    double looks,
    double heeds,
    double reads,
    boolean mayAsk,
    boolean reachable,
    boolean steward) {
  private static final int STEWARDS = 3;

  /** What fits somebody, and what they would rather not. */
  private static final double LIKED = 1.5;

  private static final double NOT_LIKED = 0.5;

  /** Somebody of a circle; the same for the same chance. */
  static Person of(int id, Habits habits, Chance chance) {
    SplittableRandom random = chance.of(About.PERSON, id);
    Sort sort =
        Chance.pick(
            List.of(
                new Weighted<>(0.55, Sort.SELDOM),
                new Weighted<>(0.30, Sort.SOMETIMES),
                new Weighted<>(0.12, Sort.OFTEN),
                new Weighted<>(0.03, Sort.VERY_OFTEN)),
            random);
    double looks =
        Chance.pick(
            List.of(
                new Weighted<>(0.15, 8.0),
                new Weighted<>(0.40, 3.0),
                new Weighted<>(0.25, 1.0),
                new Weighted<>(0.20, 0.3)),
            random);
    boolean steward = id < STEWARDS;
    double own = 0.5 + random.nextDouble();
    boolean mayAsk = random.nextDouble() < sort.mayAsk * habits.mayAsk();
    boolean reachable = random.nextDouble() >= habits.closed() || mayAsk || steward;
    return new Person(
        id,
        "p" + id,
        "P" + id,
        Math.min(0.6, sort.willing * own * habits.willing()),
        (steward ? Math.max(3, looks) : looks) * habits.looks(),
        habits.heed() * Math.min(1, looks / 4),
        10 * Math.exp(random.nextDouble() * 2.3),
        mayAsk,
        reachable,
        steward);
  }

  /** How much this kind of care suits them. */
  double likes(UsualKind kind, Chance chance) {
    return chance.yes(0.5, About.LIKES, id, Chance.key(kind)) ? LIKED : NOT_LIKED;
  }

  /** How readily somebody helps; few do most, as everywhere. */
  private enum Sort {
    SELDOM(0.003, 0.08),
    SOMETIMES(0.03, 0.3),
    OFTEN(0.1, 0.6),
    VERY_OFTEN(0.25, 0.8);

    private final double willing;
    private final double mayAsk;

    Sort(double willing, double mayAsk) {
      this.willing = willing;
      this.mayAsk = mayAsk;
    }
  }
}
