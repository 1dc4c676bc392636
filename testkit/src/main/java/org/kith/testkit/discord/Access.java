package org.kith.testkit.discord;

/** What the bot may in a channel, and how it is refused. */
final class Access {
  private Access() {}

  /** The channel of the call, if the bot sees it and has all of these permissions there. */
  static Channel channel(World world, Call call, long permissions) {
    Channel channel = world.channels().get(call.param("channel_id"));
    if (channel == null) {
      throw Refusal.unknownChannel();
    }
    Server server = channel.server();
    if (server == null) {
      return channel;
    }
    long mine = server.hasBot() ? Permissions.of(world.bot(), server, channel) : 0;
    if ((mine & Permissions.VIEW) == 0) {
      throw new Refusal(403, 50001, "Missing Access");
    }
    if ((mine & permissions) != permissions) {
      throw new Refusal(403, 50013, "Missing Permissions");
    }
    return channel;
  }

  /** The message of the call; an ephemeral one can't be found this way. */
  static Message message(Channel channel, Call call) {
    return channel.find(call.param("message_id"));
  }
}
