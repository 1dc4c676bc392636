package org.kith.circle;

/** Whether the card says who is helping. */
public enum NamesOnCards {
  /** By name. */
  YES,
  /** By name once the helper agreed; "somebody" until then. */
  IF_AGREED,
  /** Always "somebody". */
  NO
}
