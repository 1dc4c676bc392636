package org.kith.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.kith.launcher.Neighbours.Way;

/** Two neighbours who ask and help, one thing after the other, as chance has it. */
final class Pair {
  /** So many requests of theirs are under way at most. */
  private static final int AT_ONCE = 2;

  private static final long LOOK_NANOS = 2_000_000;

  private final Neighbours neighbours;
  private final int pair;
  private final Random chance;
  private final List<Need> needs = new ArrayList<>();

  Pair(Neighbours neighbours, int pair, long seed) {
    this.neighbours = neighbours;
    this.pair = pair;
    this.chance = new Random(seed);
  }

  /** All that they ever asked for. */
  List<Need> needs() {
    return List.copyOf(needs);
  }

  /** They go on until the bot is gone, each time waiting for the answer. */
  void goOn(BooleanSupplier isGone) {
    while (!isGone.getAsBoolean()) {
      Optional<Need> touched = act(List.of(Way.values()), true);
      while (touched.filter(need -> !need.isHeard()).isPresent() && !isGone.getAsBoolean()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** They do one thing more, although the bot is away, if their platform keeps it. */
  void actWhileAway() {
    List<Way> kept = List.copyOf(neighbours.keptWhileAway());
    act(kept, kept.contains(Way.TYPED));
  }

  private Optional<Need> act(List<Way> ways, boolean typing) {
    List<Need> open = needs.stream().filter(Need::isOpen).toList();
    if (typing && (open.isEmpty() || (open.size() < AT_ONCE && chance.nextInt(3) == 0))) {
      return Optional.of(ask());
    }
    return open.isEmpty()
        ? Optional.empty()
        : goOnWith(open.get(chance.nextInt(open.size())), ways, typing);
  }

  private Need ask() {
    Need need = new Need("bread no %d for house %d".formatted(needs.size() + 1, pair));
    needs.add(need);
    need.tries(neighbours.asks(pair, need.words()));
    return need;
  }

  /** As people do, they act on what they see, and only once the card shows what they know. */
  private Optional<Need> goOnWith(Need need, List<Way> ways, boolean typing) {
    Optional<SeenPost> card = need.among(neighbours.cards()).stream().findFirst();
    if (card.isEmpty()) {
      return Optional.empty();
    }
    need.numbered(card.get().number());
    CardState shown = card.get().state();
    if (need.known().filter(known -> known == shown).isEmpty()) {
      return Optional.empty();
    }
    Optional<Attempt> attempt =
        shown == CardState.OPEN ? onOpen(need, ways, typing) : onClaimed(need, ways, typing);
    attempt.ifPresent(need::tries);
    return attempt.map(_ -> need);
  }

  private Optional<Attempt> onOpen(Need need, List<Way> ways, boolean typing) {
    if (typing && chance.nextInt(5) == 0) {
      return Optional.of(neighbours.withdraws(pair, need.number()));
    }
    Way way = ways.get(chance.nextInt(ways.size()));
    need.claimedBy(way);
    return Optional.of(neighbours.claims(pair, need.number(), way));
  }

  private Optional<Attempt> onClaimed(Need need, List<Way> ways, boolean typing) {
    // A promise by reaction is taken back by taking back the reaction, any other by typing.
    boolean byReaction = need.claimedBy() == Way.REACTION;
    boolean canRelease = byReaction ? ways.contains(Way.REACTION) : typing;
    if (canRelease && chance.nextInt(2) == 0) {
      return Optional.of(neighbours.releases(pair, need.number(), need.claimedBy()));
    }
    if (!typing) {
      return Optional.empty();
    }
    return Optional.of(
        chance.nextInt(4) == 0
            ? neighbours.withdraws(pair, need.number())
            : neighbours.done(pair, need.number()));
  }

  @Override
  public String toString() {
    return neighbours.name() + ", house " + pair;
  }
}
