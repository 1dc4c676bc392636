package org.kith.circle;

/** When asker and helper can write to each other through the bot. */
public enum RelayOpen {
  /** Always; whoever thinks of helping can ask a question first. */
  AT_ONCE,
  /** Once the asker said yes to a helper; where nothing private waits for a yes, at the claim. */
  AFTER_YES,
  /** Never. */
  OFF
}
