package org.kith.launcher;

/**
 * One line of {@code ./kith doctor}.
 *
 * @param weight how much it matters
 * @param line what is fine, or what is wrong and how to mend it; never holds a secret
 */
record Finding(Weight weight, String line) {
  /** How much a finding matters. */
  enum Weight {
    /** All is well. */
    FINE("ok    "),
    /** It works, and could be better. */
    ADVICE("advice"),
    /** It must be mended. */
    BROKEN("MEND  ");

    private final String sign;

    Weight(String sign) {
      this.sign = sign;
    }
  }

  static Finding fine(String line) {
    return new Finding(Weight.FINE, line);
  }

  static Finding advice(String line) {
    return new Finding(Weight.ADVICE, line);
  }

  static Finding broken(String line) {
    return new Finding(Weight.BROKEN, line);
  }

  /** As it is printed. */
  String printed() {
    return weight.sign + "  " + line;
  }
}
