package org.kith.command;

import org.kith.circle.Platform;

/**
 * Who acts, as the platform vouches for them: the only view of a user that the core has.
 *
 * @param externalId the platform's id of the account
 * @param name the display name as the platform has it, uncleaned
 * @param language BCP 47 tag, "en" where the platform tells none
 */
public record Actor(
    Platform platform, String externalId, String name, String language, Whence whence) {
  public Actor {
    if (externalId.isEmpty()) {
      throw new IllegalArgumentException("an actor has an id");
    }
  }
}
