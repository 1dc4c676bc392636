package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.testkit.Violations;

/** All that the stand-in remembers, behind one lock that also wakes whoever waits for a change. */
final class World {
  static final long BOT_ID = 7_310_000_001L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private final String botUsername;
  private final Map<Long, TelegramUser> users = new HashMap<>();
  private final Map<Long, TelegramGroup> groups = new HashMap<>();
  private final Map<String, Press> presses = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final UpdateQueue updates = new UpdateQueue(this);
  private final Feed feed = new Feed(this);
  private final Commands commands = new Commands();
  private final Violations violations = new Violations();
  private volatile boolean validating = true;
  private volatile Duration patience = Duration.ofSeconds(10);
  private int lastAccountMessage = 40;
  private int lastEphemeral = 29_000_000;
  private long lastPress = 4_611_686_018_427_000_000L;

  World(InstantSource clock, String botUsername) {
    this.clock = clock;
    this.botUsername = botUsername;
  }

  /** Does something as one step, and wakes whoever waits. */
  <T extends @Nullable Object> T change(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  void change(Runnable step) {
    change(() -> {
      step.run();
      return true;
    });
  }

  <T extends @Nullable Object> T look(Supplier<T> view) {
    lock.lock();
    try {
      return view.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits under the lock until a change makes the condition true.
   *
   * @return whether it became true in time
   */
  boolean waitFor(Duration atMost, BooleanSupplier condition) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        // A condition may also look at what is not of this world: look again now and then.
        long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
        left -= slice - Math.max(0, changed.awaitNanos(slice));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  void await(Duration atMost, String what, BooleanSupplier condition) {
    if (!waitFor(atMost, condition)) {
      throw new AssertionError("Waited " + atMost.toSeconds() + " s in vain for " + what);
    }
  }

  InstantSource clock() {
    return clock;
  }

  Duration patience() {
    return patience;
  }

  void patience(Duration atMost) {
    patience = atMost;
  }

  Violations violations() {
    return violations;
  }

  boolean isValidating() {
    return validating;
  }

  void validating(boolean on) {
    validating = on;
  }

  /** Writes down what the published Bot API would not allow. */
  void check(String where, JsonNode node, Function<JsonNode, List<String>> faults) {
    if (validating) {
      faults.apply(node).forEach(fault -> violations.add(where, fault));
    }
  }

  UpdateQueue updates() {
    return updates;
  }

  Feed feed() {
    return feed;
  }

  Commands commands() {
    return commands;
  }

  Map<Long, TelegramUser> users() {
    return users;
  }

  Map<Long, TelegramGroup> groups() {
    return groups;
  }

  Map<String, Press> presses() {
    return presses;
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** Keeps a file, and says under which id. */
  String keep(byte[] content) {
    String id = "file-" + (files.size() + 1);
    files.put(id, content);
    return id;
  }

  String botUsername() {
    return botUsername;
  }

  Sender bot() {
    return new Sender(BOT_ID, botUsername, botJson(), null, true);
  }

  ObjectNode botJson() {
    ObjectNode json = Json.object().put("id", BOT_ID).put("is_bot", true);
    return json.put("first_name", "Kith").put("username", botUsername);
  }

  int nextAccountMessageId() {
    return ++lastAccountMessage;
  }

  int nextEphemeralId() {
    return ++lastEphemeral;
  }

  String nextPressId() {
    return Long.toString(++lastPress);
  }
}
