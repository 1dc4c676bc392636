package org.kith.care;

/**
 * What one side of a {@link Talk} wrote, for the other side alone.
 *
 * @param fromAsker true if the asker's side wrote it
 * @param shares true if it says how its writer can be found, instead of words of theirs
 * @param sealed the words, sealed
 */
public record Letter(long id, long talkId, boolean fromAsker, boolean shares, String sealed) {
  /** The most characters of one: with what stands around them they fit on each platform. */
  public static final int LONGEST = 800;
}
