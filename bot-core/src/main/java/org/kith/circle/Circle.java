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
    @Nullable String crisisText) {}
