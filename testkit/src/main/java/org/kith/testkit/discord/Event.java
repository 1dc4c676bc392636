package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that the gateway tells.
 *
 * @param type such as {@code MESSAGE_CREATE}
 * @param intents told only to sessions that asked for one of these; 0 is told to all
 * @param serverId decides on the shard; null for what is private, which is told to shard 0
 * @param d the payload
 * @param bare the payload for those who may not read what people write; null where there is no
 *     difference
 */
record Event(
    String type, long intents, @Nullable String serverId, ObjectNode d, @Nullable ObjectNode bare) {
  static final long MEMBERS = 1L << 1;
  static final long PRESENCES = 1L << 8;
  static final long MESSAGES = 1L << 9;
  static final long REACTIONS = 1L << 10;
  static final long PRIVATE_MESSAGES = 1L << 12;
  static final long PRIVATE_REACTIONS = 1L << 13;
  static final long CONTENT = 1L << 15;
  static final long PRIVILEGED = MEMBERS | PRESENCES | CONTENT;

  Event(String type, long intents, @Nullable String serverId, ObjectNode d) {
    this(type, intents, serverId, d, null);
  }

  boolean isFor(long sessionIntents) {
    return intents == 0 || (intents & sessionIntents) != 0;
  }

  ObjectNode payload(long sessionIntents) {
    return bare == null || (sessionIntents & CONTENT) != 0 ? d : bare;
  }
}
