package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What waits for the bot. An update stays until a call with a higher offset confirms it or it is
 * too old: a press after 150 seconds, anything else after 24 hours. What the bot has not asked for
 * is never queued.
 */
final class UpdateQueue {
  private static final int REMEMBERED = 10_000;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("chat_member", "message_reaction", "message_reaction_count");
  private static final Set<String> ALL =
      Set.of(
          "message",
          "edited_message",
          "callback_query",
          "my_chat_member",
          "chat_member",
          "message_reaction");

  private record Waiting(ObjectNode update, Instant until) {}

  private final World world;
  private final NavigableMap<Integer, Waiting> waiting = new TreeMap<>();
  private final Deque<ObjectNode> sent = new ArrayDeque<>();
  private final Set<String> allowed = new LinkedHashSet<>();
  private int nextId = 284_610_001;
  private long turn;
  private int polls;

  UpdateQueue(World world) {
    this.world = world;
    allow(List.of());
  }

  void add(String kind, ObjectNode body) {
    if (!allowed.contains(kind)) {
      return;
    }
    ObjectNode update = Json.object().put("update_id", nextId++);
    update.set(kind, body);
    world.check("update " + kind, update, Specification::faultsOfUpdate);
    sent.addLast(update);
    if (sent.size() > REMEMBERED) {
      sent.removeFirst();
    }
    enqueue(update);
  }

  /** All that were made, oldest first, as far as remembered. */
  List<ObjectNode> sent() {
    return List.copyOf(sent);
  }

  /** How many the bot has not confirmed yet. */
  int pending() {
    expire();
    return waiting.size();
  }

  /** Puts a confirmed update back, as after a confirmation that got lost. */
  void putBack(ObjectNode update) {
    enqueue(update);
  }

  /** As Telegram does after a quiet week: numbering begins anew, possibly lower. */
  void restartIds(int next) {
    waiting.clear();
    nextId = next;
  }

  /** Whether the bot is asking for updates at this moment. */
  boolean isPolled() {
    return polls > 0;
  }

  /** Ends a poll that waits, as when the connection is cut. */
  void cutPolls() {
    turn++;
  }

  /**
   * Answers {@code getUpdates}: at once if there is something, else when something comes, at the
   * latest after the timeout. A later call ends an earlier one that still waits with 409.
   */
  ArrayNode poll(Params params) {
    long limit = Math.clamp(params.number("limit", 100), 1, 100);
    Duration timeout = Duration.ofSeconds(Math.clamp(params.number("timeout", 0), 0, 50));
    int offset = Math.clamp(params.number("offset", 0), Integer.MIN_VALUE, Integer.MAX_VALUE);
    long mine =
        world.change(() -> {
          params.json("allowed_updates").ifPresent(this::allow);
          confirm(offset);
          polls++;
          return ++turn;
        });
    world.waitFor(timeout, () -> turn != mine || pending() > 0);
    return world.change(() -> {
      polls--;
      if (turn != mine) {
        throw Refusal.of(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
      }
      return first(limit);
    });
  }

  private void allow(JsonNode kinds) {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> names.add(kind.asText()));
    allow(names);
  }

  /** No kinds at all mean the default, which leaves out reactions and members. */
  private void allow(List<String> kinds) {
    allowed.clear();
    for (String kind : ALL) {
      if (kinds.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : kinds.contains(kind)) {
        allowed.add(kind);
      }
    }
  }

  /**
   * Forgets what lies before the offset. A negative one keeps only so many from the end. One far
   * ahead of the newest update confirms nothing: that is how a bot that remembers old ids meets a
   * numbering begun anew.
   */
  private void confirm(int offset) {
    expire();
    if (offset < 0) {
      while (waiting.size() > -(long) offset) {
        waiting.pollFirstEntry();
      }
    } else if (offset <= nextId + 10) {
      waiting.headMap(offset, false).clear();
    }
  }

  private ArrayNode first(long limit) {
    ArrayNode result = Json.array();
    waiting.values().stream().limit(limit).forEach(one -> result.add(one.update()));
    return result;
  }

  private void enqueue(ObjectNode update) {
    Duration kept = update.has("callback_query") ? Press.ANSWERABLE : KEPT;
    waiting.put(
        update.path("update_id").asInt(), new Waiting(update, world.clock().instant().plus(kept)));
  }

  private void expire() {
    if (!waiting.isEmpty()) {
      Instant now = world.clock().instant();
      waiting.values().removeIf(one -> !now.isBefore(one.until()));
    }
  }
}
