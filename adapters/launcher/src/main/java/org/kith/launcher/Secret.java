package org.kith.launcher;

/** A token or password: it can be used, but not printed by accident. */
record Secret(String value) {
  Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret is not empty");
    }
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
