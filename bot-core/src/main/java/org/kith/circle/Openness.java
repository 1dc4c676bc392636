package org.kith.circle;

/** How open a circle is: a preset of its settings, guessed from the size of the space. */
public enum Openness {
  /** Up to 20 people who know each other. */
  FRIENDS(DetailsOpen.AT_CLAIM, NamesOnCards.YES),
  /** 21 to 500 people. */
  NEIGHBOURS(DetailsOpen.AFTER_YES, NamesOnCards.IF_AGREED),
  /** Over 500 people, or a space that anybody can enter. */
  SUPPORT(DetailsOpen.OFF, NamesOnCards.NO);

  private static final int MOST_FRIENDS = 20;
  private static final int MOST_NEIGHBOURS = 500;

  private final DetailsOpen details;
  private final NamesOnCards names;

  Openness(DetailsOpen details, NamesOnCards names) {
    this.details = details;
    this.names = names;
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

  /** All the rest of it, unless the circle says otherwise. */
  public HowOpen rows() {
    return switch (this) {
      case FRIENDS ->
          new HowOpen(
              WhoMayClaim.EVERYBODY,
              KindsOff.MONEY,
              RelayOpen.AT_ONCE,
              Nameless.WARN,
              DigestShows.ALL);
      case NEIGHBOURS ->
          new HowOpen(
              WhoMayClaim.NEWCOMERS,
              KindsOff.TRUST,
              RelayOpen.AFTER_YES,
              Nameless.ON,
              DigestShows.NOPLACES);
      case SUPPORT ->
          new HowOpen(
              WhoMayClaim.CONFIRMED,
              KindsOff.INPERSON,
              RelayOpen.OFF,
              Nameless.PAUSE,
              DigestShows.LINKS);
    };
  }
}
