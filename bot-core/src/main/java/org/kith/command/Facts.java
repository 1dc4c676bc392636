package org.kith.command;

/**
 * What a platform tells of a place.
 *
 * @param houseTitle the name of the server or group
 * @param roomTitle the name of the channel or topic; the house's where it has no parts
 * @param people how many are in the house; 0 if unknown, or not asked again
 * @param anybodyCanEnter true for a public group or a discoverable server
 * @param hidden true if the room is not seen by everybody in the house
 */
public record Facts(
    String houseTitle, String roomTitle, int people, boolean anybodyCanEnter, boolean hidden) {}
