package org.kith.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Kith beside the bare bot on one platform, in turns, each with a platform of its own. */
final class Duel {
  /** Slower than this for one in a hundred, and the backlog grows. */
  private static final double TOO_SLOW_MS = 1_000;

  private static final int RAMP_SECONDS = 2;
  private static final double STEEPER = 1.5;
  private static final int RAMP_END = 5_000;

  final Figures kith = new Figures();
  final Figures bare = new Figures();
  final String platform;

  private final Supplier<Side> sides;
  private final Path program;
  private final Path folder;
  private final Plan plan;
  private int folders;

  Duel(Supplier<Side> sides, Path program, Path folder, Plan plan) {
    this.sides = sides;
    this.program = program;
    this.folder = folder;
    this.plan = plan;
    try (Side side = sides.get()) {
      this.platform = side.name();
    }
  }

  void run() {
    starts();
    for (int i = 0; i < plan.repetitions(); i++) {
      say("round " + (i + 1) + " of " + plan.repetitions());
      // Whoever comes second may find a machine that is warmer, or busier.
      load(i % 2 == 0);
      load(i % 2 != 0);
    }
  }

  private void starts() {
    Path data = newFolder();
    try (Side ours = sides.get();
        Side theirs = sides.get()) {
      for (int i = 0; i <= plan.starts(); i++) {
        boolean counts = i > 0;
        start(kith, ours, true, data, counts);
        start(bare, theirs, false, data, counts);
      }
    }
    say(
        "started %d times: %s ms, the bare bot %s ms"
            .formatted(plan.starts(), kith.start, bare.start));
  }

  private void start(Figures figures, Side side, boolean isKith, Path data, boolean counts) {
    try (Bot bot = bot(side, isKith, data)) {
      double ready = bot.ready(side);
      if (counts) {
        figures.start.add(ready);
      }
    }
  }

  private void load(boolean isKith) {
    Figures figures = isKith ? kith : bare;
    String name = isKith ? "Kith" : "the bare bot";
    try (Side side = sides.get();
        Bot bot = bot(side, isKith, newFolder())) {
      figures.firstStart.add(bot.ready(side));
      rest();
      figures.memory.add(bot.residentMegabytes());
      say("%s at rest: %s MB".formatted(name, figures.memory));
      Load.run(side, Plan.WARM_UP_RATE, plan.warmUp() / Plan.WARM_UP_RATE);
      int sustained = 0;
      for (int rate : Plan.RATES) {
        Sample sample = Load.run(side, rate, rate == 1 ? plan.slow() : plan.fast());
        figures.at(rate).add(sample);
        sustained = isSustained(sample) ? rate : sustained;
        say("%s at %d/s: %s".formatted(name, rate, sample));
      }
      rest();
      figures.memoryLater.add(bot.residentMegabytes());
      figures.sustained.add(ramp(side, sustained));
      say(
          "%s: %s/s, %s MB, later %s MB"
              .formatted(name, figures.sustained, figures.memory, figures.memoryLater));
    }
  }

  /** Faster and faster, until a backlog grows; the last rate at which none did. */
  private static int ramp(Side side, int from) {
    int sustained = from;
    int rate = (int) (from * STEEPER);
    while (from > 0 && rate < RAMP_END && isSustained(Load.run(side, rate, RAMP_SECONDS))) {
      sustained = rate;
      rate = (int) (rate * STEEPER);
    }
    return sustained;
  }

  private static boolean isSustained(Sample sample) {
    return sample.answer().p99() < TOO_SLOW_MS && sample.card().p99() < TOO_SLOW_MS;
  }

  private Bot bot(Side side, boolean isKith, Path data) {
    File log = folder.resolve(isKith ? "kith.log" : "bare.log").toFile();
    return isKith ? Bot.kith(program, side, data, log) : Bot.bare(side, log);
  }

  private Path newFolder() {
    return folder.resolve(platform + "-" + ++folders);
  }

  private void rest() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.rest());
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private void say(String line) {
    System.err.println(platform + ": " + line);
  }
}
