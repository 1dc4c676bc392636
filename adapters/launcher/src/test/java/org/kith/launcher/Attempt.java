package org.kith.launcher;

import java.util.function.BooleanSupplier;

/**
 * Something that somebody did.
 *
 * @param leadsTo what the card says once it is decided
 * @param kept what the platform does with it while the bot is away
 * @param isAnswered whether whoever did it has been told that it is done
 */
record Attempt(CardState leadsTo, Kept kept, BooleanSupplier isAnswered) {

  /** Whether it still reaches a bot that died before it was decided. */
  enum Kept {
    /** It must be decided sooner or later. */
    YES,
    /**
     * A reaction, to which nobody waits for an answer: it must be decided as long as its card is
     * the one that the bot knows. One that was sent, and whose sending was not written down before
     * the bot died, is unknown to it.
     */
    ON_ITS_CARD,
    /** It is lost unless it was answered. */
    NO
  }

  static Attempt reaction(CardState leadsTo) {
    return new Attempt(leadsTo, Kept.ON_ITS_CARD, () -> true);
  }

  /** Whether it must show on the card after a restart. */
  boolean isCertain() {
    return kept != Kept.NO || isAnswered.getAsBoolean();
  }
}
