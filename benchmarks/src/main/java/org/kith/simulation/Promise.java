package org.kith.simulation;

import java.time.Instant;

/** A promise that a simulated person has made, and what they know of it. */
final class Promise {
  final Person helper;
  final Case of;
  final Instant since;

  /** It is still promised, as far as the helper knows. */
  boolean stands = true;

  /** Something has come up, and the helper has told nobody. */
  boolean cannot;

  boolean forgotten;
  boolean kept;

  Promise(Person helper, Case of, Instant since) {
    this.helper = helper;
    this.of = of;
    this.since = since;
  }
}
