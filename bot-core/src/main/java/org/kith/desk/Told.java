package org.kith.desk;

import org.kith.command.Message;
import org.kith.words.Text;

/**
 * Something said to one person, live or by private message.
 *
 * @param brief the same in a short line
 * @param isProtected true if it holds private details
 */
record Told(Message message, String brief, boolean isProtected) {
  Told(Message message, String brief) {
    this(message, brief, false);
  }

  /** The same with one more line at the end. */
  Told withLine(String line) {
    Text longer = new Text.Builder().text(message.text()).gap().line(line).build();
    return new Told(new Message(longer, message.rows()), brief, isProtected);
  }
}
