package org.kith.circle;

/** How a circle takes requests without a name. */
public enum Nameless {
  /** With the warning that in a circle this small people may well guess. */
  WARN,
  /** With the usual words about what it can't do. */
  ON,
  /** The same, and a steward can pause one without seeing whose it is. */
  PAUSE
}
