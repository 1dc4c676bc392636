package org.kith.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;

/**
 * The port to a platform: what the courier needs of it. Calls block until the platform has
 * answered, thirty seconds at most; they come from virtual threads, one at a time for each chat,
 * and never throw: whatever goes wrong is an {@link Outcome}.
 */
public interface Messenger {
  /** The platform that this one speaks to. */
  Platform platform();

  /** False while nothing can be said there at all: what is due then waits, and is not tried. */
  default boolean isReachable() {
    return true;
  }

  /** Posts a new message in a space. */
  Outcome post(Place place, Message message, Posting posting);

  /** Makes a message show something else; {@link Outcome.Sent} also if it showed that already. */
  Outcome edit(MessageRef ref, Message message);

  /** Takes a message away; {@link Outcome.MessageGone} if it is not there. */
  Outcome delete(MessageRef ref);

  /**
   * Writes to somebody privately.
   *
   * @param account the platform's id of the account
   * @param isProtected true if the text must not be passed on, where the platform can forbid it
   */
  Outcome tell(String account, Message message, boolean isProtected, Posting posting);

  /**
   * Hands somebody a file privately.
   *
   * @param account the platform's id of the account
   */
  Outcome hand(String account, Attachment file, Message message, Posting posting);

  /**
   * Shows somebody a photo privately: covered until they want to see it, and kept from being passed
   * on, where the platform can do that.
   *
   * @param account the platform's id of the account
   */
  Outcome show(String account, Photo photo, Message message, Posting posting);

  /**
   * Takes away what the bot has said to somebody privately, as far as the platform lets it and the
   * messages are known.
   *
   * @param account the platform's id of the account
   * @return {@link Outcome.TryLater} while there is more
   */
  Outcome clear(String account);

  /**
   * A card is known again whose sending was in doubt: what was done to it meanwhile, and told to
   * nobody who knew it, is asked from the platform where that can be asked. Returns at once.
   */
  default void recovered(MessageRef card) {}

  /**
   * Whether an account is in a house now. Told from the platform's own clear word alone: an outage,
   * a missing right, a refusal is {@link Whereabouts#UNTOLD}.
   *
   * @param account the platform's id of the account
   */
  default Whereabouts whereabouts(String house, String account) {
    return Whereabouts.UNTOLD;
  }

  /** What is missing for the bot to do all it can in this place, for {@code /circle show}. */
  List<Missing> missing(Place place);

  /**
   * How a message is posted.
   *
   * @param row the outbox row: the same row sent twice is one message where the platform can tell
   *     (Discord's nonce)
   * @param silent true if it must make no sound
   * @param card true if 🤝 is put below it, as the first
   * @param requestId the request that a card or a line is about; 0 for none
   * @param doubtSince when this row was first sent without an answer; null if it never was
   * @param under the message that this one belongs below, as a reply; null for none
   */
  record Posting(
      long row,
      boolean silent,
      boolean card,
      long requestId,
      @Nullable Instant doubtSince,
      @Nullable MessageRef under) {}

  /** Whether somebody is in a house. */
  enum Whereabouts {
    /** They are. */
    THERE,
    /** They are not: the platform says so. */
    GONE,
    /** The platform does not say, or not now. */
    UNTOLD
  }

  /** Something that the bot may not do in a place; a sentence says it and how to mend it. */
  enum Missing {
    /** It may not see the channel. */
    SEE,
    /** It may not post. */
    POST,
    /** It may not read the channel's history, which reactions need. */
    HISTORY,
    /** It may not put reactions below cards. */
    REACT,
    /** It is told nothing of reactions: on Telegram it must be an administrator. */
    ADMINISTRATOR,
    /** The platform could not be asked just now. */
    UNKNOWN
  }
}
