package org.kith.circle;

import java.util.Locale;

/** The kinds of care that every circle has at first. */
public enum UsualKind implements Kind {
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
  /** Whatever has no kind of its own, or several alike. */
  OTHER;

  /** How near whoever helps is likely to come. */
  public Nearness nearness() {
    return switch (this) {
      case CHILDCARE, CHORES, PETS, HOUSING -> Nearness.HOME;
      case GROCERIES, MEALS, RIDES, ERRANDS, APPOINTMENTS -> Nearness.MEETING;
      case COMPANY, PAPERWORK, MONEY, OTHER -> Nearness.AFAR;
    };
  }

  /** The name in lower case; in the keys of a language file, too. */
  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String stored() {
    return name();
  }
}
