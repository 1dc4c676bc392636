package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who and what is in a chat. */
final class ChatMethods {
  private final World world;
  private final Chats chats;

  ChatMethods(World world, Chats chats) {
    this.world = world;
    this.chats = chats;
  }

  JsonNode me() {
    ObjectNode me = world.botJson();
    me.put("can_join_groups", true).put("can_read_all_group_messages", false);
    return me.put("supports_inline_queries", false);
  }

  JsonNode chat(Params params) {
    Chat chat = chats.readable(params);
    ObjectNode json = chat.json().put("accent_color_id", 1).put("max_reaction_count", 11);
    json.putObject("accepted_gift_types")
        .put("unlimited_gifts", false)
        .put("limited_gifts", false)
        .put("unique_gifts", false)
        .put("premium_subscription", false)
        .put("gifts_from_channels", false);
    return json;
  }

  JsonNode member(Params params) {
    TelegramGroup group = chats.group(params);
    if (params.number("user_id", 0) == World.BOT_ID) {
      return group.botStanding().memberJson(world.botJson());
    }
    TelegramUser user = chats.user(params, "user_id");
    return group.standingOf(user).memberJson(user.json());
  }

  JsonNode memberCount(Params params) {
    TelegramGroup group = chats.group(params);
    long people = group.people().stream().filter(user -> group.standingOf(user).isIn()).count();
    return IntNode.valueOf(Math.toIntExact(people + 1));
  }

  JsonNode administrators(Params params) {
    TelegramGroup group = chats.group(params);
    ArrayNode result = Json.array();
    for (TelegramUser user : group.people()) {
      Standing standing = group.standingOf(user);
      if (standing.administers()) {
        result.add(standing.memberJson(user.json()));
      }
    }
    if (group.botStanding().administers()) {
      result.add(group.botStanding().memberJson(world.botJson()));
    }
    return result;
  }

  JsonNode leave(Params params) {
    chats.group(params).botLeaves();
    return BooleanNode.TRUE;
  }

  JsonNode action(Params params) {
    chats.sendable(params);
    return BooleanNode.TRUE;
  }
}
