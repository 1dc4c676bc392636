package org.kith.circle;

/** How near whoever helps comes: what a circle does without, or asks trust for, goes by it. */
public enum Nearness {
  /** Into somebody's home, or close to children. */
  HOME,
  /** They meet, but in nobody's home: at the door, on the way, outside. */
  MEETING,
  /** It can be done by phone or in writing. */
  AFAR
}
