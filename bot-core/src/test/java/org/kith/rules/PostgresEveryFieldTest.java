package org.kith.rules;

import java.nio.file.Path;
import java.util.List;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Postgres;

/** The same on PostgreSQL, which takes fewer characters than H2. */
class PostgresEveryFieldTest extends EveryFieldTest {
  @Override
  DatabaseAddress address(Path folder) {
    return Postgres.fresh();
  }

  /** All else is decided before it comes to a database. */
  @Override
  List<String> texts() {
    return super.texts().stream()
        .filter(text -> text.chars().anyMatch(one -> one < ' ' || one > '~'))
        .toList();
  }
}
