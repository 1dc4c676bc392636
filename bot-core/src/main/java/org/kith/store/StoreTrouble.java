package org.kith.store;

import org.jspecify.annotations.Nullable;

/**
 * The store can't be opened as it is. The message is one line for the host: what was found, and how
 * to mend it. It holds no secret.
 */
public final class StoreTrouble extends RuntimeException {
  /** One line for the host. */
  public StoreTrouble(String oneLine) {
    super(oneLine);
  }

  /** One line for the host, and what caused it for the log. */
  public StoreTrouble(String oneLine, @Nullable Throwable cause) {
    super(oneLine, cause);
  }
}
