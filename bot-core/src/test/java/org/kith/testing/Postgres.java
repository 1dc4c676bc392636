package org.kith.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.kith.store.DatabaseAddress;

/**
 * One PostgreSQL for all tests of this process, and as many databases without a row as are asked
 * for: copies of one that has its tables already. It waits for no disk; that nothing is lost is
 * PostgreSQL's own promise.
 */
public final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String TEMPLATE = "with_tables";
  private static @Nullable EmbeddedPostgres running;

  private Postgres() {}

  /** The address of a new database. */
  public static DatabaseAddress fresh() {
    String name = "kith_" + DATABASES.incrementAndGet();
    EmbeddedPostgres postgres = running();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made", e);
    }
    return new DatabaseAddress(url(postgres, name), "postgres", "postgres");
  }

  private static String url(EmbeddedPostgres postgres, String name) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
  }

  private static synchronized EmbeddedPostgres running() {
    EmbeddedPostgres known = running;
    if (known != null) {
      return known;
    }
    try {
      EmbeddedPostgres started =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      try (var connection = started.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + TEMPLATE);
      }
      Flyway.configure()
          .dataSource(url(started, TEMPLATE), "postgres", "postgres")
          .locations("classpath:db/migration")
          .loggers("slf4j")
          .load()
          .migrate();
      running = started;
      return started;
    } catch (SQLException e) {
      throw new IllegalStateException("no template could be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }
}
