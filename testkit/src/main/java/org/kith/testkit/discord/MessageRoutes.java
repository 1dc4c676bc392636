package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages in channels and private chats. */
final class MessageRoutes {
  private static final String MESSAGES = "/channels/{channel_id}/messages";
  private static final String MESSAGE = MESSAGES + "/{message_id}";
  private static final String PIN = MESSAGES + "/pins/{message_id}";
  private static final int SETTABLE_FLAGS = (1 << 2) | Message.SILENT | Message.COMPONENTS_V2;

  /** "A few minutes", says the documentation; as long as this here. */
  private static final Duration NONCE_LIFE = Duration.ofMinutes(5);

  private final World world;

  MessageRoutes(World world) {
    this.world = world;
  }

  void addTo(Routes routes) {
    routes.add("GET", "/channels/{channel_id}", c -> Reply.ok(Access.channel(world, c, 0).json()));
    routes.add("POST", MESSAGES, this::create);
    routes.add("GET", MESSAGES, this::list);
    routes.add("GET", MESSAGES + "/pins", this::pins);
    routes.add("PUT", PIN, call -> pin(call, true));
    routes.add("DELETE", PIN, call -> pin(call, false));
    routes.add("GET", MESSAGE, this::get);
    routes.add("PATCH", MESSAGE, this::edit);
    routes.add("DELETE", MESSAGE, this::delete);
  }

  private boolean sharesServer(User user) {
    return world.servers().values().stream()
        .anyMatch(server -> server.hasBot() && server.has(user));
  }

  private Reply create(Call call) {
    Channel channel = Access.channel(world, call, Permissions.SEND);
    User recipient = channel.recipient();
    if (recipient != null && !sharesServer(recipient)) {
      throw new Refusal(
          403, 50278, "Cannot send messages to this user due to having no mutual guilds");
    }
    if (recipient != null && !recipient.canBeWrittenTo()) {
      throw new Refusal(403, 50007, "Cannot send messages to this user");
    }
    JsonNode nonce = call.body().path("nonce");
    boolean enforced = call.body().path("enforce_nonce").asBoolean() && nonce.isValueNode();
    if (enforced && !nonce.isNull()) {
      Message earlier = channel.byNonce().get(nonce.asText());
      if (earlier != null && !isPast(earlier)) {
        return Reply.ok(earlier.json());
      }
    }
    Message message = new Message(world.newId(), channel, world.bot(), world.now());
    message.setFlags(call.body().path("flags").asInt(0) & SETTABLE_FLAGS);
    message.write(call.body(), call.attachments(world));
    if (!nonce.isMissingNode() && !nonce.isNull()) {
      message.setNonce(nonce);
      channel.byNonce().put(nonce.asText(), message);
    }
    Happenings.post(world, message);
    return Reply.ok(message.json());
  }

  private boolean isPast(Message earlier) {
    return Snowflakes.timeOf(earlier.id()).plus(NONCE_LIFE).isBefore(world.now());
  }

  private Reply list(Call call) {
    Channel channel = Access.channel(world, call, 0);
    if (channel.server() != null && !maySee(channel)) {
      return Reply.ok(Json.array());
    }
    Map<String, String> query = call.query();
    int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
    if (limit < 1 || limit > 100) {
      throw Refusal.invalidForm("limit must be between 1 and 100");
    }
    List<Message> found = new ArrayList<>(window(channel, query, limit));
    ArrayNode all = Json.array();
    found.reversed().forEach(m -> all.add(shown(m)));
    return Reply.ok(all);
  }

  private boolean maySee(Channel channel) {
    long mine = Permissions.of(world.bot(), channel.requireServer(), channel);
    return (mine & Permissions.READ_HISTORY) != 0;
  }

  /** At most so many messages, oldest first. */
  private static List<Message> window(Channel channel, Map<String, String> query, int limit) {
    String around = query.get("around");
    String before = query.get("before");
    String after = query.get("after");
    if (around != null) {
      List<Message> upTo = last(channel.log().headMap(Long.parseLong(around), true), limit / 2 + 1);
      List<Message> from = first(channel.log().tailMap(Long.parseLong(around), false), limit / 2);
      List<Message> both = new ArrayList<>(upTo);
      both.addAll(from);
      return both.size() > limit ? both.subList(both.size() - limit, both.size()) : both;
    }
    if (after != null) {
      return first(channel.log().tailMap(Long.parseLong(after), false), limit);
    }
    return before == null
        ? last(channel.log(), limit)
        : last(channel.log().headMap(Long.parseLong(before), false), limit);
  }

  private static List<Message> first(Map<Long, Message> some, int limit) {
    return some.values().stream().limit(limit).toList();
  }

  private static List<Message> last(Map<Long, Message> some, int limit) {
    return some.values().stream().skip(Math.max(0, some.size() - limit)).toList();
  }

  private Reply get(Call call) {
    Channel channel = Access.channel(world, call, Permissions.READ_HISTORY);
    return Reply.ok(shown(Access.message(channel, call)));
  }

  /** Other people's words are not shown to a bot without the content intent, but in private. */
  private static ObjectNode shown(Message message) {
    boolean open = message.author().isBot() || message.channel().isPrivate();
    return open ? message.json() : Happenings.withoutContent(message.json());
  }

  private Reply edit(Call call) {
    Message message = Access.message(Access.channel(world, call, 0), call);
    if (message.author() != world.bot()) {
      throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
    }
    message.write(call.body(), call.attachments(world));
    Happenings.edited(world, message);
    return Reply.ok(message.json());
  }

  private Reply delete(Call call) {
    Channel channel = Access.channel(world, call, 0);
    Message message = Access.message(channel, call);
    if (message.author() != world.bot()) {
      if (channel.isPrivate()) {
        throw new Refusal(403, 50003, "Cannot execute action on a DM channel");
      }
      Access.channel(world, call, Permissions.MANAGE_MESSAGES);
    }
    Happenings.delete(world, message);
    return Reply.nothing();
  }

  private Reply pin(Call call, boolean pinned) {
    Channel channel = Access.channel(world, call, Permissions.PIN_MESSAGES);
    Access.message(channel, call).setPinned(pinned);
    return Reply.nothing();
  }

  private Reply pins(Call call) {
    Channel channel = Access.channel(world, call, Permissions.READ_HISTORY);
    ObjectNode json = Json.object().put("has_more", false);
    ArrayNode items = json.putArray("items");
    for (Message message : channel.log().descendingMap().values()) {
      if (message.isPinned()) {
        items.addObject().put("pinned_at", world.now().toString()).set("message", shown(message));
      }
    }
    return Reply.ok(json);
  }
}
