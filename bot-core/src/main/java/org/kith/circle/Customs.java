package org.kith.circle;

import org.jspecify.annotations.Nullable;

/**
 * What a circle has made its own beyond how open it is.
 *
 * @param retention how many weeks after its end what was asked is kept, before only a count is left
 * @param pace how fast it asks wider when nobody comes
 * @param kinds the kinds of care as it has them
 * @param welcome the circle's own words for a newcomer; null until a steward wrote some
 * @param links true once a steward said that requests may hold links
 */
public record Customs(
    int retention, RingPace pace, Kinds kinds, @Nullable String welcome, boolean links) {
  /** Those of a new circle. */
  public static final Customs USUAL = new Customs(12, RingPace.USUAL, Kinds.USUAL, null, false);

  /** The fewest weeks: names and details are destroyed after three days, before that. */
  public static final int SHORTEST = 1;

  /** The most weeks. */
  public static final int LONGEST = 52;

  /** The most characters of a welcome. */
  public static final int LONGEST_WELCOME = 500;

  public Customs {
    if (retention < SHORTEST || retention > LONGEST) {
      throw new IllegalArgumentException("kept for " + retention + " weeks");
    }
    if (welcome != null && (welcome.isBlank() || welcome.length() > LONGEST_WELCOME)) {
      throw new IllegalArgumentException("a welcome has 1 to " + LONGEST_WELCOME + " characters");
    }
  }

  /** The same, kept for so many weeks. */
  public Customs withRetention(int weeks) {
    return new Customs(weeks, pace, kinds, welcome, links);
  }

  /** The same at this pace. */
  public Customs withPace(RingPace wanted) {
    return new Customs(retention, wanted, kinds, welcome, links);
  }

  /** The same with these kinds of care. */
  public Customs withKinds(Kinds own) {
    return new Customs(retention, pace, own, welcome, links);
  }

  /** The same with these words for a newcomer, or none. */
  public Customs withWelcome(@Nullable String words) {
    return new Customs(retention, pace, kinds, words, links);
  }

  /** The same, with links in requests or without. */
  public Customs withLinks(boolean taken) {
    return new Customs(retention, pace, kinds, welcome, taken);
  }
}
