package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of gateway events. The published description covers REST only: where an event carries
 * an object that REST knows, that schema holds; for the rest the fields are listed here.
 */
final class EventShapes {
  private static final List<String> IN_GUILD =
      List.of("owner_id", "members", "channels", "threads", "member_count", "joined_at", "large");

  private EventShapes() {}

  static List<String> problems(Event event) {
    ObjectNode d = event.d();
    List<String> found = new ArrayList<>(numericIds("$", d));
    switch (event.type()) {
      case "MESSAGE_CREATE", "MESSAGE_UPDATE" -> schema("MessageResponse", d, found);
      case "MESSAGE_DELETE" -> fields(d, found, "id", "channel_id");
      case "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE" -> {
        fields(d, found, "user_id", "channel_id", "message_id", "emoji", "type", "burst");
        schema("MessageReactionEmojiResponse", d.path("emoji"), found);
      }
      case "MESSAGE_REACTION_REMOVE_ALL" -> fields(d, found, "channel_id", "message_id");
      case "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE" ->
          schema("GuildChannelResponse", d, found);
      case "GUILD_CREATE" -> guild(d, found);
      case "GUILD_DELETE" -> fields(d, found, "id");
      case "GUILD_ROLE_UPDATE" -> {
        fields(d, found, "guild_id");
        schema("GuildRoleResponse", d.path("role"), found);
      }
      case "GUILD_MEMBER_ADD" -> schema("GuildMemberResponse", d, found);
      case "GUILD_MEMBER_REMOVE" -> {
        fields(d, found, "guild_id");
        schema("UserResponse", d.path("user"), found);
      }
      case "INTERACTION_CREATE" -> interaction(d, found);
      case "READY" -> {
        fields(d, found, "v", "guilds", "session_id", "resume_gateway_url", "application");
        schema("UserPIIResponse", d.path("user"), found);
      }
      default -> found.add("an event that nobody described");
    }
    return found;
  }

  private static void guild(JsonNode d, List<String> found) {
    IN_GUILD.forEach(f -> fields(d, found, f));
    d.path("roles").forEach(r -> schema("GuildRoleResponse", r, found));
    d.path("channels").forEach(c -> schema("GuildChannelResponse", c, found));
    d.path("members").forEach(m -> schema("GuildMemberResponse", m, found));
  }

  private static void interaction(JsonNode d, List<String> found) {
    fields(d, found, "id", "application_id", "type", "token", "version", "channel", "channel_id");
    fields(d, found, "locale", "context", "entitlements", "authorizing_integration_owners", "data");
    if (d.has("guild_id")) {
      fields(d, found, "guild", "app_permissions", "guild_locale");
      fields(d.path("member"), found, "permissions");
      schema("GuildMemberResponse", d.path("member"), found);
    } else {
      schema("UserResponse", d.path("user"), found);
    }
    if (d.path("type").asInt() == Interaction.COMPONENT) {
      fields(d.path("data"), found, "custom_id", "component_type");
      schema("MessageResponse", d.path("message"), found);
    }
    if (d.path("type").asInt() == Interaction.COMMAND) {
      fields(d.path("data"), found, "id", "name", "type");
    }
  }

  private static void schema(String name, JsonNode value, List<String> found) {
    Spec.problems(Spec.component(name), value).forEach(p -> found.add(name + ": " + p));
  }

  private static void fields(JsonNode d, List<String> found, String... names) {
    for (String name : names) {
      if (d.path(name).isMissingNode()) {
        found.add(name + " is missing");
      }
    }
  }

  /** Ids are text: as numbers they would be rounded by half of all clients. */
  private static List<String> numericIds(String path, JsonNode node) {
    List<String> found = new ArrayList<>();
    node.properties()
        .forEach(e -> {
          String at = path + "." + e.getKey();
          if (e.getKey().endsWith("_id") && e.getValue().isNumber()) {
            found.add(at + " is a number");
          }
          found.addAll(numericIds(at, e.getValue()));
        });
    if (node.isArray()) {
      node.forEach(one -> found.addAll(numericIds(path + "[]", one)));
    }
    return found;
  }
}
