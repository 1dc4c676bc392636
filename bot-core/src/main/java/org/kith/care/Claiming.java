package org.kith.care;

import java.util.List;
import java.util.Optional;

/** Whether somebody may claim a request now: a permission, or the reason against it. */
public sealed interface Claiming {
  /** Yes; {@code held} if the place waits until the helper has been reached. */
  record Granted(boolean held) implements Claiming {}

  /** Nobody claims their own request, nor one that they are asked about in somebody's place. */
  record OwnRequest() implements Claiming {}

  /** They have a claim on it already: all of a place, or where a part is wanted any promise. */
  record AlreadyYours() implements Claiming {}

  /** All places are taken. */
  record Full() implements Claiming {}

  /** As many do a part of it as may. */
  record InParts() implements Claiming {}

  /** It was kept, withdrawn, or rests. */
  record NotOpen() implements Claiming {}

  /**
   * The rule, from the present state alone.
   *
   * @param claims all claims on the request, of any state
   * @param part true if it is to be a part, which takes no place but needs one to be free
   */
  static Claiming decide(CareRequest request, List<Claim> claims, long person, boolean part) {
    if (request.isOwnOf(person)) {
      return new OwnRequest();
    }
    if (yours(claims, person, part).isPresent()) {
      return new AlreadyYours();
    }
    if (!request.isOpen()) {
      return new NotOpen();
    }
    if (claims.stream().filter(Claim::takesAPlace).count() >= request.helpers()) {
      return new Full();
    }
    if (part && !hasRoomForParts(claims)) {
      return new InParts();
    }
    return new Granted(request.hasDetails());
  }

  /** A person's claim that stands in the way of another one of theirs. */
  static Optional<Claim> yours(List<Claim> claims, long person, boolean part) {
    return claims.stream()
        .filter(claim -> claim.takesAPlace() || (part && claim.isInFlight()))
        .filter(claim -> claim.isBy(person))
        .findFirst();
  }

  /** True if one more may do a part. */
  static boolean hasRoomForParts(List<Claim> claims) {
    long parts = claims.stream().filter(claim -> claim.helps() && claim.isPart()).count();
    return parts < Claim.MOST_PARTS;
  }
}
