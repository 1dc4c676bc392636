package org.kith.rules;

import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresExportLettersTest extends ExportLettersTest {
  @Override
  DatabaseAddress database() {
    return Postgres.fresh();
  }
}
