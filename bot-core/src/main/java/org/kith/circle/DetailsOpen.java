package org.kith.circle;

/** When a helper sees the private details of a request. */
public enum DetailsOpen {
  /** At once, with the claim. */
  AT_CLAIM,
  /** After the asker said yes to this helper. */
  AFTER_YES,
  /** Never: the circle takes no private details at all. */
  OFF
}
