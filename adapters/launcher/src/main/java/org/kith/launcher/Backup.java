package org.kith.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kith.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kith backup FILE}. */
@Command(
    name = "backup",
    description = "Copies the database into FILE, also while Kith is running.",
    mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "where to, such as kith-2027-01-24.zip")
  private Path file;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields.
  Backup() {}

  @Override
  public Integer call() {
    Settings settings = SettingsReader.ofThisProcess();
    if (!settings.embedded()) {
      throw new Refusal(Postgres.backup(settings, file));
    }
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new Refusal(target + " is there already; name another file, or move that one away.");
    }
    DataFolder data = DataFolder.open(settings.data());
    copy(settings, data, target);
    PrintWriter out = spec.commandLine().getOut();
    out.println("The database is copied to " + target + ".");
    out.println(
        "Not in it: the key that opens the private details. Copy " + data.sealingKey() + " too,");
    out.println(
        "and keep it somewhere else than the backup: who has both can read everything, and a"
            + " backup without its key can't be restored.");
    return 0;
  }

  /** Under a name of its own until it is whole. */
  private static void copy(Settings settings, DataFolder data, Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, DataFolder.forOwner(part, "rw-------"));
      Optional<RunningKith> running = RunningKith.find(data);
      if (running.isPresent()) {
        running.get().backup(part);
      } else {
        copyHere(settings, part);
      }
      Files.move(part, target);
    } catch (IOException e) {
      throw new Refusal("The backup can't be written to " + target + "; is the folder there?", e);
    } finally {
      part.toFile().delete();
    }
  }

  private static void copyHere(Settings settings, Path part) {
    if (!Files.exists(DatabaseFile.of(settings).file())) {
      throw new Refusal("There is no database yet: nothing to copy.");
    }
    try (Database database = Database.open(Store.address(settings))) {
      database.backup(part);
    }
  }
}
