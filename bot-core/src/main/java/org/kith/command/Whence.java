package org.kith.command;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;

/** Where a command came from. */
public sealed interface Whence {
  /**
   * A space, or a place that may become one.
   *
   * @param mayManage true if the platform lets the actor manage this server or group
   * @param joined since when the actor is in it; null where the platform does not tell
   */
  record InPlace(Place place, Facts facts, boolean mayManage, @Nullable Instant joined)
      implements Whence {
    /** A place of a platform that does not tell since when the actor is there. */
    public InPlace(Place place, Facts facts, boolean mayManage) {
      this(place, facts, mayManage, null);
    }
  }

  /**
   * The private chat with the bot.
   *
   * @param presentIn the houses in which the platform says, now, that the actor is
   * @param manages those of them that the actor may manage
   */
  record InPrivate(Set<String> presentIn, Set<String> manages) implements Whence {
    public InPrivate {
      presentIn = Set.copyOf(presentIn);
      manages = Set.copyOf(manages);
    }
  }
}
