package org.kith.circle;

/** How open a circle is: a preset of its settings, guessed from the size of the space. */
public enum Openness {
  /** Up to 20 people who know each other. */
  FRIENDS(DetailsOpen.AT_CLAIM, NamesOnCards.YES, RelayOpen.AT_ONCE),
  /** 21 to 500 people. */
  NEIGHBOURS(DetailsOpen.AFTER_YES, NamesOnCards.IF_AGREED, RelayOpen.AFTER_YES),
  /** Over 500 people, or a space that anybody can enter. */
  SUPPORT(DetailsOpen.OFF, NamesOnCards.NO, RelayOpen.OFF);

  private static final int MOST_FRIENDS = 20;
  private static final int MOST_NEIGHBOURS = 500;

  private final DetailsOpen details;
  private final NamesOnCards names;
  private final RelayOpen relay;

  Openness(DetailsOpen details, NamesOnCards names, RelayOpen relay) {
    this.details = details;
    this.names = names;
    this.relay = relay;
  }

  /**
   * The first guess for a new circle.
   *
   * @param people how many are in the space, the bot included or not
   * @param anybodyCanEnter true for a public group or server
   */
  public static Openness guess(int people, boolean anybodyCanEnter) {
    if (anybodyCanEnter || people > MOST_NEIGHBOURS) {
      return SUPPORT;
    }
    return people > MOST_FRIENDS ? NEIGHBOURS : FRIENDS;
  }

  /** When private details open, unless the circle says otherwise. */
  public DetailsOpen details() {
    return details;
  }

  /** Whether a helper's name stands on the card, unless the circle says otherwise. */
  public NamesOnCards names() {
    return names;
  }

  /** When asker and helper can write to each other through the bot. */
  public RelayOpen relay() {
    return relay;
  }
}
