package org.kith.desk;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same changes on PostgreSQL. */
@Tag("long")
class PostgresAnonymousTest extends AnonymousTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
