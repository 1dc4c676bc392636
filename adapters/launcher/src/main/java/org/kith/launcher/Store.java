package org.kith.launcher;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.kith.Core;
import org.kith.store.DatabaseAddress;

/** Opens what is kept, as the settings say. */
final class Store {
  private static final String USER = "kith";

  private Store() {}

  static DatabaseAddress address(Settings settings) {
    Secret password = settings.databasePassword();
    String user = settings.databaseUser();
    return new DatabaseAddress(
        settings.databaseUrl(),
        user == null ? USER : user,
        password == null ? "" : password.value());
  }

  /**
   * Opens all of it for a look: the tables are brought up to date, and a key that does not open
   * what is sealed is refused.
   *
   * @throws org.kith.store.StoreTrouble with one line for the host
   */
  static Core open(DatabaseAddress address, DataFolder data) {
    return Core.open(address, data.path(), InstantSource.system(), ZoneOffset.UTC);
  }
}
