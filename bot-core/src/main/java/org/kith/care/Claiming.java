package org.kith.care;

import java.util.List;

/** Whether somebody may claim a request now: a permission, or the reason against it. */
public sealed interface Claiming {
  /** Yes; {@code held} if the place waits until the helper has been reached. */
  record Granted(boolean held) implements Claiming {}

  /** Nobody claims their own request, nor one that they are asked about in somebody's place. */
  record OwnRequest() implements Claiming {}

  /** They have a claim on it already. */
  record AlreadyYours() implements Claiming {}

  /** All places are taken. */
  record Full() implements Claiming {}

  /** It was kept, withdrawn, or rests. */
  record NotOpen() implements Claiming {}

  /**
   * The rule, from the present state alone.
   *
   * @param claims all claims on the request, of any state
   */
  static Claiming decide(CareRequest request, List<Claim> claims, long person) {
    if (request.isOwnOf(person)) {
      return new OwnRequest();
    }
    if (claims.stream().anyMatch(claim -> claim.takesAPlace() && claim.isBy(person))) {
      return new AlreadyYours();
    }
    if (!request.isOpen()) {
      return new NotOpen();
    }
    if (claims.stream().filter(Claim::takesAPlace).count() >= request.helpers()) {
      return new Full();
    }
    return new Granted(request.hasDetails());
  }
}
