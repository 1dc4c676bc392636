package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The bot itself, its application and commands, other people and their private chats. */
final class AccountRoutes {
  private static final String COMMANDS = "/applications/{application_id}/commands";

  private final World world;
  private final Gateway gateway;

  AccountRoutes(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  void addTo(Routes routes) {
    routes.add("GET", "/gateway", call -> Reply.ok(Json.object().put("url", gateway.url())));
    routes.add("GET", "/gateway/bot", call -> Reply.ok(gatewayBot()));
    routes.add("GET", "/users/@me", call -> Reply.ok(world.bot().selfJson()));
    routes.add("GET", "/users/{user_id}", call -> Reply.ok(user(call.param("user_id")).json()));
    routes.add("POST", "/users/@me/channels", this::openPrivateChat);
    routes.add("GET", "/applications/@me", call -> Reply.ok(application()));
    routes.add("GET", "/oauth2/applications/@me", call -> Reply.ok(application()));
    routes.add("GET", COMMANDS, call -> Reply.ok(world.commands().json()));
    routes.add("PUT", COMMANDS, call -> Reply.ok(world.commands().overwrite(call.body())));
    routes.add("GET", "/guilds/{guild_id}/members/{user_id}", this::member);
    routes.add("DELETE", "/users/@me/guilds/{guild_id}", this::leave);
  }

  private ObjectNode gatewayBot() {
    ObjectNode json = Json.object().put("url", gateway.url()).put("shards", 1);
    json.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 1000)
        .put("reset_after", 86_400_000)
        .put("max_concurrency", 1);
    return json;
  }

  private ObjectNode application() {
    ObjectNode json = Json.object().put("id", world.bot().id()).put("name", world.bot().name());
    json.putNull("icon").put("description", "").putNull("type").put("verify_key", "0".repeat(64));
    json.put("flags", 0).put("flags_new", "0").putNull("interactions_endpoint_url");
    json.putNull("role_connections_verification_url").put("approximate_guild_count", 1);
    json.put("approximate_user_install_count", 0).put("approximate_user_authorization_count", 0);
    json.put("explicit_content_filter", 0).putNull("team").put("bot_public", false);
    json.put("bot_require_code_grant", false);
    json.putArray("redirect_uris");
    json.putArray("eligible_oauth2_scopes");
    json.set("owner", world.bot().json());
    json.set("bot", world.bot().json());
    return json;
  }

  private User user(String id) {
    User found = world.users().get(id);
    if (found == null) {
      throw new Refusal(404, 10013, "Unknown User");
    }
    return found;
  }

  private Reply openPrivateChat(Call call) {
    @Nullable User recipient = world.users().get(Json.text(call.body(), "recipient_id"));
    if (recipient == null || recipient.isBot()) {
      throw new Refusal(400, 50033, "Invalid Recipient(s)");
    }
    return Reply.ok(recipient.privateChat().json());
  }

  private Server server(Call call) {
    Server server = world.servers().get(call.param("guild_id"));
    if (server == null || !server.hasBot()) {
      throw new Refusal(404, 10004, "Unknown Guild");
    }
    return server;
  }

  private Reply member(Call call) {
    Server server = server(call);
    User user = user(call.param("user_id"));
    if (!server.has(user)) {
      throw new Refusal(404, 10007, "Unknown Member");
    }
    return Reply.ok(server.memberJson(user));
  }

  private Reply leave(Call call) {
    server(call).removesBot();
    return Reply.nothing();
  }
}
