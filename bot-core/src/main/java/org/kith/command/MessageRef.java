package org.kith.command;

import org.kith.circle.Place;

/**
 * A message that the bot has posted in a space.
 *
 * @param messageId the platform's id, within its place
 */
public record MessageRef(Place place, String messageId) {}
