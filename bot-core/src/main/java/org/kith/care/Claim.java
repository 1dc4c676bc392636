package org.kith.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A helper's promise on a request.
 *
 * @param helper the person; null once forgotten, three days after the request's end
 * @param byReaction true if it was made by a reaction: taking that back releases it
 * @param nameAgreed true if the helper said that their name may stand on the card
 * @param shared true once the asker said yes to showing this helper the details
 * @param part what of it the helper does, in one public line, empty where they did not say; null if
 *     they do all that one helper is to do
 */
public record Claim(
    long id,
    long requestId,
    @Nullable Long helper,
    ClaimState state,
    Instant claimedAt,
    boolean byReaction,
    boolean nameAgreed,
    boolean shared,
    @Nullable String part) {
  /** How many may do a part of one request: more would be a puzzle for whoever asked. */
  public static final int MOST_PARTS = 3;

  /** True while it takes one of the request's places: a part takes none, the rest stays open. */
  public boolean takesAPlace() {
    return helps() && !isPart();
  }

  /** True while it is a promise, of all or of a part, that lies ahead or was kept. */
  public boolean helps() {
    return switch (state) {
      case ClaimState.Held _, ClaimState.Promised _, ClaimState.Kept _ -> true;
      case ClaimState.Standby _, ClaimState.Released _ -> false;
    };
  }

  /** True if its helper does a part of what is asked. */
  public boolean isPart() {
    return part != null;
  }

  /** True while its helper can be asked: "nobody else has come, could you?" */
  public boolean isStandby() {
    return state instanceof ClaimState.Standby;
  }

  /** True while it is a promise that lies ahead, confirmed or not. */
  public boolean isInFlight() {
    return switch (state) {
      case ClaimState.Held _, ClaimState.Promised _ -> true;
      case ClaimState.Standby _, ClaimState.Kept _, ClaimState.Released _ -> false;
    };
  }

  /** True if it is this person's. */
  public boolean isBy(long person) {
    return helper != null && helper == person;
  }
}
