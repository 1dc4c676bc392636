package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A server, its roles and its members as the protocol writes them. */
final class GuildJson {
  private GuildJson() {}

  static ObjectNode role(String id, String name, long permissions, int position) {
    ObjectNode json = Json.object();
    json.put("id", id).put("name", name).put("permissions", Long.toString(permissions));
    json.put("position", position).put("color", 0).put("hoist", false).put("managed", false);
    json.putObject("colors")
        .put("primary_color", 0)
        .putNull("secondary_color")
        .putNull("tertiary_color");
    json.put("mentionable", false).putNull("icon").putNull("unicode_emoji");
    return json.put("flags", 0);
  }

  static ObjectNode member(User user, List<String> roles, Instant joined) {
    ObjectNode json = Json.object();
    json.set("user", user.json());
    json.putNull("nick").putNull("avatar").putNull("banner");
    ArrayNode roleIds = json.putArray("roles");
    roles.forEach(roleIds::add);
    json.put("joined_at", joined.toString()).putNull("premium_since");
    json.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
    return json.putNull("communication_disabled_until");
  }

  static ObjectNode guild(Server server, ArrayNode roles, ObjectNode botMember) {
    ObjectNode json = Json.object();
    json.put("id", server.id()).put("name", server.name()).put("owner_id", server.ownerId());
    for (String none :
        List.of(
            "icon",
            "splash",
            "discovery_splash",
            "afk_channel_id",
            "application_id",
            "system_channel_id",
            "rules_channel_id",
            "vanity_url_code",
            "description",
            "banner",
            "public_updates_channel_id",
            "safety_alerts_channel_id")) {
      json.putNull(none);
    }
    json.put("afk_timeout", 300).put("verification_level", 1).put("mfa_level", 0);
    json.put("default_message_notifications", 1).put("explicit_content_filter", 0);
    json.put("system_channel_flags", 0).put("max_members", 500_000).put("premium_tier", 0);
    json.put("premium_subscription_count", 0).put("premium_progress_bar_enabled", false);
    json.put("preferred_locale", "en-US").put("nsfw_level", 0).put("large", false);
    json.put("unavailable", false).put("member_count", server.memberCount());
    json.put("joined_at", botMember.path("joined_at").asText());
    json.set("roles", roles);
    json.set("members", Json.array().add(botMember));
    json.set(
        "channels", Json.array(server.channels().values().stream().map(Channel::json).toList()));
    for (String empty :
        List.of(
            "emojis",
            "features",
            "stickers",
            "threads",
            "presences",
            "voice_states",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      json.putArray(empty);
    }
    return json;
  }
}
