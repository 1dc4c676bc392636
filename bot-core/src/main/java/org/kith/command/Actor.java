package org.kith.command;

import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;

/**
 * Who acts, as the platform vouches for them: the only view of a user that the core has.
 *
 * @param externalId the platform's id of the account
 * @param name the display name as the platform has it, uncleaned
 * @param language BCP 47 tag, "en" where the platform tells none
 * @param handle by which others can find the account there, as people write it; null if it has
 *     none. It is stored nowhere unless its owner gives it away
 */
public record Actor(
    Platform platform,
    String externalId,
    String name,
    String language,
    Whence whence,
    @Nullable String handle) {

  public Actor {
    if (externalId.isEmpty()) {
      throw new IllegalArgumentException("an actor has an id");
    }
  }

  /** An account that can't be found by a handle. */
  public Actor(Platform platform, String externalId, String name, String language, Whence whence) {
    this(platform, externalId, name, language, whence, null);
  }
}
