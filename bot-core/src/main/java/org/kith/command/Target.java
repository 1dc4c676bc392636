package org.kith.command;

/** Which request a command is about. */
public sealed interface Target {
  /** {@code #12}: its number within the circle. */
  record Numbered(int number) implements Target {}

  /** By the id on a button. Buttons can be forged: it proves nothing. */
  record Known(long requestId) implements Target {}

  /** The same, on a button in a list: not the request's own card. */
  record Listed(long requestId) implements Target {}

  /** Typed without a number, or with something that is none. */
  record Unsaid(String typed) implements Target {}
}
