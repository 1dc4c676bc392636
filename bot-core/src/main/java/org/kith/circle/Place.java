package org.kith.circle;

/**
 * Where something was typed or is posted.
 *
 * @param house the platform's id of the whole: a Discord server, a Telegram group
 * @param room the platform's id of the part: a Discord channel, a topic of a Telegram forum; empty
 *     where the house has no parts
 */
public record Place(Platform platform, String house, String room) {
  /** Longest id of either sort; platforms' ids have at most twenty digits. */
  private static final int LONGEST_ID = 64;

  public Place {
    if (house.isEmpty() || house.length() > LONGEST_ID || room.length() > LONGEST_ID) {
      throw new IllegalArgumentException("a place needs a house: '" + house + "' '" + room + "'");
    }
  }

  /** The same room in a house that got a new id. */
  public Place in(String newHouse) {
    return new Place(platform, newHouse, room);
  }
}
