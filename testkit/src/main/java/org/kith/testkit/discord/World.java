package org.kith.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.testkit.Violations;

/** All that the stand-in knows, under one lock; every change wakes whoever waits for one. */
final class World {
  /** A clock moved by hand wakes nobody, so whoever waits looks again this often. */
  private static final long LOOK_AGAIN_MS = 10;

  private final InstantSource clock;
  private final Snowflakes ids;
  private final Violations violations = new Violations();
  private final Map<String, User> users = new HashMap<>();
  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new HashMap<>();
  private final Map<String, Message> hidden = new HashMap<>();
  private final Map<String, Interaction> interactions = new HashMap<>();
  private final Map<String, Interaction> interactionsByToken = new HashMap<>();
  private final User bot;
  private final CommandList commands;
  private final Cdn cdn;
  private Consumer<Event> gateway = event -> {};
  private volatile Duration patience = Duration.ofSeconds(10);

  World(InstantSource clock, Cdn cdn) {
    this.clock = clock;
    this.cdn = cdn;
    this.ids = new Snowflakes(clock);
    this.bot = new User(this, "Kith", true);
    this.commands = new CommandList(this);
    users.put(bot.id(), bot);
  }

  void connect(Consumer<Event> toGateway) {
    gateway = toGateway;
  }

  Cdn cdn() {
    return cdn;
  }

  Instant now() {
    return clock.instant();
  }

  String newId() {
    return ids.next();
  }

  Violations violations() {
    return violations;
  }

  User bot() {
    return bot;
  }

  CommandList commands() {
    return commands;
  }

  Map<String, User> users() {
    return users;
  }

  Map<String, Server> servers() {
    return servers;
  }

  Map<String, Channel> channels() {
    return channels;
  }

  /** Ephemeral messages, which are in no channel. */
  Map<String, Message> hidden() {
    return hidden;
  }

  String nameOf(String userId) {
    User user = users.get(userId);
    return user == null ? userId : user.name();
  }

  void add(Interaction interaction) {
    interactions.put(interaction.id(), interaction);
    interactionsByToken.put(interaction.token(), interaction);
  }

  @Nullable Interaction interaction(String id) {
    return interactions.get(id);
  }

  @Nullable Interaction interactionByToken(String token) {
    return interactionsByToken.get(token);
  }

  /** Called with the lock held, so that events leave in the order in which things happened. */
  void tell(Event event) {
    gateway.accept(event);
  }

  <T extends @Nullable Object> T change(Supplier<T> how) {
    synchronized (this) {
      try {
        return how.get();
      } finally {
        notifyAll();
      }
    }
  }

  void change(Runnable how) {
    synchronized (this) {
      try {
        how.run();
      } finally {
        notifyAll();
      }
    }
  }

  <T extends @Nullable Object> T look(Supplier<T> at) {
    synchronized (this) {
      return at.get();
    }
  }

  void setPatience(Duration newPatience) {
    patience = newPatience;
  }

  /** Waits until the condition holds, in real time; fails with what was waited for. */
  void await(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + patience.toNanos();
    synchronized (this) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() >= until) {
          throw new AssertionError(inVain(what));
        }
        try {
          wait(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted while waiting for " + what, e);
        }
      }
    }
  }

  /**
   * Waits for one thing of its own, so that hundreds of people who wait for their answers are not
   * woken by each other's. Ends also when it is hopeless.
   */
  void await(String what, CountDownLatch done, BooleanSupplier hopeless) {
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (!done.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS) && !hopeless.getAsBoolean()) {
        if (System.nanoTime() >= until) {
          throw new AssertionError(inVain(what));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    }
  }

  private String inVain(String what) {
    return "waited " + patience.toMillis() + " ms in vain for " + what + violationsSoFar();
  }

  private String violationsSoFar() {
    List<String> found = violations.all();
    return found.isEmpty() ? "" : "; violations so far:\n" + String.join("\n", found);
  }
}
