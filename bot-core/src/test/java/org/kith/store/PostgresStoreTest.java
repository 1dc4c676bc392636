package org.kith.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.kith.testing.Postgres;

/** The tables' contract on PostgreSQL. */
class PostgresStoreTest {
  private static @Nullable Database database;

  @BeforeAll
  static void open() {
    database = Database.open(Postgres.fresh());
  }

  @AfterAll
  static void close() {
    opened().close();
  }

  private static Database opened() {
    return Objects.requireNonNull(database);
  }

  @Nested
  class CirclesAndPeople extends CircleTablesContract {
    @Override
    Database database() {
      return opened();
    }
  }

  @Nested
  class RequestsAndClaims extends RequestTablesContract {
    @Override
    Database database() {
      return opened();
    }
  }

  @Nested
  class CardsAndOutbox extends PostTablesContract {
    @Override
    Database database() {
      return opened();
    }
  }

  @Nested
  class WhatIsDue extends DueTablesContract {
    @Override
    Database database() {
      return opened();
    }
  }
}
