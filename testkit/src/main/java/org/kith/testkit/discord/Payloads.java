package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway says of an interaction. */
final class Payloads {
  private static final int IN_SERVER = 0;
  private static final int IN_PRIVATE = 1;

  private Payloads() {}

  static String typeName(int type) {
    return switch (type) {
      case Interaction.COMMAND -> "command";
      case Interaction.COMPONENT -> "press";
      case Interaction.COMPLETION -> "completion";
      default -> "form";
    };
  }

  static ObjectNode interaction(Interaction i, JsonNode data) {
    User bot = i.world().bot();
    Channel channel = i.channel();
    ObjectNode json = Json.object();
    json.put("id", i.id()).put("application_id", bot.id()).put("type", i.type());
    json.put("token", i.token()).put("version", 1).put("locale", i.user().locale());
    json.put("channel_id", channel.id()).put("attachment_size_limit", 10_485_760);
    json.set("data", data);
    json.putArray("entitlements");
    ObjectNode owners = json.putObject("authorizing_integration_owners");
    ObjectNode place = channel.json();
    Server server = channel.server();
    if (server == null) {
      json.put("context", IN_PRIVATE).put("app_permissions", Long.toString(Permissions.EVERYBODY));
      json.set("user", i.user().json());
      owners.put("0", "0");
    } else {
      json.put("context", IN_SERVER).put("guild_id", server.id()).put("guild_locale", "en-US");
      json.putObject("guild").put("id", server.id()).put("locale", "en-US").putArray("features");
      ObjectNode member = server.memberJson(i.user());
      member.put("permissions", permissions(i.user(), server, channel));
      json.set("member", member);
      json.put("app_permissions", permissions(bot, server, channel));
      place.put("permissions", permissions(i.user(), server, channel));
      owners.put("0", server.id());
    }
    json.set("channel", place);
    Message pressedOn = i.pressedOn();
    if (pressedOn != null) {
      json.set("message", pressedOn.json());
    }
    return json;
  }

  static ObjectNode metadata(Interaction i) {
    ObjectNode json = Json.object();
    json.put("id", i.id()).put("type", i.type());
    json.set("user", i.user().json());
    Server server = i.channel().server();
    json.putObject("authorizing_integration_owners").put("0", server == null ? "0" : server.id());
    Message pressedOn = i.pressedOn();
    if (pressedOn != null) {
      if (i.type() == Interaction.COMPONENT) {
        json.put("interacted_message_id", pressedOn.id());
      } else {
        ObjectNode trigger = json.putObject("triggering_interaction_metadata");
        trigger.put("id", i.id()).put("type", Interaction.COMPONENT);
        trigger.set("user", i.user().json());
        trigger.put("interacted_message_id", pressedOn.id());
        trigger
            .putObject("authorizing_integration_owners")
            .put("0", server == null ? "0" : server.id());
      }
    } else if (i.type() == Interaction.FORM) {
      ObjectNode trigger = json.putObject("triggering_interaction_metadata");
      trigger.put("id", i.id()).put("type", Interaction.COMMAND);
      trigger.set("user", i.user().json());
      trigger
          .putObject("authorizing_integration_owners")
          .put("0", server == null ? "0" : server.id());
    }
    return json;
  }

  private static String permissions(User user, Server server, Channel channel) {
    return Long.toString(Permissions.of(user, server, channel));
  }
}
