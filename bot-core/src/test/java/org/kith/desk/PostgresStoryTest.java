package org.kith.desk;

import java.nio.file.Path;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same stories on PostgreSQL. */
class PostgresStoryTest extends StoryTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }
}
