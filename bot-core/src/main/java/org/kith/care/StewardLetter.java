package org.kith.care;

/**
 * What one side of a {@link StewardTalk} wrote, kept until it has reached the other; at most {@link
 * Letter#LONGEST} characters.
 *
 * @param sealed the words, sealed
 */
public record StewardLetter(long id, long talkId, boolean fromSteward, String sealed) {}
