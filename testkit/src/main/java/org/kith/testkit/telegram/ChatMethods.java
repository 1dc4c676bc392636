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
    me.put("can_join_groups", true).put("can_read_all_group_messages", !world.feed().isPrivacyOn());
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
    return group.members().of(user).memberJson(user.json());
  }

  JsonNode memberCount(Params params) {
    TelegramGroup group = chats.group(params);
    long people =
        group.members().people().stream().filter(user -> group.members().of(user).isIn()).count();
    return IntNode.valueOf(Math.toIntExact(people + 1));
  }

  JsonNode administrators(Params params) {
    TelegramGroup group = chats.group(params);
    ArrayNode result = Json.array();
    for (TelegramUser user : group.members().people()) {
      Standing standing = group.members().of(user);
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
    chats.group(params).members().botBecomes(Standing.LEFT, world.botJson());
    return BooleanNode.TRUE;
  }

  JsonNode file(Params params) {
    String id = params.text("file_id");
    if (!world.files().containsKey(id)) {
      throw Refusal.bad("wrong file_id or the file is temporarily unavailable");
    }
    ObjectNode file = Json.object().put("file_id", id).put("file_unique_id", id);
    return file.put("file_path", "files/" + id);
  }

  JsonNode action(Params params) {
    chats.sendable(params);
    return BooleanNode.TRUE;
  }
}
