package org.kith.care;

import org.jspecify.annotations.Nullable;
import org.kith.circle.RelayOpen;

/** Whether words may go between the asker's side of a request and one other person now. */
public enum Passing {
  /** They may. */
  FREE,
  /** A question is asked already, and not answered yet. */
  UNANSWERED,
  /** Questions go before a claim nowhere here, and there is no claim, or no yes to it yet. */
  NOT_YET,
  /** The asker's side writes to nobody who has neither promised nor asked anything. */
  NOBODY,
  /** Whoever would read it wants nothing more about this request. */
  STOPPED,
  /** The circle passes nothing on. */
  OFF,
  /** The request is over. */
  ENDED;

  /**
   * The rule, from the present state alone.
   *
   * @param stands true if the other holds a claim that stands
   * @param yes true if nothing waits for the asker's yes to that claim
   * @param talk what was written between them; null if nothing was
   * @param fromAsker true if the asker's side is to write
   */
  public static Passing decide(
      RelayOpen open,
      CareRequest request,
      boolean stands,
      boolean yes,
      @Nullable So talk,
      boolean fromAsker) {
    if (request.isEnded() || request.asker() == null) {
      return ENDED;
    }
    if (open == RelayOpen.OFF) {
      return OFF;
    }
    if (talk != null && talk.talk().isStoppedBy(!fromAsker)) {
      return STOPPED;
    }
    boolean askerWrote = talk != null && talk.askerWrote();
    if (stands) {
      // Whoever writes to a helper has said yes to hearing from them.
      return open == RelayOpen.AT_ONCE || yes || fromAsker || askerWrote ? FREE : NOT_YET;
    }
    if (open == RelayOpen.AFTER_YES) {
      return NOT_YET;
    }
    if (fromAsker) {
      return talk == null ? NOBODY : FREE;
    }
    return talk != null && !talk.lastFromAsker() ? UNANSWERED : FREE;
  }

  /**
   * What was written so far.
   *
   * @param askerWrote true if the asker's side wrote anything
   * @param lastFromAsker true if the asker's side wrote last
   */
  public record So(Talk talk, boolean askerWrote, boolean lastFromAsker) {}
}
