package org.kith.launcher;

import java.util.List;
import java.util.Set;

/**
 * People in one space of a platform, in pairs: the one asks, the other helps. Everything they do is
 * sent off at once; what came of it is looked at later.
 */
interface Neighbours {
  /** How somebody can act on a card. */
  enum Way {
    BUTTON,
    TYPED,
    REACTION
  }

  /** The platform's name, for failures. */
  String name();

  /** Somebody asks for something. */
  Attempt asks(int pair, String words);

  /** The other one says that they will help. */
  Attempt claims(int pair, int number, Way way);

  /** The helper can't after all: typed, or the reaction is taken back. */
  Attempt releases(int pair, int number, Way way);

  /** The asker says that it is done. */
  Attempt done(int pair, int number);

  /** The asker takes it back. */
  Attempt withdraws(int pair, int number);

  /** The ways that reach a bot which is away now and comes back soon. */
  Set<Way> keptWhileAway();

  /** What the bot posted in the space and stands there now, oldest first. */
  List<SeenPost> posts();

  /** Those of them that are cards. */
  default List<SeenPost> cards() {
    return posts().stream().filter(SeenPost::isCard).toList();
  }

  /**
   * Whether it can be forgiven that the same was posted again: what was posted first was the very
   * last thing that the bot sent there before it died.
   *
   * @param same two or more, oldest first
   */
  boolean isForgiven(List<SeenPost> same, Lives lives);
}
