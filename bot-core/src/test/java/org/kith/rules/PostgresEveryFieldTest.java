package org.kith.rules;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL, which takes fewer characters than H2. */
class PostgresEveryFieldTest extends EveryFieldTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
