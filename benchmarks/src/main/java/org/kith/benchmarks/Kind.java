package org.kith.benchmarks;

/** What people do in the benchmark: a request from the first word to the last, and a look. */
enum Kind {
  /** {@code /needhelp}: an answer and a card. */
  ASK,
  /** A press on a card's first button. */
  PRESS,
  /** {@code /board}. */
  BOARD,
  /** {@code /done} by whoever asked. */
  DONE
}
