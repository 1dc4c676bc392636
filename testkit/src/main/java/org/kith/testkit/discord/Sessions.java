package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/** Which connections there are, and which session each serves; guarded by the world's lock. */
final class Sessions {
  private final Map<String, GatewaySession> known = new HashMap<>();
  private final Map<WebSocket, GatewaySession.Line> lines = new HashMap<>();
  private final Map<WebSocket, GatewaySession> serving = new HashMap<>();

  GatewaySession.Line open(WebSocket socket, boolean compressed) {
    GatewaySession.Line line = new GatewaySession.Line(socket, compressed);
    lines.put(socket, line);
    return line;
  }

  /** Who says goodbye properly gives up the session; whoever is cut off may resume it. */
  void close(WebSocket socket, boolean goodbye) {
    GatewaySession.Line line = lines.remove(socket);
    GatewaySession session = serving.remove(socket);
    if (session != null && goodbye) {
      known.remove(session.id());
    }
    if (session != null && session.line() == line) {
      session.setLine(null);
    }
    if (line != null) {
      line.release();
    }
  }

  List<WebSocket> sockets() {
    return List.copyOf(lines.keySet());
  }

  GatewaySession.@Nullable Line line(WebSocket socket) {
    return lines.get(socket);
  }

  @Nullable GatewaySession of(GatewaySession.Line line) {
    return serving.get(line.socket());
  }

  @Nullable GatewaySession find(String id) {
    return known.get(id);
  }

  int connected() {
    return serving.size();
  }

  void sendAll(JsonNode message) {
    lines.values().forEach(l -> l.send(message));
  }

  void tell(Event event) {
    for (GatewaySession session : known.values()) {
      if (session.serves(event)) {
        session.dispatch(event.type(), event.payload(session.intents()));
      }
    }
  }

  void forgetAll() {
    known.clear();
    serving.clear();
  }

  void forget(GatewaySession session) {
    known.remove(session.id());
    GatewaySession.Line line = session.line();
    if (line != null) {
      serving.remove(line.socket());
    }
  }

  /** The session goes on over this connection, whatever it had before. */
  void serve(GatewaySession.Line line, GatewaySession session) {
    GatewaySession.Line before = session.line();
    if (before != null) {
      serving.remove(before.socket());
    }
    known.put(session.id(), session);
    session.setLine(line);
    serving.put(line.socket(), session);
  }
}
