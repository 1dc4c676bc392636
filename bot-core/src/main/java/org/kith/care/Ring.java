package org.kith.care;

import java.util.Optional;

/** Who is asked when nobody comes, in widening order. */
public enum Ring {
  /** Nobody but the circle, by the card. */
  CARD,
  /** Those who said that they can if nobody else does. */
  STANDBY,
  /** A few who once said that they may be asked privately, those least recently asked first. */
  FEW,
  /** The whole circle, by the card posted again. */
  CIRCLE,
  /** Those who look after the circle. */
  STEWARDS;

  /** The next wider one; empty after the last. */
  public Optional<Ring> wider() {
    return switch (this) {
      case CARD -> Optional.of(STANDBY);
      case STANDBY -> Optional.of(FEW);
      case FEW -> Optional.of(CIRCLE);
      case CIRCLE -> Optional.of(STEWARDS);
      case STEWARDS -> Optional.empty();
    };
  }
}
