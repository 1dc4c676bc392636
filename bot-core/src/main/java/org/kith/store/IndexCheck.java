package org.kith.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares each table with each of its indexes: a process that was killed between the two leaves
 * rows that queries through the index do not find.
 */
final class IndexCheck {
  private IndexCheck() {}

  /** The names of the tables in which any index does not lead to exactly the table's rows. */
  static List<String> damagedTables(Connection connection) throws SQLException {
    Set<String> damaged = new TreeSet<>();
    for (Index index : indexes(connection)) {
      // Reading the rows by the primary key is the table itself; by a hint, it is the index.
      Set<Object> byTable = rows(connection, index.table, "");
      Set<Object> byIndex =
          rows(
              connection,
              index.table,
              " use index (" + quoted(index.name) + ") order by " + quoted(index.firstColumn));
      if (!byTable.equals(byIndex)) {
        damaged.add(index.table);
      }
    }
    return List.copyOf(damaged);
  }

  private static Set<Object> rows(Connection connection, String table, String how)
      throws SQLException {
    Set<Object> found = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select _rowid_ from " + quoted(table) + how)) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    }
    return found;
  }

  private static List<Index> indexes(Connection connection) throws SQLException {
    List<Index> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select i.table_name, i.index_name, c.column_name
                from information_schema.indexes i
                join information_schema.index_columns c
                  on c.index_schema = i.index_schema and c.index_name = i.index_name
                  and c.ordinal_position = 1
                where i.table_schema = 'PUBLIC'
                order by i.table_name, i.index_name
                """)) {
      while (rows.next()) {
        found.add(new Index(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private record Index(String table, String name, String firstColumn) {}
}
