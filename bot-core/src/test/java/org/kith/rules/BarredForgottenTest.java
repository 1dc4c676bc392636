package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Account;
import org.kith.circle.Platform;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Whoever is barred and forgotten: that it is this account, and the bar, and nothing else. */
class BarredForgottenTest {
  /** What a bar needs. */
  private static final Set<String> KEPT =
      Set.of(
          "person.id",
          "account.id",
          "account.person_id",
          "account.platform",
          "account.external_id",
          "member.circle_id",
          "member.person_id",
          "member.barred_at");

  @TempDir Path folder;
  private TestCircle circle;

  /** The database that is looked through. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    circle.isManagedBy("Chi");
    circle.types("Ben", "/board");
    circle.types("Chi", "/circle bar Ben");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void every_column_about_them_is_emptied_but_those_that_a_bar_needs() {
    Map<String, String> before =
        circle
            .core
            .database()
            .write(tables -> {
              Account ben = tables.people().find(Platform.BROWSER, "ben").orElseThrow();
              columns(tables.handle())
                  .forEach((column, type) -> plant(tables.handle(), column, type));
              Map<String, String> planted = values(tables.handle());
              tables.erasing().erase(ben.personId(), List.of(ben));
              return planted;
            });

    Map<String, String> after = circle.core.database().read(tables -> values(tables.handle()));

    assertThat(before.keySet()).contains("member.trusted", "person.plain", "account.name");
    before.entrySet().removeIf(one -> !one.getValue().equals(after.get(one.getKey())));
    assertThat(before.keySet())
        .as(
            "Columns that still tell of somebody barred who was forgotten: empty each in"
                + " store/Erasing")
        .isEmpty();
  }

  /** A value that no column has by itself. */
  private static void plant(Handle handle, String column, String type) {
    String value =
        switch (type) {
          case "boolean" -> "true";
          case "smallint", "integer" -> "7";
          case "bigint" -> "(select min(id) from space)";
          case "character varying" -> "'planted'";
          case "timestamp with time zone" -> "timestamp with time zone '2001-02-03 04:05:06+00'";
          case "time", "time without time zone" -> "time '03:33:00'";
          default -> throw new AssertionError("What shall be planted in " + column + "? " + type);
        };
    String[] parts = column.split("[.]", 2);
    handle.execute(
        "update %s set %s = %s where %s".formatted(parts[0], parts[1], value, bens(parts[0])));
  }

  /** Each column and its type, but for those that are kept. */
  private static Map<String, String> columns(Handle handle) {
    Map<String, String> all = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select lower(table_name) || '.' || lower(column_name) as name,
              lower(data_type) as type
            from information_schema.columns
            where lower(table_schema) = 'public'
              and lower(table_name) in ('person', 'account', 'member')
            order by 1
            """)
        .mapToMap()
        .forEach(row -> all.put(String.valueOf(row.get("name")), String.valueOf(row.get("type"))));
    all.keySet().removeAll(KEPT);
    return all;
  }

  private static Map<String, String> values(Handle handle) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String column : columns(handle).keySet()) {
      String[] parts = column.split("[.]", 2);
      String sql = "select %s as it from %s where %s".formatted(parts[1], parts[0], bens(parts[0]));
      all.put(column, String.valueOf(handle.createQuery(sql).mapToMap().one().get("it")));
    }
    return all;
  }

  private static String bens(String table) {
    String id = table.equals("person") ? "id" : "person_id";
    return id + " = (select person_id from account where external_id = 'ben')";
  }
}
