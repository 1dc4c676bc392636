package org.kith.rules;

import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL. */
class PostgresBarredForgottenTest extends BarredForgottenTest {
  @Override
  DatabaseAddress database() {
    return Postgres.fresh();
  }
}
