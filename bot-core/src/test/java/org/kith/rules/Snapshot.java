package org.kith.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.store.Database;

/**
 * All rows of all tables, as text.
 *
 * @param rows by table, sorted
 */
record Snapshot(Map<String, List<String>> rows) {
  private static final Pattern CODES =
      Pattern.compile("(code|code_until|wrong_codes|wrong_code_at)=[^,}]*");

  /** What is stored now, but for some tables. */
  static Snapshot of(Database database, String... leftOut) {
    Set<String> without = Set.of(leftOut);
    return database.read(tables -> {
      Map<String, List<String>> found = new TreeMap<>();
      for (String table : names(tables.handle())) {
        if (!without.contains(table)) {
          found.put(table, rows(tables.handle(), table));
        }
      }
      return new Snapshot(found);
    });
  }

  /**
   * The same without what is tidied away at any moment: codes that work no longer, and that the
   * file is to be compacted.
   */
  Snapshot steady() {
    Map<String, List<String>> kept = new TreeMap<>(rows);
    kept.remove("link_code");
    kept.remove("wrong_code");
    kept.remove("remembered");
    kept.computeIfPresent(
        "person",
        (table, all) -> all.stream().map(row -> CODES.matcher(row).replaceAll("")).toList());
    return new Snapshot(kept);
  }

  /** The tables, by their names in lower case, without the migrations' own. */
  static List<String> names(Handle handle) {
    return handle
        .createQuery(
            """
            select lower(table_name) from information_schema.tables
            where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
              and lower(table_name) <> 'flyway_schema_history'
            order by 1
            """)
        .mapTo(String.class)
        .list();
  }

  /** Everything in one text, to look for words in. */
  String text() {
    return rows.values().stream().flatMap(Collection::stream).collect(Collectors.joining("\n"));
  }

  private static List<String> rows(Handle handle, String table) {
    return handle.createQuery("select * from " + table).mapToMap().stream()
        .map(row -> new TreeMap<>(row).toString())
        .sorted()
        .toList();
  }
}
