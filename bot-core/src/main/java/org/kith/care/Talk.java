package org.kith.care;

/**
 * What the asker's side of a request and one other person write to each other through the bot; it
 * is forgotten with the request's details.
 *
 * @param other the helper, or whoever asked a question before a claim
 * @param stoppedByAsker true while the asker's side wants nothing more from the other about it
 * @param stoppedByOther true while the other wants nothing more from the asker's side about it
 */
public record Talk(
    long id, long requestId, long other, boolean stoppedByAsker, boolean stoppedByOther) {

  /** True while this side wants nothing more. */
  public boolean isStoppedBy(boolean asker) {
    return asker ? stoppedByAsker : stoppedByOther;
  }
}
