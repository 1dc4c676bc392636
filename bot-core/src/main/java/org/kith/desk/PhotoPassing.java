package org.kith.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.command.Command;
import org.kith.command.Pictured;
import org.kith.store.Photos;

/**
 * The photo that comes with what asker or helper write, where the circle passes photos on.
 *
 * @param sent what came with a photo; null for words alone
 */
record PhotoPassing(Turn turn, Command.@Nullable WithPhoto sent) {
  private static final int MEGABYTE = 1024 * 1024;
  private static final long MILLION = 1_000_000;

  /** Why it can't be passed on this way, if so. */
  Optional<String> refused(Way way) {
    if (sent == null) {
      return Optional.empty();
    }
    if (!way.circle().photos()) {
      return Optional.of(turn.say("relay.photo.off"));
    }
    return switch (sent.photo()) {
      case Pictured.Plain _ -> Optional.empty();
      case Pictured.Useless(var why) -> Optional.of(said(why));
      case Pictured.Offered _ -> Optional.of(said(Pictured.Why.NOT_FETCHED));
    };
  }

  /** What whoever sent it is told besides: what does not go, and what can't be taken back. */
  String note() {
    if (sent == null) {
      return "";
    }
    String note = "\n" + turn.say("relay.photo.sent");
    return sent.ofSeveral() ? note + "\n" + turn.say("relay.photo.one") : note;
  }

  /** Seals it until the letter that it goes with is delivered. */
  void keep(long letter) {
    if (sent != null && sent.photo() instanceof Pictured.Plain(Photo photo)) {
      turn.tables()
          .photos()
          .keep(letter, turn.sealer().seal(photo.jpeg(), Photos.sealedRow(letter)));
    }
  }

  private String said(Pictured.Why why) {
    return turn.say(
        "relay.useless." + why.name().toLowerCase(Locale.ROOT),
        "megabytes",
        Photo.MOST_BYTES / MEGABYTE,
        "megapixels",
        PlainPhoto.MOST_PIXELS / MILLION);
  }
}
