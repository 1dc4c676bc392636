package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.slf4j.LoggerFactory;

/** A table and an index that disagree are found, and mended without losing a row. */
class IndexCheckTest {
  private static final int ACCOUNTS = 300;
  private static final String BY_PERSON = "ACCOUNT_OF_PERSON";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private DatabaseAddress address;

  @BeforeEach
  void fill() {
    address = DatabaseAddress.in(folder);
    try (Database database = Database.open(address)) {
      database.write(tables -> {
        for (int i = 0; i < ACCOUNTS; i++) {
          tables.people().meet(Platform.DISCORD, "id" + i, "Ana", "en", true, TablesContract.NOW);
        }
        return true;
      });
    }
    log.start();
    ((Logger) LoggerFactory.getLogger(H2File.class)).addAppender(log);
  }

  @AfterEach
  void silence() {
    ((Logger) LoggerFactory.getLogger(H2File.class)).detachAppender(log);
  }

  @Test
  void a_sound_file_is_found_sound() throws SQLException {
    try (Connection connection = Planted.connect(address)) {
      assertThat(IndexCheck.damagedTables(connection)).isEmpty();
    }
  }

  @Test
  void each_index_is_read_alone_and_the_table_without_any() throws SQLException {
    try (Connection connection = Planted.connect(address)) {
      List<IndexCheck.Index> indexes = IndexCheck.indexes(connection);
      assertThat(indexes).hasSizeGreaterThan(20);
      for (IndexCheck.Index index : indexes) {
        assertThat(plan(connection, IndexCheck.byIndex(index)))
            .contains("/* PUBLIC." + index.name() + " */");
        assertThat(plan(connection, IndexCheck.byTable(index)))
            .contains("PUBLIC." + index.table() + ".tableScan");
      }
    }
  }

  @Test
  void a_lost_a_ghostly_and_a_stale_entry_are_each_found() throws SQLException {
    try (Connection connection = Planted.connect(address)) {
      Planted.lostEntry(connection, "ACCOUNT", BY_PERSON, 7);
      assertThat(IndexCheck.damagedTables(connection)).containsExactly("ACCOUNT");
    }
    mended();
    try (Connection connection = Planted.connect(address)) {
      Planted.staleEntry(connection, "ACCOUNT", "ONE_ACCOUNT_AN_ID_INDEX_E", 7, "EXTERNAL_ID", "x");
      assertThat(IndexCheck.damagedTables(connection)).containsExactly("ACCOUNT");
    }
    mended();
    try (Connection connection = Planted.connect(address)) {
      Planted.ghostEntry(connection, "ACCOUNT", BY_PERSON, 7);
      assertThat(IndexCheck.damagedTables(connection)).containsExactly("ACCOUNT");
    }
  }

  @Test
  void after_an_unclean_stop_a_damaged_file_is_rebuilt_and_kept() throws Exception {
    try (Connection connection = Planted.connect(address)) {
      Planted.lostEntry(connection, "ACCOUNT", BY_PERSON, 7);
      Planted.ghostEntry(connection, "ACCOUNT", BY_PERSON, 8);
    }
    long size = Files.size(folder.resolve("kith.mv.db"));
    mended();

    assertThat(log.list)
        .singleElement()
        .satisfies(line ->
            assertThat(line.getFormattedMessage())
                .contains("[ACCOUNT]")
                .contains("kith.damaged.mv.db"));
    assertThat(folder.resolve("kith.damaged.mv.db")).isRegularFile();
    assertThat(Files.size(folder.resolve("kith.damaged.mv.db"))).isEqualTo(size);
    assertThat(folder.resolve("kith.rebuild.sql")).doesNotExist();
    assertThat(folder.resolve("kith.rebuilt.mv.db")).doesNotExist();
  }

  @Test
  void after_a_clean_stop_nothing_is_looked_for() throws SQLException {
    try (Connection connection = Planted.connect(address)) {
      Planted.lostEntry(connection, "ACCOUNT", BY_PERSON, 7);
    }
    Database.open(address).close();
    assertThat(log.list).isEmpty();
  }

  /** Opens the file as after an unclean stop: every row is there and found through its indexes. */
  private void mended() {
    try {
      Files.writeString(folder.resolve("kith.open"), "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (Database database = Database.open(address)) {
      database.read(tables -> {
        for (int i = 0; i < ACCOUNTS; i++) {
          var account = tables.people().find(Platform.DISCORD, "id" + i).orElseThrow();
          assertThat(tables.people().accountsOf(account.personId())).containsExactly(account);
        }
        return true;
      });
      database.write(tables ->
          tables.people().meet(Platform.DISCORD, "new", "Ben", "en", true, TablesContract.NOW));
    }
    try (Connection connection = Planted.connect(address)) {
      assertThat(IndexCheck.damagedTables(connection)).isEmpty();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String plan(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain " + query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
