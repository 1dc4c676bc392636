package org.kith.circle;

/**
 * How open a circle is beyond details and names: each row of its own, the most open value first.
 *
 * @param claim who may promise to help
 * @param off which kinds of care it does without
 * @param questions when asker and helper can write to each other through the bot
 * @param nameless how it takes requests without a name
 * @param digest what the digest says of requests
 */
public record HowOpen(
    WhoMayClaim claim, KindsOff off, RelayOpen questions, Nameless nameless, DigestShows digest) {

  /** The same with these who may claim. */
  public HowOpen withClaim(WhoMayClaim who) {
    return new HowOpen(who, off, questions, nameless, digest);
  }

  /** The same without these kinds. */
  public HowOpen withOff(KindsOff kinds) {
    return new HowOpen(claim, kinds, questions, nameless, digest);
  }

  /** The same with questions then. */
  public HowOpen withQuestions(RelayOpen then) {
    return new HowOpen(claim, off, then, nameless, digest);
  }

  /** The same with requests without a name taken so. */
  public HowOpen withNameless(Nameless so) {
    return new HowOpen(claim, off, questions, so, digest);
  }

  /** The same with a digest that shows this. */
  public HowOpen withDigest(DigestShows shows) {
    return new HowOpen(claim, off, questions, nameless, shows);
  }

  /** Of each row the stricter one. */
  public HowOpen stricter(HowOpen other) {
    return new HowOpen(
        max(claim, other.claim),
        max(off, other.off),
        max(questions, other.questions),
        max(nameless, other.nameless),
        max(digest, other.digest));
  }

  private static <E extends Enum<E>> E max(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
