package org.kith.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which one of several processes on one PostgreSQL delivers: the one that holds an advisory lock.
 * It belongs to a connection, so that it is free the moment its process dies. On H2 there is only
 * one process.
 */
final class Leadership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  /** Any number that no other program uses on the same database: the letters of the name. */
  private static final long LOCK = 0x4B495448L;

  private static final int ANSWERS_WITHIN_SECONDS = 2;

  private final DatabaseAddress address;
  private @Nullable Connection held;

  Leadership(DatabaseAddress address) {
    this.address = address;
  }

  /** True if this process delivers; takes the lead if nobody has it. */
  synchronized boolean isHere() {
    if (address.isH2()) {
      return true;
    }
    try {
      Connection connection = held;
      if (connection != null && connection.isValid(ANSWERS_WITHIN_SECONDS)) {
        return true;
      }
      close();
      return take();
    } catch (SQLException e) {
      LOG.warn("It can't be seen just now which process delivers: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public synchronized void close() {
    Connection connection = held;
    held = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("A broken connection is dropped", e);
      }
    }
  }

  private boolean take() throws SQLException {
    Connection fresh =
        DriverManager.getConnection(address.url(), address.user(), address.password());
    try (Statement statement = fresh.createStatement();
        ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      if (answer.next() && answer.getBoolean(1)) {
        held = fresh;
        return true;
      }
    }
    fresh.close();
    return false;
  }
}
