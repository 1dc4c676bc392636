package org.kith.circle;

/** The kind of care that is asked for: one that every circle has at first, or one of its own. */
public sealed interface Kind permits UsualKind, OwnKind {

  /**
   * The kind that is stored so.
   *
   * @throws IllegalArgumentException if none is
   */
  static Kind read(String stored) {
    return stored.startsWith(OwnKind.STORED)
        ? new OwnKind(stored.substring(OwnKind.STORED.length()))
        : UsualKind.valueOf(stored);
  }

  /** A short word for it, of small letters, digits and {@code -}: as in button data. */
  String code();

  /** As it is stored, in at most 40 characters. */
  String stored();

  /** True if a circle does without this kind. */
  default boolean isOff(Circle circle) {
    return switch (circle.open().off()) {
      case NONE -> false;
      case MONEY, TRUST -> this == UsualKind.MONEY;
      case INPERSON -> nearness(circle) != Nearness.AFAR || this == UsualKind.MONEY;
    };
  }

  /** True if in a circle only those help with this kind whom a steward trusts. */
  default boolean needsTrust(Circle circle) {
    return circle.open().off() == KindsOff.TRUST && nearness(circle) == Nearness.HOME;
  }

  private Nearness nearness(Circle circle) {
    return circle.customs().kinds().nearness(this);
  }
}
