package org.kith.command;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the actor sees at once, after the commit. */
public sealed interface Reply {

  /** Nothing is shown: the card or the space says it, or it is not the actor's to know. */
  record Silent() implements Reply {}

  /**
   * An answer.
   *
   * @param brief the same in at most 200 characters, for a press that is answered by a small notice
   * @param audience who may see it
   * @param pending the outbox row that says the same by private message if this answer does not
   *     arrive: after showing it the adapter calls {@code Desk.answered(row)}, or {@code
   *     Desk.unanswered(row)} at once when it knows that it can't. Empty for a mere courtesy
   * @param payload for {@link Command.Start}: what a link into the private chat must carry so that
   *     the same answer is given there; null where the answer may be lost
   * @param redraws true if it should take the place of the message whose button was pressed (a step
   *     of a dialogue), where the platform can
   */
  record Said(
      Message message,
      String brief,
      Audience audience,
      OptionalLong pending,
      @Nullable String payload,
      boolean redraws)
      implements Reply {
    /** Telegram's limit for an answer to a press. */
    public static final int LONGEST_BRIEF = 200;

    public Said {
      if (brief.length() > LONGEST_BRIEF) {
        throw new IllegalArgumentException("a brief answer has at most 200 characters: " + brief);
      }
    }

    /** The same, in the place of the message whose button was pressed. */
    public Said redrawing() {
      return new Said(message, brief, audience, pending, payload, true);
    }

    /** The same, backed by this outbox row, as {@link #pending} says. */
    public Said backedBy(long row) {
      return new Said(message, brief, audience, OptionalLong.of(row), payload, redraws);
    }

    /** The same, given again behind a link into the private chat. */
    public Said linkedBy(String linkPayload) {
      return new Said(message, brief, audience, pending, linkPayload, redraws);
    }
  }

  /** Who may see an answer. */
  enum Audience {
    /** Only the actor. If nothing private is open, the adapter says so without the answer. */
    ACTOR,
    /**
     * Private details: only the actor, and so that the platform keeps them from being passed on.
     */
    ACTOR_PROTECTED,
    /**
     * Only the actor, and nobody is to see that they did anything: what they typed is taken away
     * where others could read it.
     */
    ACTOR_UNSEEN,
    /** The actor; harmless in the space where the platform can't do better. */
    ANYBODY
  }
}
