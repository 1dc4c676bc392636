package org.kith.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.Core;
import org.kith.store.StoreTrouble;

/** What the doctor looks at on this machine: the folder, the disk, the database, the zone. */
final class HostCheck {
  /** A circle's database needs a few megabytes; compaction needs them twice. */
  private static final long LITTLE_ROOM = 200L * 1024 * 1024;

  private final Settings settings;
  private final List<Finding> findings = new ArrayList<>();

  private HostCheck(Settings settings) {
    this.settings = settings;
  }

  static List<Finding> look(Settings settings) {
    HostCheck check = new HostCheck(settings);
    try {
      DataFolder data = DataFolder.open(settings.data());
      check.rights(data);
      check.disk(data);
      check.database(data);
    } catch (Refusal refusal) {
      check.findings.add(Finding.broken(refusal.line()));
    } catch (StoreTrouble trouble) {
      check.findings.add(Finding.broken(String.valueOf(trouble.getMessage())));
    } catch (IOException e) {
      check.findings.add(Finding.broken("KITH_DATA: can't be looked at; check its permissions."));
    }
    check.zone();
    return check.findings;
  }

  private void rights(DataFolder data) throws IOException {
    Path key = data.sealingKey();
    if (Files.exists(key) && DataFolder.othersMayRead(key)) {
      findings.add(Finding.broken("Other users may read the sealing key: chmod 600 '" + key + "'"));
    } else if (DataFolder.othersMayRead(data.path())) {
      findings.add(
          Finding.advice("Other users may look into KITH_DATA: chmod 700 '" + data.path() + "'"));
    } else {
      findings.add(Finding.fine("The data folder is " + data.path() + ", for its owner alone."));
    }
  }

  private void disk(DataFolder data) throws IOException {
    FileStore disk = Files.getFileStore(data.path());
    long megabytes = disk.getUsableSpace() / (1024 * 1024);
    findings.add(
        disk.getUsableSpace() < LITTLE_ROOM
            ? Finding.broken(
                "Only %d MB are free for KITH_DATA: make room, or move the folder."
                    .formatted(megabytes))
            : Finding.fine("%,d MB are free on the disk.".formatted(megabytes)));
  }

  private void database(DataFolder data) {
    Optional<RunningKith> running = RunningKith.find(data);
    if (running.isPresent()) {
      String wrong = running.get().complaints();
      findings.add(
          wrong.isEmpty()
              ? Finding.fine("Kith is running at " + running.get().url() + " and takes commands.")
              : Finding.broken("Kith is running, but: " + wrong.replace("\n", "; ")));
      return;
    }
    if (settings.embedded() && !Files.exists(DatabaseFile.of(settings).file())) {
      findings.add(Finding.fine("There is no database yet; the first start makes one."));
      return;
    }
    try (Core core = Store.open(Store.address(settings), data)) {
      findings.add(
          Finding.fine(
              "The database opens, and what is sealed opens with "
                  + core.keyFile().getFileName()
                  + "."));
    }
  }

  private void zone() {
    String zone = settings.zone().getId();
    findings.add(
        settings.zone().normalized().equals(ZoneOffset.UTC)
            ? Finding.advice(
                "New circles begin with the zone "
                    + zone
                    + "; set KITH_ZONE if you live elsewhere.")
            : Finding.fine("New circles begin with the zone " + zone + "."));
  }
}
