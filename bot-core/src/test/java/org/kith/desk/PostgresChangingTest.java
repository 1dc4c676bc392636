package org.kith.desk;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same changes on PostgreSQL. */
class PostgresChangingTest extends ChangingTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
