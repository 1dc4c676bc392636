package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What happens to messages, and what the gateway tells of it; called with the lock held. */
final class Happenings {
  private Happenings() {}

  /** Puts the message where people see it and tells of it. An ephemeral one is only kept. */
  static void post(World world, Message message) {
    if (message.isEphemeral()) {
      return;
    }
    message.channel().log().put(Long.parseLong(message.id()), message);
    world.tell(told("MESSAGE_CREATE", message));
  }

  static void edited(World world, Message message) {
    message.markEdited(world.now());
    if (!message.isEphemeral()) {
      world.tell(told("MESSAGE_UPDATE", message));
    }
  }

  static void delete(World world, Message message) {
    message.channel().log().remove(Long.parseLong(message.id()));
    ObjectNode d = Json.object();
    d.put("id", message.id()).put("channel_id", message.channel().id());
    world.tell(event("MESSAGE_DELETE", Event.MESSAGES, Event.PRIVATE_MESSAGES, message, d));
  }

  static void react(World world, Message message, User user, String emoji) {
    if (!message.reactors(emoji).add(user.id())) {
      return;
    }
    ObjectNode d = reaction(message, user, emoji).put("message_author_id", message.author().id());
    Server server = message.channel().server();
    if (server != null) {
      d.set("member", server.memberJson(user));
    }
    world.tell(event("MESSAGE_REACTION_ADD", Event.REACTIONS, Event.PRIVATE_REACTIONS, message, d));
  }

  static void unreact(World world, Message message, User user, String emoji) {
    Set<String> who = message.reactors(emoji);
    boolean was = who.remove(user.id());
    if (who.isEmpty()) {
      message.reactions().remove(emoji);
    }
    if (was) {
      ObjectNode d = reaction(message, user, emoji);
      world.tell(
          event("MESSAGE_REACTION_REMOVE", Event.REACTIONS, Event.PRIVATE_REACTIONS, message, d));
    }
  }

  static void clearReactions(World world, Message message) {
    message.reactions().clear();
    ObjectNode d = Json.object();
    d.put("channel_id", message.channel().id()).put("message_id", message.id());
    world.tell(
        event("MESSAGE_REACTION_REMOVE_ALL", Event.REACTIONS, Event.PRIVATE_REACTIONS, message, d));
  }

  private static ObjectNode reaction(Message message, User user, String emoji) {
    ObjectNode d = Json.object();
    d.put("user_id", user.id()).put("channel_id", message.channel().id());
    d.put("message_id", message.id()).put("burst", false).put("type", 0);
    d.set("emoji", Message.emojiJson(emoji));
    return d;
  }

  /** What a bot without the content intent is told of other people's messages in a server. */
  private static Event told(String type, Message message) {
    ObjectNode d = message.json();
    Server server = message.channel().server();
    if (server == null) {
      return new Event(type, Event.PRIVATE_MESSAGES, null, d);
    }
    d.put("guild_id", server.id());
    ObjectNode member = server.memberJson(message.author());
    member.remove("user");
    d.set("member", member);
    if (message.author().isBot()) {
      return new Event(type, Event.MESSAGES, server.id(), d);
    }
    return new Event(type, Event.MESSAGES, server.id(), d, withoutContent(d));
  }

  static ObjectNode withoutContent(ObjectNode message) {
    ObjectNode bare = message.deepCopy();
    bare.put("content", "");
    bare.putArray("embeds");
    bare.putArray("components");
    bare.putArray("attachments");
    return bare;
  }

  private static Event event(
      String type, long inServer, long inPrivate, Message message, ObjectNode d) {
    Server server = message.channel().server();
    if (server == null) {
      return new Event(type, inPrivate, null, d);
    }
    return new Event(type, inServer, server.id(), d.put("guild_id", server.id()));
  }
}
