package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.store.Database;
import org.kith.store.DatabaseAddress;

/**
 * What the privacy page says is stored is what the database has columns for, no more and no less.
 */
class PrivacyTableTest {
  @TempDir Path folder;

  /** The database that the page is held against. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @Test
  void the_privacy_page_names_every_column_of_the_database_and_no_other() {
    Set<String> stored;
    try (Database database = Database.open(database())) {
      stored =
          database.read(tables ->
              new TreeSet<>(
                  tables
                      .handle()
                      .createQuery(
                          """
                          select lower(table_name) || '.' || lower(column_name)
                          from information_schema.columns
                          where lower(table_schema) = 'public'
                            and lower(table_name) <> 'flyway_schema_history'
                          """)
                      .mapTo(String.class)
                      .list()));
    }
    Set<String> said = PrivacyTable.read().names();
    Set<String> missing = new TreeSet<>(stored);
    missing.removeAll(said);
    Set<String> gone = new TreeSet<>(said);
    gone.removeAll(stored);
    assertThat(missing)
        .as(
            "Columns that docs/privacy.md does not mention. Add each to its table, with what it is,"
                + " why, how long, who sees it, and whether it is the person's own")
        .isEmpty();
    assertThat(gone)
        .as("Columns in the table of docs/privacy.md that the database has not. Take them out")
        .isEmpty();
  }

  @Test
  void each_column_stands_there_once_and_says_whether_it_is_the_persons_own() {
    PrivacyTable page = PrivacyTable.read();
    assertThat(page.columns()).extracting(PrivacyTable.Column::full).doesNotHaveDuplicates();
    assertThat(page.columns())
        .allSatisfy(column -> assertThat(column.yours()).as(column.full()).isIn("yes", "no"));
  }
}
