package org.kith.testkit.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes that the stand-in answers, and who answers them; called with the lock held. */
final class Routes {
  private record Entry(Route route, Function<Call, Reply> handler) {}

  /** A route and the parts of the path that it names. */
  record Found(Route route, Map<String, String> params, Function<Call, Reply> handler) {}

  private final List<Entry> entries = new ArrayList<>();

  Routes(World world, Gateway gateway) {
    new AccountRoutes(world, gateway).addTo(this);
    new MessageRoutes(world).addTo(this);
    new ReactionRoutes(world).addTo(this);
    new InteractionRoutes(world).addTo(this);
    new FollowUpRoutes(world).addTo(this);
  }

  void add(String method, String template, Function<Call, Reply> handler) {
    entries.add(new Entry(new Route(method, template), handler));
  }

  @Nullable Found find(String method, List<String> path) {
    for (Entry entry : entries) {
      Map<String, String> params = entry.route().match(method, path);
      if (params != null) {
        return new Found(entry.route(), params, entry.handler());
      }
    }
    return null;
  }
}
