package org.kith.circle;

/**
 * Somebody's identity on one platform.
 *
 * @param externalId the platform's id
 * @param name the display name, as last seen, cleaned to one line
 * @param told BCP 47 tag, as the platform told
 * @param reachable false if the last private message could not be delivered, or (on Telegram) none
 *     may be sent yet
 * @param manner how the person wants to be spoken to
 * @param others true if they have joined it with others of theirs
 */
public record Account(
    long id,
    long personId,
    Platform platform,
    String externalId,
    String name,
    String told,
    boolean reachable,
    Manner manner,
    boolean others) {

  /** Of somebody who has said nothing of how they want to be spoken to. */
  public Account(
      long id,
      long personId,
      Platform platform,
      String externalId,
      String name,
      String told,
      boolean reachable) {
    this(id, personId, platform, externalId, name, told, reachable, Manner.USUAL, false);
  }

  /** BCP 47 tag of the language in which a private answer is: chosen, or as the platform told. */
  public String language() {
    String chosen = manner.language();
    return chosen == null ? told : chosen;
  }
}
