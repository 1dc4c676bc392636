package org.kith.command;

import java.util.ArrayList;
import java.util.List;
import org.kith.words.Text;

/**
 * What an adapter shows: a text and rows of buttons.
 *
 * @param rows at most five rows of at most five buttons, the least that a platform allows
 */
public record Message(Text text, List<List<Button>> rows) {
  /** Discord's limit, in rows and in buttons a row. */
  public static final int MOST_IN_A_ROW = 5;

  public Message {
    rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    if (rows.size() > MOST_IN_A_ROW || rows.stream().anyMatch(row -> row.size() > MOST_IN_A_ROW)) {
      throw new IllegalArgumentException("at most five rows of five buttons");
    }
  }

  /** A text with one row of buttons, or none. */
  public static Message of(Text text, Button... buttons) {
    return new Message(text, List.of(List.of(buttons)));
  }

  /** A text with buttons laid out in rows of at most {@code width}. */
  public static Message of(Text text, List<Button> buttons, int width) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += width) {
      rows.add(buttons.subList(i, Math.min(buttons.size(), i + width)));
    }
    return new Message(text, rows);
  }

  /** All buttons, row by row. */
  public List<Button> buttons() {
    return rows.stream().flatMap(List::stream).toList();
  }
}
