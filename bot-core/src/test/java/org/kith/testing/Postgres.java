package org.kith.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kith.store.DatabaseAddress;

/** One PostgreSQL for all tests of this process, and as many empty databases as are asked for. */
public final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres running;

  private Postgres() {}

  /** The address of a new, empty database. */
  public static DatabaseAddress fresh() {
    String name = "kith_" + DATABASES.incrementAndGet();
    EmbeddedPostgres postgres = running();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made", e);
    }
    return new DatabaseAddress(
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, "postgres", "postgres");
  }

  private static synchronized EmbeddedPostgres running() {
    EmbeddedPostgres known = running;
    if (known != null) {
      return known;
    }
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start();
      running = started;
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }
}
