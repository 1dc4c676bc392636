package org.kith.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.kith.store.DatabaseAddress;

/**
 * One PostgreSQL for all tests of this process, and as many databases without a row as are asked
 * for: copies of one that has its tables already, and emptied again once nobody is connected, or
 * hundreds of them would have to be deleted in the end. It waits for no disk; that nothing is lost
 * is PostgreSQL's own promise.
 */
public final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String TEMPLATE = "with_tables";

  /** Those that a test handed out a moment ago may still come back to, after a restart. */
  private static final int MAY_COME_BACK = 3;

  private static final String TABLES =
      """
      select string_agg(quote_ident(tablename), ', ') from pg_tables
      where schemaname = 'public' and tablename <> 'flyway_schema_history'
      """;

  /** All there are, the one that was handed out last at the end. */
  private static final Deque<String> HANDED_OUT = new ArrayDeque<>();

  private static @Nullable EmbeddedPostgres running;

  private Postgres() {}

  /** The address of a database in which nothing is. */
  public static synchronized DatabaseAddress fresh() {
    EmbeddedPostgres postgres = running();
    String name;
    try {
      name = left(postgres);
      if (name == null) {
        name = "kith_" + DATABASES.incrementAndGet();
        run(postgres, "postgres", "create database " + name + " template " + TEMPLATE);
      } else {
        HANDED_OUT.remove(name);
        run(postgres, name, "truncate " + text(postgres, name, TABLES) + " restart identity");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made", e);
    }
    HANDED_OUT.addLast(name);
    return new DatabaseAddress(url(postgres, name), "postgres", "postgres");
  }

  /** A database that nobody uses any more; null if there is none. */
  private static @Nullable String left(EmbeddedPostgres postgres) throws SQLException {
    for (String name :
        HANDED_OUT.stream().limit(Math.max(0, HANDED_OUT.size() - MAY_COME_BACK)).toList()) {
      String connected = "select count(*) from pg_stat_activity where datname = '" + name + "'";
      if (text(postgres, "postgres", connected).equals("0")) {
        return name;
      }
    }
    return null;
  }

  private static void run(EmbeddedPostgres postgres, String database, String sql)
      throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(EmbeddedPostgres postgres, String database, String sql)
      throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
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
      run(started, "postgres", "create database " + TEMPLATE);
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
