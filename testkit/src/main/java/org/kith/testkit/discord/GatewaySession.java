package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * One session of a client: what it asked for and what it was told, kept beyond a lost connection so
 * that it can be told again. Guarded by the world's lock.
 */
final class GatewaySession {
  /** Who has missed more than this can't resume. */
  private static final int KEPT = 10_000;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Told(long number, byte[] payload) {}

  private final String id;
  private final long intents;
  private final int shard;
  private final int shards;
  private final Deque<Told> told = new ArrayDeque<>();
  private long number;
  private @Nullable Line line;

  GatewaySession(String id, long intents, int shard, int shards) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.shards = shards;
  }

  /** A connection, with the compression that all its messages share. */
  static final class Line {
    private final WebSocket socket;
    private final @Nullable Deflater deflater;

    Line(WebSocket socket, boolean compressed) {
      this.socket = socket;
      this.deflater = compressed ? new Deflater(Deflater.BEST_SPEED) : null;
    }

    WebSocket socket() {
      return socket;
    }

    void send(JsonNode message) {
      send(Json.write(message));
    }

    private void send(byte[] json) {
      if (!socket.isOpen()) {
        return;
      }
      if (deflater == null) {
        socket.send(new String(json, StandardCharsets.UTF_8));
        return;
      }
      deflater.setInput(json);
      ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 2 + 64);
      byte[] chunk = new byte[8192];
      int length;
      do {
        length = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
        packed.write(chunk, 0, length);
      } while (length == chunk.length);
      socket.send(packed.toByteArray());
    }

    void release() {
      if (deflater != null) {
        deflater.end();
      }
    }
  }

  String id() {
    return id;
  }

  long intents() {
    return intents;
  }

  int shard() {
    return shard;
  }

  int shards() {
    return shards;
  }

  @Nullable Line line() {
    return line;
  }

  void setLine(@Nullable Line newLine) {
    line = newLine;
  }

  boolean serves(Event event) {
    if (!event.isFor(intents)) {
      return false;
    }
    String server = event.serverId();
    return server == null ? shard == 0 : (Long.parseLong(server) >> 22) % shards == shard;
  }

  boolean serves(Server server) {
    return (Long.parseLong(server.id()) >> 22) % shards == shard;
  }

  void dispatch(String type, ObjectNode d) {
    ObjectNode message = Json.object().put("op", 0).put("s", ++number).put("t", type);
    message.set("d", d);
    byte[] payload = Json.write(message);
    told.addLast(new Told(number, payload));
    if (told.size() > KEPT) {
      told.removeFirst();
    }
    if (line != null) {
      line.send(payload);
    }
  }

  /** What the client has confirmed need not be told again. */
  void confirmed(long upTo) {
    while (!told.isEmpty() && told.getFirst().number() <= upTo) {
      told.removeFirst();
    }
  }

  /** Tells again all after this number; false if not all of it is kept. */
  boolean replay(long after) {
    boolean complete =
        after <= number
            && (told.isEmpty() ? after == number : told.getFirst().number() <= after + 1);
    Line to = line;
    if (!complete || to == null) {
      return false;
    }
    told.stream().filter(t -> t.number() > after).forEach(t -> to.send(t.payload()));
    return true;
  }
}
