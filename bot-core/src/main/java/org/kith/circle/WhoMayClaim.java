package org.kith.circle;

/** Who may promise to help. */
public enum WhoMayClaim {
  EVERYBODY,
  /** Everybody; whoever joined within a week, where the platform tells, is said to be new. */
  NEWCOMERS,
  /** Whom a steward has confirmed. */
  CONFIRMED
}
