package org.kith.testkit.telegram;

/** What somebody who pressed a button sees of the bot's answer. */
public sealed interface PressAnswer {
  /** A line at the top of the chat that goes away by itself. */
  record Toast(String text) implements PressAnswer {}

  /** A box that has to be closed. */
  record Alert(String text) implements PressAnswer {}

  /** A link that the client opens, to the private chat with the bot. */
  record Opened(String url) implements PressAnswer {}

  /** The waiting sign ends, nothing else. */
  record Nothing() implements PressAnswer {}

  /** What is read; the link's address for {@link Opened}, empty for {@link Nothing}. */
  default String said() {
    return switch (this) {
      case Toast(String text) -> text;
      case Alert(String text) -> text;
      case Opened(String url) -> url;
      case Nothing() -> "";
    };
  }
}
