package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A channel as the protocol writes it. */
final class ChannelJson {
  private static final int IN_SERVER = 0;
  private static final int PRIVATE = 1;
  private static final int FOR_ROLE = 0;
  private static final int FOR_MEMBER = 1;

  private ChannelJson() {}

  static ObjectNode ofPrivate(Channel channel, @Nullable String last, @Nullable User recipient) {
    ObjectNode json = common(channel, PRIVATE, last);
    ArrayNode recipients = json.putArray("recipients");
    if (recipient != null) {
      recipients.add(recipient.json());
    }
    return json;
  }

  static ObjectNode ofServer(Channel channel, @Nullable String last, Server server, User bot) {
    ObjectNode json = common(channel, IN_SERVER, last);
    json.put("guild_id", server.id()).put("name", channel.name());
    json.putNull("parent_id").putNull("topic");
    json.put("position", server.positionOf(channel)).put("nsfw", false);
    json.put("rate_limit_per_user", 0);
    json.set("permission_overwrites", overwrites(channel, server, bot));
    return json;
  }

  private static ObjectNode common(Channel channel, int type, @Nullable String last) {
    ObjectNode json = Json.object();
    json.put("id", channel.id()).put("type", type).put("flags", 0);
    return json.put("last_message_id", last);
  }

  private static ArrayNode overwrites(Channel channel, Server server, User bot) {
    ArrayNode all = Json.array();
    if (channel.isHidden()) {
      all.add(overwrite(server.id(), FOR_ROLE, 0, Permissions.VIEW));
    }
    for (String userId : channel.admitted()) {
      if (!userId.equals(bot.id())) {
        all.add(overwrite(userId, FOR_MEMBER, Permissions.VIEW, 0));
      }
    }
    long taken = channel.takenFromBot();
    long allowed = channel.admitted().contains(bot.id()) ? Permissions.VIEW & ~taken : 0;
    if (allowed != 0 || taken != 0) {
      all.add(overwrite(bot.id(), FOR_MEMBER, allowed, taken));
    }
    return all;
  }

  private static ObjectNode overwrite(String id, int type, long allow, long deny) {
    ObjectNode json = Json.object();
    json.put("id", id).put("type", type);
    return json.put("allow", Long.toString(allow)).put("deny", Long.toString(deny));
  }
}
