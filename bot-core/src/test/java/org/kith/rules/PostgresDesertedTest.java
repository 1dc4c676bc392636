package org.kith.rules;

import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresDesertedTest extends DesertedTest {
  @Override
  DatabaseAddress database() {
    return Postgres.fresh();
  }
}
