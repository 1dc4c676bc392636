package org.kith.care;

/** What becomes of a report. */
public enum ReportAct {
  /** A steward wants to talk with whoever wrote it. */
  TALK,
  /** A steward has paused the request that it is about. */
  PAUSE,
  /** A steward has barred whom it is about. */
  BAR,
  /** A steward has handled it: what was written is destroyed. */
  CLOSE,
  /** Nobody has handled it in time: what was written is destroyed. */
  LAPSED
}
