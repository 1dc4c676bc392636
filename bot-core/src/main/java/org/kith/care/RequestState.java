package org.kith.care;

import java.time.Instant;

/** Where a care request stands. */
public sealed interface RequestState {
  /** On the board: helpers are looked for, or have promised. */
  record Open() implements RequestState {}

  /** Its card was deleted by somebody: the asker is asked what to do. */
  record Paused(Instant since) implements RequestState {}

  /** Nobody came, and somebody who looks after the circle takes care of it. */
  record LookedAfter(Instant since) implements RequestState {}

  /** It happened. */
  record Kept(Instant at) implements RequestState {}

  /** Somebody promised, and nobody said what became of it. */
  record Unconfirmed(Instant at) implements RequestState {}

  /** Its time passed, and nobody came. */
  record Unmet(Instant at) implements RequestState {}

  /** The asker took it back. */
  record Withdrawn(Instant at) implements RequestState {}
}
