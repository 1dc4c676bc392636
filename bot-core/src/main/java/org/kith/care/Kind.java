package org.kith.care;

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

  /** The name in lower case: as stored, as in button data, and in the keys of a language file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
