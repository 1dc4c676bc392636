package org.kith.rules;

import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresDepartedTest extends DepartedTest {
  @Override
  DatabaseAddress database() {
    return Postgres.fresh();
  }
}
