package org.kith.circle;

/**
 * Somebody's identity on one platform.
 *
 * @param externalId the platform's id
 * @param name the display name, as last seen, cleaned to one line
 * @param language BCP 47 tag, as the platform told; a private answer is in it
 * @param reachable false if the last private message could not be delivered, or (on Telegram) none
 *     may be sent yet
 */
public record Account(
    long id,
    long personId,
    Platform platform,
    String externalId,
    String name,
    String language,
    boolean reachable) {}
