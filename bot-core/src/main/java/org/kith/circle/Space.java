package org.kith.circle;

/**
 * One place where a circle's cards are posted.
 *
 * @param title what people call it, as the platform told last
 * @param wholeHouse true if commands typed anywhere in the house are for this circle; false for a
 *     private channel that is a circle of its own
 * @param people how many can see it, as the platform told last; 0 if that is not known
 */
public record Space(
    long id, long circleId, Place place, String title, boolean wholeHouse, int people) {}
