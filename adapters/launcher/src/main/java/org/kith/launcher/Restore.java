package org.kith.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kith restore FILE}. */
@Command(
    name = "restore",
    description = "Puts back what ./kith backup has copied. Kith must be stopped.",
    mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "what ./kith backup wrote")
  private Path file;

  @Option(
      names = "--replace",
      description = "also where there is a database: that one is kept beside it")
  private boolean replace;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields.
  Restore() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    restore(SettingsReader.ofThisProcess(), file, replace, out::println);
    return 0;
  }

  /**
   * Puts a backup in the database's place.
   *
   * @param replace true if a database that is there is put aside; otherwise it is refused
   * @param tell is told in a line what was done
   * @throws Refusal or {@link org.kith.store.StoreTrouble} if it can't; nothing has changed then
   */
  static void restore(Settings settings, Path file, boolean replace, Consumer<String> tell) {
    if (!settings.embedded()) {
      throw new Refusal(Postgres.restore(settings, file));
    }
    DataFolder data = DataFolder.open(settings.data());
    DatabaseFile target = DatabaseFile.of(settings);
    if (target.isHeld()) {
      throw new Refusal(target.file() + " is in use: stop Kith first, then restore.");
    }
    if (Files.exists(target.file()) && !replace) {
      throw new Refusal(
          target.file() + " is there already; with --replace it is kept beside the restored one.");
    }
    try {
      Path folder = Files.createTempDirectory(data.path(), "restore");
      try {
        DatabaseFile copy = new DatabaseFile(folder.resolve("kith"));
        unpack(file, copy);
        check(copy, settings, data);
        put(copy, target, tell);
      } finally {
        clear(folder);
      }
    } catch (IOException e) {
      throw new Refusal("The backup can't be restored to " + target.file() + ".", e);
    }
    tell.accept("Restored from " + file + " to " + target.file() + ". Start Kith: ./kith");
  }

  private static void unpack(Path file, DatabaseFile copy) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(file + " is not there.");
    }
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(database(zip, file))) {
      Files.copy(in, copy.file());
    } catch (ZipException e) {
      throw new Refusal(file + " is not a backup, or it was cut short.", e);
    }
  }

  private static ZipEntry database(ZipFile zip, Path file) {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(DatabaseFile.ENDING))
        .findFirst()
        .orElseThrow(() -> new Refusal(file + " is not a backup of Kith: it holds no database."));
  }

  /** It opens, its tables are brought up to date, and the key that is here fits it. */
  private static void check(DatabaseFile copy, Settings settings, DataFolder data) {
    Store.open(copy.address(Store.address(settings)), data).close();
  }

  private static void put(DatabaseFile copy, DatabaseFile target, Consumer<String> tell)
      throws IOException {
    if (Files.exists(target.file())) {
      Path kept =
          target
              .path()
              .resolveSibling(target.path().getFileName() + ".replaced" + DatabaseFile.ENDING);
      Files.move(target.file(), kept, StandardCopyOption.REPLACE_EXISTING);
      tell.accept("The database that was there is kept as " + kept + ".");
    }
    Files.move(copy.file(), target.file());
  }

  private static void clear(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path left : files.toList()) {
        Files.delete(left);
      }
    }
    Files.delete(folder);
  }
}
