package org.kith.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The H2 file: marked while it is open, checked after an unclean stop, compacted, copied. */
final class H2File {
  private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

  /** H2 refuses a second process, but within one it would share the file without a word. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final DatabaseAddress address;
  private final Path path;
  private final Path mark;
  private boolean holds;

  H2File(DatabaseAddress address) {
    this.address = address;
    this.path = address.h2Path();
    this.mark = path.resolveSibling(path.getFileName() + ".open");
  }

  /**
   * Checks the file if the last stop was unclean, and marks it as open.
   *
   * @throws StoreTrouble if another process holds it, or this one does already
   * @return a connection that keeps the file open until the pool has its own
   */
  Connection prepare() {
    if (!HELD_HERE.add(path.toAbsolutePath())) {
      throw address.held(null);
    }
    holds = true;
    return mend();
  }

  private Connection mend() {
    boolean existed = Files.exists(file());
    try {
      Connection connection = connect();
      // Only who holds the file may look at the mark: the holder is another process's otherwise.
      if (existed && Files.exists(mark)) {
        List<String> damaged = IndexCheck.damagedTables(connection);
        if (!damaged.isEmpty()) {
          rebuild(connection, damaged);
          connection = connect();
        }
      }
      if (path.getParent() != null) {
        Files.createDirectories(path.getParent());
      }
      Files.writeString(mark, "This database is open, or its last stop was not clean.\n");
      return connection;
    } catch (SQLException e) {
      throw address.explain(new IllegalStateException(e.getMessage(), e));
    } catch (IOException e) {
      throw new StoreTrouble("KITH_DATA: " + mark + " can't be written; check its rights", e);
    }
  }

  long size() {
    try {
      return Files.exists(file()) ? Files.size(file()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void backup(Handle handle, Path target) {
    try {
      handle.execute("backup to ?", target.toAbsolutePath().toString());
    } catch (RuntimeException e) {
      throw new StoreTrouble("the backup " + target + " can't be written: is the folder there?", e);
    }
  }

  /** Gives back the room of what was deleted. Nobody else may have a connection. */
  void compact() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException e) {
      throw new IllegalStateException("the database can't be compacted", e);
    }
  }

  void closeCleanly() {
    if (!holds) {
      return;
    }
    try {
      compact();
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      letGo();
    }
  }

  /** Somebody else may open the file; the mark stays, so that it will be checked. */
  void letGo() {
    if (holds) {
      holds = false;
      HELD_HERE.remove(path.toAbsolutePath());
    }
  }

  /**
   * Writes the data out and into a new file; the damaged one is kept beside it. Whenever this is
   * interrupted, the damaged file is still in its place, or the whole new one is.
   */
  private void rebuild(Connection connection, List<String> damaged)
      throws SQLException, IOException {
    Path script = path.resolveSibling(path.getFileName() + ".rebuild.sql");
    Path fresh = path.resolveSibling(path.getFileName() + ".rebuilt");
    Path freshFile = path.resolveSibling(path.getFileName() + ".rebuilt.mv.db");
    Path kept = path.resolveSibling(path.getFileName() + ".damaged.mv.db");
    Files.deleteIfExists(freshFile);
    try (Statement statement = connection.createStatement()) {
      statement.execute("script to " + quoted(script));
      statement.execute("shutdown immediately");
    }
    DatabaseAddress beside = address.at(fresh);
    try (Connection rebuilt =
            DriverManager.getConnection(beside.url(), beside.user(), beside.password());
        Statement statement = rebuilt.createStatement()) {
      statement.execute("runscript from " + quoted(script));
      statement.execute("shutdown compact");
    }
    Files.copy(file(), kept, StandardCopyOption.REPLACE_EXISTING);
    Files.move(freshFile, file(), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(script);
    LOG.warn(
        "After an unclean stop the indexes of {} did not fit their tables: the data was written"
            + " into a new file, the old one is kept as {}",
        damaged,
        kept.getFileName());
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private Path file() {
    return path.resolveSibling(path.getFileName() + ".mv.db");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }
}
