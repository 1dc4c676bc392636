package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bot's menu of commands, by scope and language. */
final class Commands {
  private static final int MOST = 100;
  private static final int LONGEST_DESCRIPTION = 256;

  private final Map<String, ArrayNode> menus = new HashMap<>();

  JsonNode set(Params params) {
    JsonNode commands = params.json("commands").orElseGet(Json::array);
    if (!(commands instanceof ArrayNode list)) {
      throw Refusal.broken("can't parse commands: Expected an Array of BotCommand");
    }
    if (list.size() > MOST) {
      throw Refusal.broken("BOT_COMMANDS_TOO_MUCH");
    }
    for (JsonNode command : list) {
      if (!command.path("command").asText().matches("/?[a-z0-9_]{1,32}")) {
        throw Refusal.broken("BOT_COMMAND_INVALID");
      }
      int length = command.path("description").asText().length();
      if (length < 1 || length > LONGEST_DESCRIPTION) {
        throw Refusal.broken("BOT_COMMAND_DESCRIPTION_INVALID");
      }
    }
    menus.put(key(params), list);
    return BooleanNode.TRUE;
  }

  JsonNode get(Params params) {
    return menus.getOrDefault(key(params), Json.array());
  }

  JsonNode delete(Params params) {
    menus.remove(key(params));
    return BooleanNode.TRUE;
  }

  /** What somebody's client offers, in a group or privately. */
  List<String> menu(TelegramUser user, @Nullable TelegramGroup group) {
    List<String> names = new ArrayList<>();
    shown(user, group).forEach(command -> names.add(command.path("command").asText()));
    return names;
  }

  /** Whether a text begins with a command that only its sender and the bot are to see. */
  boolean isEphemeral(String text, TelegramUser user, TelegramGroup group) {
    for (JsonNode command : shown(user, group)) {
      String typed = "/" + command.path("command").asText();
      boolean same =
          text.equals(typed) || text.startsWith(typed + " ") || text.startsWith(typed + "@");
      if (same && command.path("is_ephemeral").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** The narrowest scope wins, and within it the user's language. */
  private ArrayNode shown(TelegramUser user, @Nullable TelegramGroup group) {
    for (String scope : scopes(user, group)) {
      for (String language : List.of(user.language(), "")) {
        ArrayNode menu = menus.get(scope + "/" + language);
        if (menu != null && !menu.isEmpty()) {
          return menu;
        }
      }
    }
    return Json.array();
  }

  private static List<String> scopes(TelegramUser user, @Nullable TelegramGroup group) {
    if (group == null) {
      return List.of("chat " + user.id(), "all_private_chats", "default");
    }
    List<String> scopes = new ArrayList<>();
    boolean administers = group.members().of(user).administers();
    scopes.add("chat_member " + group.id() + " " + user.id());
    if (administers) {
      scopes.add("chat_administrators " + group.id());
    }
    scopes.add("chat " + group.id());
    if (administers) {
      scopes.add("all_chat_administrators");
    }
    scopes.add("all_group_chats");
    scopes.add("default");
    return scopes;
  }

  private static String key(Params params) {
    JsonNode scope = params.json("scope").orElseGet(Json::object);
    String key = scope.path("type").asText("default");
    if (scope.has("chat_id")) {
      key += " " + scope.get("chat_id").asText();
    }
    if (scope.has("user_id")) {
      key += " " + scope.get("user_id").asText();
    }
    return key + "/" + params.text("language_code");
  }
}
