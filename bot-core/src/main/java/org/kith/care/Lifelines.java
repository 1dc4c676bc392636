package org.kith.care;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of numbers to call in a hard hour: it is part of the program, no database is asked. */
public final class Lifelines {
  /** Stands for the whole world where a country would stand. */
  public static final String WORLD = "001";

  private static final List<Lifeline> ALL = read();

  private Lifelines() {}

  /** All rows, in the order in which they are shown. */
  public static List<Lifeline> all() {
    return ALL;
  }

  /** The rows of a country; none where none is known. */
  public static List<Lifeline> of(String country) {
    return ALL.stream().filter(line -> line.country().equals(country)).toList();
  }

  private static List<Lifeline> read() {
    try (var in = Lifelines.class.getResourceAsStream("/crisis/numbers.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no table /crisis/numbers.tsv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Lifeline::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("/crisis/numbers.tsv can't be read", e);
    }
  }
}
