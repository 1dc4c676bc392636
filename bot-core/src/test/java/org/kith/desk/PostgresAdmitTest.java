package org.kith.desk;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresAdmitTest extends AdmitTest {
  @Override
  DatabaseAddress address(Path in) {
    return Postgres.fresh();
  }
}
