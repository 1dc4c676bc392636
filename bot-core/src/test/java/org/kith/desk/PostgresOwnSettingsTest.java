package org.kith.desk;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
@Tag("long")
class PostgresOwnSettingsTest extends OwnSettingsTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
