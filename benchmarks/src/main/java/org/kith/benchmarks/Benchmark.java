package org.kith.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures Kith beside the bare bots; started by {@code benchmarks/run}. */
public final class Benchmark {
  private Benchmark() {}

  /**
   * Takes all figures, prints them, and writes them down.
   *
   * @param arguments the project's folder; then {@code quick} to take few of them and write
   *     nothing, and {@code discord} or {@code telegram} to look at that one alone
   */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]).toAbsolutePath();
    Set<String> wanted = Set.of(arguments);
    boolean quick = wanted.contains("quick");
    Plan plan = quick ? Plan.quick() : Plan.full();
    Path target = Files.createDirectories(project.resolve("benchmarks/target"));
    Path folder = Files.createTempDirectory(target, "run");
    Path program = project.resolve("kith");
    List<Duel> duels =
        Stream.<Supplier<Side>>of(DiscordSide::new, TelegramSide::new)
            .map(side -> new Duel(side, program, folder, plan))
            .filter(duel ->
                !quick
                    || wanted.size() < 3
                    || wanted.contains(duel.platform.toLowerCase(Locale.ROOT)))
            .toList();
    duels.forEach(Duel::run);
    String report = Report.of(duels, plan);
    System.out.println(report);
    if (!quick) {
      Files.writeString(project.resolve("docs/benchmarks.md"), report);
    }
    // Clients and stand-ins leave threads behind.
    System.exit(0);
  }
}
