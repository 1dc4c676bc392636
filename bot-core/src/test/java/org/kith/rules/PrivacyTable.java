package org.kith.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of {@code docs/privacy.md} that says what is stored. */
record PrivacyTable(List<Column> columns) {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  /**
   * One column of the database.
   *
   * @param yours what the page says of whether it is the person's own
   */
  record Column(String table, String name, String yours) {
    String full() {
      return table + "." + name;
    }
  }

  /** As it stands in the checkout. */
  static PrivacyTable read() {
    try {
      List<Column> columns = new ArrayList<>();
      for (String line : Files.readAllLines(page())) {
        String[] cells = line.split("\\|", -1);
        Matcher table = NAME.matcher(cells.length == 8 ? cells[1] : "");
        if (table.find()) {
          Matcher column = NAME.matcher(cells[2]);
          while (column.find()) {
            columns.add(new Column(table.group(1), column.group(1), cells[6].strip()));
          }
        }
      }
      return new PrivacyTable(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their names, {@code table.column}. */
  Set<String> names() {
    return columns.stream().map(Column::full).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that the page marks as the person's own. */
  Set<String> yours() {
    return columns.stream()
        .filter(column -> column.yours().equals("yes"))
        .map(Column::full)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path page() {
    Path module = Path.of("docs", "privacy.md");
    return Files.exists(module) ? module : Path.of("..").resolve(module);
  }
}
