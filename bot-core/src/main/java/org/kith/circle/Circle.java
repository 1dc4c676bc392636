package org.kith.circle;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The people who care for each other, and how they want it.
 *
 * @param name what people call it: the title of its first server or group
 * @param language BCP 47 tag of what is posted in its spaces
 * @param zone the zone in which times are read and shown
 * @param zoneConfirmed true once somebody said that the zone is right
 * @param crisisText the circle's own words for a hard hour; null until a steward wrote some
 * @param digestSilent true after a digest that had nothing to say: the next one speaks only if
 *     there is something
 * @param photos true once a steward said that asker and helper may send each other photos
 */
public record Circle(
    long id,
    String name,
    String language,
    ZoneId zone,
    boolean zoneConfirmed,
    Openness openness,
    DetailsOpen detailsOpen,
    NamesOnCards names,
    DigestTime digest,
    boolean digestSilent,
    @Nullable String crisisText,
    boolean photos) {

  /** The same in a zone that somebody said is right. */
  public Circle in(ZoneId zone) {
    return new Circle(
        id,
        name,
        language,
        zone,
        true,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same, as open as a preset. */
  public Circle withOpenness(Openness openness) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        openness.details(),
        openness.names(),
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same with details opening then. */
  public Circle withDetailsOpen(DetailsOpen detailsOpen) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same with names on cards so. */
  public Circle withNames(NamesOnCards names) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same with its digest then, which speaks again. */
  public Circle withDigest(DigestTime digest) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        false,
        crisisText,
        photos);
  }

  /** The same after a digest that had something to say, or had not. */
  public Circle withDigestSilent(boolean digestSilent) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same with its own words for a hard hour, or none. */
  public Circle withCrisisText(@Nullable String crisisText) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }

  /** The same with photos passing between asker and helper, or none. */
  public Circle withPhotos(boolean photos) {
    return new Circle(
        id,
        name,
        language,
        zone,
        zoneConfirmed,
        openness,
        detailsOpen,
        names,
        digest,
        digestSilent,
        crisisText,
        photos);
  }
}
