package org.kith.circle;

import java.util.Locale;

/**
 * The kind of care that is asked for. A text that names none, or several alike, is {@link #OTHER}.
 */
public enum Kind {
  GROCERIES,
  MEALS,
  CHILDCARE,
  RIDES,
  ERRANDS,
  CHORES,
  PETS,
  /** Somebody to talk to. */
  COMPANY,
  APPOINTMENTS,
  PAPERWORK,
  HOUSING,
  MONEY,
  OTHER;

  /** True if a circle does without this kind. */
  public boolean isOff(Circle circle) {
    return switch (circle.open().off()) {
      case NONE -> false;
      case MONEY, TRUST -> this == MONEY;
      case INPERSON -> isInPerson() || this == MONEY;
    };
  }

  /** True if in a circle only those help with this kind whom a steward trusts. */
  public boolean needsTrust(Circle circle) {
    return circle.open().off() == KindsOff.TRUST && (this == CHILDCARE || entersHome());
  }

  /** True if whoever helps is likely to be let into somebody's home. */
  private boolean entersHome() {
    return switch (this) {
      case CHORES, PETS, HOUSING -> true;
      case GROCERIES,
          MEALS,
          CHILDCARE,
          RIDES,
          ERRANDS,
          COMPANY,
          APPOINTMENTS,
          PAPERWORK,
          MONEY,
          OTHER ->
          false;
    };
  }

  /** True if it can't be done by writing or by phone. */
  private boolean isInPerson() {
    return switch (this) {
      case GROCERIES, MEALS, CHILDCARE, RIDES, ERRANDS, CHORES, PETS, APPOINTMENTS, HOUSING -> true;
      case COMPANY, PAPERWORK, MONEY, OTHER -> false;
    };
  }

  /** The name in lower case: as stored, as in button data, and in the keys of a language file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
