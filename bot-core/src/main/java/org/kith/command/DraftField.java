package org.kith.command;

/** The questions of the dialogue of buttons, in the order in which they are asked. */
public enum DraftField {
  /** Which circle, when the private chat leaves it open. */
  CIRCLE,
  /** The kind of care. */
  KIND,
  /** One public line; may be skipped. */
  WHAT,
  /** The day, or whenever. */
  WHEN,
  /** The part of that day. */
  PART,
  /** A public hint of where; may be skipped. */
  WHERE,
  /** How many helpers. */
  HELPERS,
  /** Private details; may be skipped. */
  DETAILS,
  /** For whom it is, where that is somebody else; asked only by whoever wants to say it. */
  FOR
}
