package org.kith.circle;

/** Which kinds of care a circle does without. */
public enum KindsOff {
  NONE,
  /** No money. */
  MONEY,
  /** No money; with childcare and in somebody's home help only those whom a steward trusts. */
  TRUST,
  /** Nothing that is done in person, and no money. */
  INPERSON
}
