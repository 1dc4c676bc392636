package org.kith.circle;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be spoken to, on each of their accounts.
 *
 * @param language BCP 47 tag that they chose; null: as the platform tells
 * @param zone by whose clock they are told and reminded; null: by that of the circle
 * @param quiet when nothing is written to them that they didn't ask for
 * @param plain true if what is for them alone has no layout and no emoji
 * @param inDigest true if their name may stand in digests
 */
public record Manner(
    @Nullable String language,
    @Nullable ZoneId zone,
    QuietHours quiet,
    boolean plain,
    boolean inDigest) {
  /** Of somebody who has said nothing of it. */
  public static final Manner USUAL = new Manner(null, null, QuietHours.USUAL, false, false);

  /** The zone whose clock counts for this person, in a circle with this one. */
  public ZoneId zoneOr(ZoneId circles) {
    return zone == null ? circles : zone;
  }

  /** The same in another language; null: as the platform tells. */
  public Manner in(@Nullable String tag) {
    return new Manner(tag, zone, quiet, plain, inDigest);
  }

  /** The same by another clock; null: by that of the circle. */
  public Manner by(@Nullable ZoneId clock) {
    return new Manner(language, clock, quiet, plain, inDigest);
  }

  /** The same with other quiet hours. */
  public Manner withQuiet(QuietHours hours) {
    return new Manner(language, zone, hours, plain, inDigest);
  }

  /** The same, plain or not. */
  public Manner withPlain(boolean isPlain) {
    return new Manner(language, zone, quiet, isPlain, inDigest);
  }

  /** The same, named in digests or not. */
  public Manner withInDigest(boolean isNamed) {
    return new Manner(language, zone, quiet, plain, isNamed);
  }
}
