package org.kith.rules;

/** Who somebody can be to a circle in which Ana has asked for something. */
enum Role {
  /** In the group, and of the circle since they first acted. */
  MEMBER,
  /** Whoever the platform lets manage the group. */
  STEWARD,
  /** A member whom a steward has barred. */
  BARRED,
  /** A member whom Ana has blocked. */
  BLOCKED,
  /** Somebody who is in another group alone, where a circle of its own is. */
  STRANGER
}
