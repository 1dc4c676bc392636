package org.kith.desk;

import java.io.IOException;
import org.kith.care.Photo;
import org.kith.circle.Circle;
import org.kith.command.Command;
import org.kith.command.Pictured;
import org.kith.command.Pictured.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a photo from its platform before the transaction begins, since that may take a while, and
 * only where it may be passed on: any other stays where it is.
 */
final class PhotoFetch {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoFetch.class);

  private PhotoFetch() {}

  /**
   * True if a photo that came with this may be for somebody: what becomes of it is decided later.
   */
  static boolean isWanted(Turn turn, Command words) {
    boolean meant =
        !(words instanceof Command.PrivateText)
            || turn.tables().talks().awaited(turn.person()).isPresent();
    return meant && turn.circles().stream().anyMatch(Circle::photos);
  }

  /** The photo, made plain; or why it can't be passed on. */
  static Pictured of(Pictured.Offered offered) {
    if (offered.bytes() > Photo.MOST_BYTES) {
      return new Pictured.Useless(Why.TOO_LARGE);
    }
    try {
      byte[] sent = offered.source().fetch(Photo.MOST_BYTES + 1);
      return sent.length > Photo.MOST_BYTES
          ? new Pictured.Useless(Why.TOO_LARGE)
          : PlainPhoto.of(sent);
    } catch (IOException | RuntimeException e) {
      // Its words may hold the address of the photo, and on Telegram the token.
      LOG.warn("a photo could not be fetched: {}", e.getClass().getSimpleName());
      return new Pictured.Useless(Why.NOT_FETCHED);
    }
  }
}
