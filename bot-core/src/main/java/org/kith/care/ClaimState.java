package org.kith.care;

import java.time.Instant;

/** Where a claim stands. */
public sealed interface ClaimState {
  /**
   * It takes the place, but the helper has not been reached yet.
   *
   * @param until when the place is quietly freed
   */
  record Held(Instant until) implements ClaimState {}

  /** The softer promise: "I can if nobody else does". It takes no place. */
  record Standby() implements ClaimState {}

  /** A promise. */
  record Promised() implements ClaimState {}

  /** The helper, or the asker, says that it happened. */
  record Kept(Instant at) implements ClaimState {}

  /** The helper can't after all, the asker wanted somebody else, or it was never confirmed. */
  record Released(Instant at) implements ClaimState {}
}
