package org.kith.benchmarks;

/** One thing that somebody did, and when what came of it reached the platform. */
final class Shot {
  /** By {@link System#nanoTime}; it was to be done then, however late it was done. */
  final long due;

  final Kind kind;
  private volatile long answered;
  private volatile long card;

  Shot(Kind kind, long due) {
    this.kind = kind;
    this.due = due;
  }

  boolean isAnswered() {
    return answered != 0;
  }

  void answeredAt(long nanos) {
    answered = nanos;
  }

  void cardAt(long nanos) {
    card = nanos;
  }

  boolean isOver() {
    return isAnswered() && (kind != Kind.ASK || card != 0);
  }

  /** In milliseconds; positive infinity if there was none. */
  double toAnswer() {
    return since(answered);
  }

  /** In milliseconds; positive infinity if there was none. */
  double toCard() {
    return since(card);
  }

  private double since(long then) {
    return then == 0 ? Double.POSITIVE_INFINITY : (then - due) / 1e6;
  }
}
