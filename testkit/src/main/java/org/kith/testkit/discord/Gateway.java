package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/** The gateway's protocol: who is connected, with which session, and what they are told. */
public final class Gateway {
  private static final int REMEMBERED = 1_000;
  private static final int HEARTBEAT_MS = 41_250;
  private static final int LONGEST_MESSAGE = 4_096;

  private final World world;
  private final String token;
  private final SpecCheck check;
  private final Sessions sessions = new Sessions();
  private final Deque<Event> recent = new ArrayDeque<>();
  private String url = "";
  private boolean away;
  private boolean privileged;
  private int identified;
  private int resumed;

  Gateway(World world, String token, SpecCheck check) {
    this.world = world;
    this.token = token;
    this.check = check;
  }

  /** Breaks every connection; the sessions can be resumed. */
  public void drop() {
    // Outside the lock: a socket that closes takes its own lock first and the world's afterwards.
    List<WebSocket> open = world.look(sessions::sockets);
    open.forEach(s -> s.closeConnection(1006, "dropped"));
  }

  /** Asks every client to reconnect and resume, as Discord does when it restarts a machine. */
  public void asksToReconnect() {
    world.change(() -> sessions.sendAll(Json.object().put("op", 7).putNull("d")));
  }

  /** Forgets every session: what happens until a client has identified anew never reaches it. */
  public void losesSessions() {
    world.change(() -> {
      sessions.forgetAll();
      sessions.sendAll(Json.object().put("op", 9).put("d", false));
    });
  }

  /** How many clients are connected with a session that is told of events. */
  public int connected() {
    return world.look(sessions::connected);
  }

  /** Waits until a client is connected and has its session. */
  public void awaitConnected() {
    world.await("a client of the gateway", () -> sessions.connected() > 0);
  }

  /** How often a client began a new session. */
  public int identified() {
    return world.look(() -> identified);
  }

  /** How often a client took up its session again. */
  public int resumed() {
    return world.look(() -> resumed);
  }

  /** The application may ask for the members, presence and content intents; at first it may not. */
  public void permitsPrivilegedIntents() {
    world.change(() -> privileged = true);
  }

  /** Delivers the last event of this type once more. */
  public void redeliversLast(String type) {
    world.change(() ->
        world.tell(
            recent.stream()
                .filter(e -> e.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing told of " + type))));
  }

  void setAway(boolean nowAway) {
    world.change(() -> away = nowAway);
    if (nowAway) {
      drop();
    }
  }

  boolean isAway() {
    return world.look(() -> away);
  }

  void setUrl(String newUrl) {
    url = newUrl;
  }

  String url() {
    return url;
  }

  /** With the lock held. */
  void tell(Event event) {
    check.event(event);
    recent.addFirst(event);
    if (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
    sessions.tell(event);
  }

  void opened(WebSocket socket, boolean compressed) {
    world.change(() -> {
      GatewaySession.Line line = sessions.open(socket, compressed);
      ObjectNode hello = Json.object().put("op", 10).putNull("s").putNull("t");
      hello.putObject("d").put("heartbeat_interval", HEARTBEAT_MS);
      line.send(hello);
    });
  }

  void closed(WebSocket socket, boolean goodbye) {
    world.change(() -> sessions.close(socket, goodbye));
  }

  void received(WebSocket socket, String text) {
    Goodbye goodbye = world.change(() -> take(socket, text));
    if (goodbye != null) {
      socket.close(goodbye.code(), goodbye.reason());
    }
  }

  private record Goodbye(int code, String reason) {}

  private @Nullable Goodbye take(WebSocket socket, String text) {
    GatewaySession.Line line = sessions.line(socket);
    if (line == null) {
      return null;
    }
    if (text.length() > LONGEST_MESSAGE) {
      return new Goodbye(4002, "Decode error");
    }
    JsonNode message = Json.read(text);
    return switch (message.path("op").asInt(-1)) {
      case 1 -> heartbeat(line, message.path("d"));
      case 2 -> identify(line, message.path("d"));
      case 6 -> resume(line, message.path("d"));
      case 3, 4, 8 -> null; // presence, voice, asking for members: nothing is seen of it here
      default -> new Goodbye(4001, "Unknown opcode");
    };
  }

  private @Nullable Goodbye heartbeat(GatewaySession.Line line, JsonNode seen) {
    GatewaySession session = sessions.of(line);
    if (session != null && seen.isNumber()) {
      session.confirmed(seen.asLong());
    }
    line.send(Json.object().put("op", 11).putNull("d"));
    return null;
  }

  private @Nullable Goodbye identify(GatewaySession.Line line, JsonNode d) {
    if (!Json.text(d, "token").equals(token)) {
      return new Goodbye(4004, "Authentication failed");
    }
    long intents = d.path("intents").asLong();
    if (!privileged && (intents & Event.PRIVILEGED) != 0) {
      return new Goodbye(4014, "Disallowed intent(s)");
    }
    int shard = d.path("shard").path(0).asInt(0);
    int shards = d.path("shard").path(1).asInt(1);
    GatewaySession session = new GatewaySession(world.newId() + "s", intents, shard, shards);
    sessions.serve(line, session);
    identified++;
    Welcome.say(world, session, url, check);
    return null;
  }

  private @Nullable Goodbye resume(GatewaySession.Line line, JsonNode d) {
    GatewaySession session = sessions.find(Json.text(d, "session_id"));
    if (session != null && Json.text(d, "token").equals(token)) {
      sessions.serve(line, session);
      if (session.replay(d.path("seq").asLong())) {
        resumed++;
        session.dispatch("RESUMED", Json.object());
        return null;
      }
      sessions.forget(session);
    }
    line.send(Json.object().put("op", 9).put("d", false));
    return null;
  }
}
