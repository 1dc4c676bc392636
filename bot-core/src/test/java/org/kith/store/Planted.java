package org.kith.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.Row;
import org.h2.table.Table;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;

/** Damage as a killed process leaves it: a table and one of its indexes that disagree. */
final class Planted {
  private Planted() {}

  /** A row that its index does not lead to any more. */
  static void lostEntry(Connection connection, String table, String index, long id)
      throws SQLException {
    change(
        connection,
        table,
        index,
        (session, rows, entries) -> entries.remove(session, rows.getRow(session, id)));
  }

  /** An entry that leads to a row which is not there. */
  static void ghostEntry(Connection connection, String table, String index, long id)
      throws SQLException {
    change(
        connection,
        table,
        index,
        (session, rows, entries) ->
            entries.add(session, Row.get(rows.getRow(session, id).getValueList(), 0, id + 1_000)));
  }

  /** An entry that still says of a row what it said before. */
  static void staleEntry(
      Connection connection, String table, String index, long id, String column, String said)
      throws SQLException {
    change(
        connection,
        table,
        index,
        (session, rows, entries) -> {
          Row row = rows.getRow(session, id);
          Value[] values = row.getValueList().clone();
          values[rows.getColumn(column).getColumnId()] = ValueVarchar.get(said);
          entries.remove(session, row);
          entries.add(session, Row.get(values, 0, id));
        });
  }

  /** A connection to a file that nobody has open. */
  static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private interface Damage {
    void inflict(SessionLocal session, Table rows, Index entries);
  }

  private static void change(Connection connection, String table, String index, Damage damage)
      throws SQLException {
    connection.setAutoCommit(false);
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    var schema = session.getDatabase().getSchema("PUBLIC");
    damage.inflict(session, schema.getTableOrView(session, table), schema.getIndex(index));
    connection.commit();
    connection.setAutoCommit(true);
  }
}
