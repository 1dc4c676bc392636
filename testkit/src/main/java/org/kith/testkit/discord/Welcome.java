package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a new session is told first: who it is, and every server of its shard. */
final class Welcome {
  private Welcome() {}

  static void say(World world, GatewaySession session, String url, SpecCheck check) {
    List<Server> servers =
        world.servers().values().stream().filter(s -> s.hasBot() && session.serves(s)).toList();
    tell(session, "READY", ready(world, session, url, servers), check);
    servers.forEach(s -> tell(session, "GUILD_CREATE", s.json(), check));
  }

  private static void tell(GatewaySession session, String type, ObjectNode d, SpecCheck check) {
    check.event(new Event(type, 0, null, d));
    session.dispatch(type, d);
  }

  private static ObjectNode ready(
      World world, GatewaySession session, String url, List<Server> servers) {
    ObjectNode d = Json.object().put("v", 10).put("session_id", session.id());
    d.put("resume_gateway_url", url).put("session_type", "normal");
    d.set("user", world.bot().selfJson());
    d.putArray("private_channels");
    ArrayNode guilds = d.putArray("guilds");
    servers.forEach(s -> guilds.addObject().put("id", s.id()).put("unavailable", true));
    d.putObject("application").put("id", world.bot().id()).put("flags", 0);
    d.putArray("shard").add(session.shard()).add(session.shards());
    return d;
  }
}
