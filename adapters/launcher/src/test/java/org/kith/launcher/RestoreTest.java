package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.Core;
import org.kith.store.Database;
import org.kith.store.Requests;
import org.kith.store.Sealer;
import org.kith.store.StoreTrouble;

class RestoreTest {
  @TempDir Path folder;

  @Test
  void a_sealed_row_without_its_key_stops_the_start_in_one_line() {
    Settings settings = withSealedRow();
    delete(settings.data().resolve(Core.KEY_FILE));

    assertThatThrownBy(() -> Kith.start(settings))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageStartingWith("KITH_DATA")
        .hasMessageContaining(Core.KEY_FILE);
  }

  @Test
  void a_backup_is_not_restored_where_its_key_is_not() throws IOException {
    Settings from = withSealedRow();
    Path copy = folder.resolve("copy.zip");
    try (Database database = Database.open(Store.address(from))) {
      database.backup(copy);
    }
    Settings to = settings("elsewhere");

    assertThatThrownBy(() -> Restore.restore(to, copy, false, line -> {}))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("key");
    assertThat(DatabaseFile.of(to).file()).doesNotExist();

    Files.copy(from.data().resolve(Core.KEY_FILE), to.data().resolve(Core.KEY_FILE));
    Restore.restore(to, copy, false, line -> {});

    assertThat(DatabaseFile.of(to).file()).exists();
    try (Database database = Database.open(Store.address(to))) {
      boolean sealed = database.read(tables -> tables.requests().anySealed().isPresent());
      assertThat(sealed).isTrue();
    }
  }

  @Test
  void a_file_that_is_no_backup_is_refused_and_changes_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Ana");

    assertThatThrownBy(() -> Restore.restore(settings("data"), file, false, line -> {}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not a backup");
    assertThat(folder.resolve("data")).isEmptyDirectory();
  }

  /** A data folder whose database holds one sealed row. */
  private Settings withSealedRow() {
    Settings settings = settings("data");
    DataFolder data = DataFolder.open(settings.data());
    try (Database database = Database.open(Store.address(settings))) {
      Sealer sealer = Sealer.open(data.sealingKey(), null);
      database.write(tables -> {
        // The row alone is enough: the request that it belongs to is left out.
        tables.handle().execute("set referential_integrity false");
        tables.requests().keepDetails(1, sealer.seal("12 Maple Street", Requests.sealedRow(1)));
        return true;
      });
    }
    return settings;
  }

  private Settings settings(String data) {
    return SettingsReader.read(
        Map.of("KITH_HTTP", "127.0.0.1:0", "KITH_DATA", data), folder.resolve("none"), folder);
  }

  private static void delete(Path file) {
    assertThat(file.toFile().delete()).isTrue();
  }
}
