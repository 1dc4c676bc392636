package org.kith.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kith.simulation.Need.Scale;
import org.kith.simulation.Page.Column;

/** A year of a circle, with and without asking; started by {@code benchmarks/circle}. */
public final class Simulation {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int PEOPLE = 150;
  private static final int A_YEAR = 52;

  private Simulation() {}

  /**
   * Lives through the years, prints what became of them, and writes it down.
   *
   * @param arguments the project's folder; then a number of weeks, to print only; then a seed
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int weeks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : A_YEAR;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Scale scale = new Scale(FIRST, weeks, PEOPLE, ZONE);
    long began = System.nanoTime();
    List<Column> columns = columns(seed, scale);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String page = new Page(seed, scale, columns, took).written();
    System.out.println(page);
    if (arguments.length == 1) {
      Files.writeString(Path.of(arguments[0], "docs/simulation.md"), page);
    }
    // The core's threads wait for nobody.
    System.exit(0);
  }

  /** One life of a circle. */
  static Tally lived(long seed, Scale scale, Habits habits, boolean asking) {
    try (World world = new World(scale.begin(), scale.zone(), scale.people(), asking)) {
      Life life = new Life(world, habits, new Chance(seed), scale);
      life.pass();
      return life.tally;
    }
  }

  private static List<Column> columns(long seed, Scale scale)
      throws InterruptedException, ExecutionException {
    List<Future<Column>> begun = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (Habits habits : List.of(Habits.usual(), Habits.harsh())) {
        for (boolean asking : List.of(true, false)) {
          begun.add(
              pool.submit(() -> new Column(habits, asking, lived(seed, scale, habits, asking))));
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    for (Future<Column> one : begun) {
      columns.add(one.get());
    }
    return columns;
  }
}
