package org.kith.desk;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresBecomingOneTest extends BecomingOneTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
