package org.kith.desk;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same races on PostgreSQL, where circles are decided side by side. */
class PostgresRacesTest extends RacesTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
