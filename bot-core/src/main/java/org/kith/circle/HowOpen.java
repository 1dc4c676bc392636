package org.kith.circle;

/**
 * How open a circle is beyond details and names: each row of its own, the most open value first.
 *
 * @param claim who may promise to help
 * @param off which kinds of care it does without
 * @param questions when asker and helper can write to each other through the bot
 * @param digest what the digest says of requests
 */
public record HowOpen(WhoMayClaim claim, KindsOff off, RelayOpen questions, DigestShows digest) {

  /** The same with these who may claim. */
  public HowOpen withClaim(WhoMayClaim who) {
    return new HowOpen(who, off, questions, digest);
  }

  /** The same without these kinds. */
  public HowOpen withOff(KindsOff kinds) {
    return new HowOpen(claim, kinds, questions, digest);
  }

  /** The same with questions then. */
  public HowOpen withQuestions(RelayOpen then) {
    return new HowOpen(claim, off, then, digest);
  }

  /** The same with a digest that shows this. */
  public HowOpen withDigest(DigestShows shows) {
    return new HowOpen(claim, off, questions, shows);
  }

  /** Of each row the stricter one. */
  public HowOpen stricter(HowOpen other) {
    return new HowOpen(
        max(claim, other.claim),
        max(off, other.off),
        max(questions, other.questions),
        max(digest, other.digest));
  }

  private static <E extends Enum<E>> E max(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
