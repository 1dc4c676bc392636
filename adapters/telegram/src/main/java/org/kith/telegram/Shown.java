package org.kith.telegram;

/** Whether an answer reached whoever it is for. */
enum Shown {
  /** They have it before their eyes. */
  YES,
  /** They have not. */
  NO,
  /** They have a link that leads to it; whether they follow it is not known yet. */
  LINKED;

  static Shown is(boolean shown) {
    return shown ? YES : NO;
  }
}
