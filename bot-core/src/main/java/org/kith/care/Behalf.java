package org.kith.care;

import org.jspecify.annotations.Nullable;

/**
 * For whom a request is, where it is not for whoever asked it.
 *
 * @param person whoever it is for, who said yes to that; null for somebody outside the circle, who
 *     has no name here, and once forgotten
 * @param goBetween whoever asked in their place; null once forgotten
 * @param named true if the person said that their name may stand on the card
 */
public record Behalf(@Nullable Long person, @Nullable Long goBetween, boolean named) {

  /** Nobody outside the circle has a name here. */
  public Behalf {
    if (named && person == null && goBetween != null) {
      throw new IllegalArgumentException("only somebody inside can agree to be named");
    }
  }

  /** For somebody outside the circle. */
  public static Behalf outside(long goBetween) {
    return new Behalf(null, goBetween, false);
  }

  /** For somebody inside, who said yes, and nothing of their name. */
  public static Behalf of(long person, long goBetween) {
    return new Behalf(person, goBetween, false);
  }
}
