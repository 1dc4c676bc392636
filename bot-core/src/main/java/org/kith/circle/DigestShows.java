package org.kith.circle;

/** What the weekly digest says of requests. */
public enum DigestShows {
  /** What is open and what is coming, with places. */
  ALL,
  /** What is open, without places. */
  NOPLACES,
  /** No more than links to the cards of what is open. */
  LINKS
}
