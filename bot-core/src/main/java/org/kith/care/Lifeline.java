package org.kith.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One way to reach people who are there in a hard hour.
 *
 * @param country ISO 3166, or {@link Lifelines#WORLD}
 * @param name what it calls itself
 * @param number what is dialled or texted, or an https address
 * @param hours {@code always}, {@code 16:00-23:00} by the clocks there, or empty where its source
 *     does not say
 * @param languages BCP 47; empty where its source does not say
 * @param source where this was read
 * @param reviewed on which day
 */
public record Lifeline(
    String country,
    String name,
    For use,
    Way way,
    String number,
    String hours,
    List<String> languages,
    String source,
    LocalDate reviewed) {

  private static final int COLUMNS = 9;

  /** What it is for. */
  public enum For {
    /** Somebody to talk to, thoughts of ending one's life included. */
    TALK,
    /** Police, fire service, ambulance. */
    EMERGENCY
  }

  /** How one reaches it. */
  public enum Way {
    VOICE,
    TEXT,
    CHAT,
    /** For whoever can't hear or speak: by video, by a relay, by an app. */
    RELAY
  }

  public Lifeline {
    languages = List.copyOf(languages);
    if (!country.matches("[A-Z]{2}|001")) {
      throw new IllegalArgumentException("no country: " + country);
    }
    if (!number.matches("\\*?[0-9][0-9 -]{1,17}|https://[a-z0-9./-]+")) {
      throw new IllegalArgumentException("neither a number nor an address: " + number);
    }
    if (!hours.matches("|always|[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}")) {
      throw new IllegalArgumentException("no hours: " + hours);
    }
    if (name.isBlank() || !source.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw new IllegalArgumentException(
          "a row needs a name and a source: " + country + " " + name);
    }
  }

  /** A row of the table, its columns separated by tabs. */
  static Lifeline read(String row) {
    String[] column = row.split("\t", -1);
    if (column.length != COLUMNS) {
      throw new IllegalArgumentException("a row has nine columns: " + row);
    }
    return new Lifeline(
        column[0],
        column[1],
        For.valueOf(column[2].toUpperCase(Locale.ROOT)),
        Way.valueOf(column[3].toUpperCase(Locale.ROOT)),
        column[4],
        column[5],
        column[6].isEmpty() ? List.of() : List.of(column[6].split(",", -1)),
        column[7],
        LocalDate.parse(column[8]));
  }
}
