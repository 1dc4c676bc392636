package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.kith.store.Writer.Kept;

/**
 * The way to the tables, on H2 and on PostgreSQL alike.
 *
 * <p>On H2 there is one write transaction at a time, and what {@link #write} returns is on disk: a
 * commit is followed by {@code CHECKPOINT SYNC}; those who wait at the same moment share both. Both
 * are needed: with several writers a killed process can leave a table and its index disagreeing.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** SQL's states for a key that is there already, a failed serialization, a deadlock. */
  private static final Set<String> CONFLICTS = Set.of("23505", "40001", "40P01");

  private final DatabaseAddress address;
  private final @Nullable H2File file;
  private final Leadership leadership;

  /** Held while any connection is in use; its write side while the file is compacted. */
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock(true);

  private final @Nullable Writer writer;
  private volatile @Nullable HikariDataSource pool;
  private volatile @Nullable Jdbi jdbi;

  private Database(DatabaseAddress address) {
    this.address = address;
    this.file = address.isH2() ? new H2File(address) : null;
    this.writer = file == null ? null : new Writer(this::jdbi, open.readLock());
    this.leadership = new Leadership(address);
  }

  /**
   * Opens the database and brings its tables up to date. After an unclean stop on H2 each table is
   * compared with its indexes, and rebuilt where they differ.
   *
   * @throws StoreTrouble if it can't be opened, with one line for the host
   */
  public static Database open(DatabaseAddress address) {
    Database database = new Database(address);
    try {
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      database.giveUp();
      throw address.explain(e);
    } catch (SQLException e) {
      database.giveUp();
      throw address.explain(new IllegalStateException(e.getMessage(), e));
    }
  }

  /** True on H2, where one process owns the file. */
  public boolean isEmbedded() {
    return file != null;
  }

  /** True if this process, of several on one PostgreSQL, is the one that delivers. */
  public boolean leads() {
    return leadership.isHere();
  }

  /**
   * Runs a write transaction; what it returns is on disk. Where another transaction was faster (two
   * first commands in a new place, say) the work is run once more, on what that one left.
   */
  public <T extends @Nullable Object> T write(Function<Tables, T> work) {
    return writer == null ? commit(work) : writer.write(work, Kept.DURABLY);
  }

  /**
   * Runs a write transaction that survives the death of the process, but a power loss only after
   * the next {@link #write} or {@link #settle}: for what is merely repeated when it is lost.
   */
  public <T extends @Nullable Object> T writeLightly(Function<Tables, T> work) {
    return writer == null ? commit(work) : writer.write(work, Kept.LIGHTLY);
  }

  /** Brings to disk what was written lightly. */
  public void settle() {
    if (writer != null) {
      writer.write(_ -> true, Kept.DURABLY);
    }
  }

  /** Waits until all that can be read now has been written as its writer asked for. */
  public void awaitWritten() {
    if (writer != null) {
      writer.write(_ -> true, Kept.NOT);
    }
  }

  /** Runs a read. It may see what is about to be on disk, and is not yet. */
  public <T extends @Nullable Object> T read(Function<Tables, T> work) {
    return inUse(() -> jdbi().withHandle(handle -> work.apply(new Tables(handle))));
  }

  /**
   * Runs a write transaction and takes everything back: what would be answered now, without
   * changing anything.
   */
  public <T extends @Nullable Object> T pretend(Function<Tables, T> work) {
    if (writer != null) {
      return writer.write(work, Kept.NOT);
    }
    return inUse(() ->
        jdbi()
            .inTransaction(handle -> {
              T result = work.apply(new Tables(handle));
              handle.rollback();
              return result;
            }));
  }

  /** True if a simple question is answered. */
  public boolean answers() {
    try {
      return read(tables -> tables.handle().createQuery("select 1").mapTo(int.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * H2: gives back the room of what was deleted, so that it is gone from the file too. Everything
   * waits meanwhile, well under a second for a usual circle. PostgreSQL: its own vacuum does this.
   */
  public void compact() {
    if (file == null) {
      return;
    }
    open.writeLock().lock();
    try {
      disconnect();
      file.compact();
    } finally {
      connect();
      open.writeLock().unlock();
    }
  }

  /** H2: how large the file is, in bytes; 0 on PostgreSQL. */
  public long size() {
    return file == null ? 0 : file.size();
  }

  /**
   * H2: writes a copy of the database, as of one moment, while it is in use.
   *
   * @throws StoreTrouble on PostgreSQL, which has its own tool, or if the copy can't be written
   */
  public void backup(Path target) {
    H2File h2 = file;
    if (h2 == null) {
      throw new StoreTrouble("PostgreSQL makes its own backups: use pg_dump");
    }
    read(tables -> {
      h2.backup(tables.handle(), target);
      return true;
    });
  }

  @Override
  public void close() {
    leadership.close();
    if (writer != null) {
      writer.close();
    }
    open.writeLock().lock();
    try {
      disconnect();
      if (file != null) {
        file.closeCleanly();
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T commit(Function<Tables, T> work) {
    try {
      return commitOnce(work);
    } catch (RuntimeException e) {
      if (isConflict(e)) {
        return commitOnce(work);
      }
      throw e;
    }
  }

  /** True if the same work may succeed a moment later. */
  private static boolean isConflict(RuntimeException wrong) {
    for (Throwable at = wrong; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && CONFLICTS.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private <T extends @Nullable Object> T commitOnce(Function<Tables, T> work) {
    return inUse(() -> jdbi().inTransaction(handle -> work.apply(new Tables(handle))));
  }

  private <T extends @Nullable Object> T inUse(Supplier<T> use) {
    open.readLock().lock();
    try {
      return use.get();
    } finally {
      open.readLock().unlock();
    }
  }

  private void prepare() throws SQLException {
    Connection first = file == null ? null : file.prepare();
    try (first) {
      Flyway.configure()
          .dataSource(address.url(), address.user(), address.password())
          .locations("classpath:db/migration")
          .loggers("slf4j")
          .load()
          .migrate();
      connect();
      if (writer != null) {
        writer.start();
      }
    }
  }

  private void giveUp() {
    disconnect();
    if (file != null) {
      file.letGo();
    }
  }

  private Jdbi jdbi() {
    Jdbi now = jdbi;
    if (now == null) {
      throw new IllegalStateException("the database is closed");
    }
    return now;
  }

  private void connect() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("kith");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    if (file == null) {
      // PostgreSQL's driver would add the row to the message of a key that is there already.
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    HikariDataSource fresh = new HikariDataSource(config);
    pool = fresh;
    Jdbi created = Jdbi.create(fresh);
    // By default the message of what went wrong, and so the log, says with which names and words.
    created.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    Instants.install(created);
    jdbi = created;
  }

  private void disconnect() {
    HikariDataSource old = pool;
    jdbi = null;
    pool = null;
    if (old != null) {
      old.close();
    }
  }
}
