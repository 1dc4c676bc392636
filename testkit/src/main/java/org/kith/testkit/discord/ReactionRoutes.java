package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Comparator;
import java.util.Set;

/** Reactions that the bot makes, takes back, lists or clears. */
final class ReactionRoutes {
  private static final String ALL = "/channels/{channel_id}/messages/{message_id}/reactions";
  private static final String ONE = ALL + "/{emoji_name}";
  private static final int MOST_KINDS = 20;

  private final World world;

  ReactionRoutes(World world) {
    this.world = world;
  }

  void addTo(Routes routes) {
    routes.add("PUT", ONE + "/@me", this::add);
    routes.add("DELETE", ONE + "/@me", call -> remove(call, world.bot().id()));
    routes.add("DELETE", ONE + "/{user_id}", call -> remove(call, call.param("user_id")));
    routes.add("GET", ONE, this::list);
    routes.add("DELETE", ALL, this::clear);
  }

  private Reply add(Call call) {
    Channel channel = Access.channel(world, call, Permissions.READ_HISTORY);
    Message message = Access.message(channel, call);
    String emoji = emoji(call);
    if (!message.reactions().containsKey(emoji)) {
      Access.channel(world, call, Permissions.ADD_REACTIONS);
      if (message.reactions().size() >= MOST_KINDS) {
        throw new Refusal(400, 30010, "Maximum number of reactions reached (20)");
      }
    }
    Happenings.react(world, message, world.bot(), emoji);
    return Reply.nothing();
  }

  private Reply remove(Call call, String userId) {
    boolean own = userId.equals(world.bot().id());
    Channel channel = Access.channel(world, call, own ? 0 : Permissions.MANAGE_MESSAGES);
    if (!own && channel.isPrivate()) {
      throw new Refusal(403, 50003, "Cannot execute action on a DM channel");
    }
    User user = world.users().get(userId);
    if (user != null) {
      Happenings.unreact(world, Access.message(channel, call), user, emoji(call));
    }
    return Reply.nothing();
  }

  private Reply list(Call call) {
    Channel channel = Access.channel(world, call, Permissions.READ_HISTORY);
    Message message = Access.message(channel, call);
    int limit = Integer.parseInt(call.query().getOrDefault("limit", "25"));
    long after = Long.parseLong(call.query().getOrDefault("after", "0"));
    ArrayNode users = Json.array();
    message.reactions().getOrDefault(emoji(call), Set.of()).stream()
        .filter(id -> Long.parseLong(id) > after)
        .sorted(Comparator.comparingLong(Long::parseLong))
        .limit(limit)
        .map(world.users()::get)
        .forEach(u -> users.add(u.json()));
    return Reply.ok(users);
  }

  private Reply clear(Call call) {
    Channel channel = Access.channel(world, call, Permissions.MANAGE_MESSAGES);
    Happenings.clearReactions(world, Access.message(channel, call));
    return Reply.nothing();
  }

  /** The emoji of the path; plain letters are none, and this server has none of its own. */
  private static String emoji(Call call) {
    String emoji = call.param("emoji_name");
    if (emoji.codePoints().allMatch(c -> c < 0x80)) {
      throw new Refusal(400, 10014, "Unknown Emoji");
    }
    return emoji;
  }
}
