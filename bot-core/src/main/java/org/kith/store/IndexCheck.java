package org.kith.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares each table with each of its indexes: a process that was killed between the two leaves
 * rows that queries through the index do not find, or find by what they no longer say.
 */
final class IndexCheck {
  private IndexCheck() {}

  /** The names of the tables in which any index does not say exactly what the table's rows say. */
  static List<String> damagedTables(Connection connection) throws SQLException {
    Set<String> damaged = new TreeSet<>();
    for (Index index : indexes(connection)) {
      if (!rows(connection, byTable(index)).equals(rows(connection, byIndex(index)))) {
        damaged.add(index.table);
      }
    }
    return List.copyOf(damaged);
  }

  /**
   * Reads the indexed columns from the rows themselves: with no index allowed only the table's own
   * scan is left. (Left alone, H2 reads them from the smallest index that has them.)
   */
  static String byTable(Index index) {
    return select(index) + " use index ()";
  }

  /** Reads the same from the index alone, which has all that is asked for. */
  static String byIndex(Index index) {
    return select(index) + " use index (" + quoted(index.name) + ")";
  }

  /** All indexes but those that are the table itself: a primary key of one number is the row's. */
  static List<Index> indexes(Connection connection) throws SQLException {
    Map<String, Index> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select i.table_name, i.index_name, c.column_name
                from information_schema.indexes i
                join information_schema.index_columns c
                  on c.index_schema = i.index_schema and c.index_name = i.index_name
                where i.table_schema = 'PUBLIC' and i.index_class = 'org.h2.mvstore.db.MVSecondaryIndex'
                order by i.table_name, i.index_name, c.ordinal_position
                """)) {
      while (rows.next()) {
        String table = rows.getString(1);
        String name = rows.getString(2);
        found
            .computeIfAbsent(name, known -> new Index(table, name, new ArrayList<>()))
            .columns
            .add(rows.getString(3));
      }
    }
    return List.copyOf(found.values());
  }

  private static Set<List<Object>> rows(Connection connection, String query) throws SQLException {
    Set<List<Object>> found = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        found.add(row);
      }
    }
    return found;
  }

  private static String select(Index index) {
    String columns =
        index.columns.stream().map(IndexCheck::quoted).collect(Collectors.joining(", "));
    return "select _rowid_, " + columns + " from " + quoted(index.table);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** An index, its columns in order. */
  record Index(String table, String name, List<String> columns) {}
}
