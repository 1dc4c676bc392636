package org.kith.testkit.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kith.testkit.Violations;

/**
 * Telegram, for one bot, in this process. The bot's client connects to {@link #host()} and {@link
 * #port()} by plain HTTP with {@link #token()}; the test makes groups and people and lets them act.
 * Each call and each update is held to the published Bot API 10.3; {@link #violations()} has what
 * was wrong.
 */
public final class TelegramStandIn implements AutoCloseable {
  private static final String TOKEN = "7310000001:stand-in_token-for-tests-only";
  private static final String BOT = "kith_test_bot";
  private static final int REMEMBERED = 20_000;

  private final World world;
  private final BotApi api;
  private final Faults faults = new Faults();
  private final Wire wire;
  private final Deque<BotRequest> requests = new ArrayDeque<>();
  private final List<Consumer<BotRequest>> listeners = new CopyOnWriteArrayList<>();
  private long lastUser = 6_900_000_000L;
  private long lastGroup = 4_100_000;
  private long lastSupergroup = 2_200_000_000L;

  private TelegramStandIn(InstantSource clock) {
    world = new World(clock, BOT);
    api = new BotApi(world);
    wire = new Wire(world, api, faults, TOKEN, this::log);
  }

  /** Starts one with the usual limits, on a free port of the loopback. */
  public static TelegramStandIn start(InstantSource clock) {
    return new TelegramStandIn(clock);
  }

  /** Where to connect to. */
  public String host() {
    return "127.0.0.1";
  }

  /** Where to connect to. */
  public int port() {
    return wire.port();
  }

  /** The bot's token. */
  public String token() {
    return TOKEN;
  }

  /** The bot's name in links and after the @. */
  public String botUsername() {
    return BOT;
  }

  /** The bot's user id. */
  public long botId() {
    return World.BOT_ID;
  }

  /** Somebody new, who speaks English. */
  public TelegramUser user(String name) {
    return world.change(() -> {
      TelegramUser user = new TelegramUser(world, ++lastUser, name);
      world.users().put(user.id(), user);
      return user;
    });
  }

  /** A new basic group without the bot. */
  public TelegramGroup group(String title) {
    return add(title, TelegramGroup.Kind.BASIC);
  }

  /** A new supergroup without the bot. */
  public TelegramGroup supergroup(String title) {
    return add(title, TelegramGroup.Kind.SUPERGROUP);
  }

  /** A new supergroup with topics, without the bot. */
  public TelegramGroup forum(String title) {
    return add(title, TelegramGroup.Kind.FORUM);
  }

  /** BotFather's switch: without privacy mode a mere member bot is sent every message. */
  public TelegramStandIn privacyMode(boolean on) {
    world.change(() -> world.feed().privacy(on));
    return this;
  }

  /** What went wrong by the published Bot API. */
  public Violations violations() {
    return world.violations();
  }

  /** Switches validation, which costs time that a benchmark doesn't want to measure. */
  public TelegramStandIn validating(boolean on) {
    world.validating(on);
    return this;
  }

  /** Holds the bot to other limits from now on. */
  public TelegramStandIn limits(Limits limits) {
    api.limits(limits);
    return this;
  }

  /** The calls of the bot so far, oldest first, polls left out; the newest 20,000. */
  public List<BotRequest> requests() {
    return world.look(() -> List.copyOf(requests));
  }

  /** The calls of one method so far. */
  public List<BotRequest> requests(String method) {
    return requests().stream().filter(request -> request.calls(method)).toList();
  }

  /** Is told of each call as it ends, on the thread that answers it; polls left out. */
  public void onRequest(Consumer<BotRequest> listener) {
    listeners.add(listener);
  }

  /** Lets the next calls of a method fail, in every chat. */
  public void failsNext(int times, String method, Failure failure) {
    world.change(() -> faults.plan(times, method, "", "", failure));
  }

  /** Lets the next calls of a method to one chat fail; no method means every one. */
  public void failsNext(int times, String method, long chat, Failure failure) {
    world.change(() -> faults.plan(times, method, Long.toString(chat), "", failure));
  }

  /** Lets the next message to one chat fail whose text has these words in it. */
  public void failsNextSaying(String words, long chat, Failure failure) {
    world.change(() -> faults.plan(1, "sendMessage", Long.toString(chat), words, failure));
  }

  /** Forgets the failures that were asked for and have not happened. */
  public void failsNoMore() {
    world.change(faults::forget);
  }

  /** Goes away: connections are cut and refused until {@link #comesBack()}. */
  public void goesAway() {
    wire.close();
  }

  /** Breaks down: everything is answered 502 until {@link #comesBack()}. */
  public void breaksDown() {
    wire.breakDown();
  }

  /** Is there again, at the same address; what came in meanwhile is waiting. */
  public void comesBack() {
    wire.open();
  }

  /** Whether a poll of the bot waits right now. */
  public boolean isPolled() {
    return world.look(() -> world.updates().isPolled());
  }

  /** How many updates the bot has not confirmed. */
  public int pendingUpdates() {
    return world.look(() -> world.updates().pending());
  }

  /**
   * Puts the last updates back into the queue with their old ids, as after a confirmation that got
   * lost. A client that runs skips ids it has seen: a new session gets them.
   */
  public void redeliversLast(int count) {
    world.change(() -> {
      var sent = world.updates().sent();
      sent.subList(Math.max(0, sent.size() - count), sent.size()).forEach(world.updates()::putBack);
    });
  }

  /** Numbers updates anew from there, as after a quiet week; nothing may be waiting. */
  public void restartsUpdateIds(int next) {
    world.change(() -> world.updates().restartIds(next));
  }

  /** Sets how long {@link #await} and presses wait at most, instead of ten seconds. */
  public TelegramStandIn patience(Duration atMost) {
    world.patience(atMost);
    return this;
  }

  /**
   * Waits until something is true; looked at after every change.
   *
   * @throws AssertionError if it doesn't become true in time
   */
  public void await(String what, BooleanSupplier condition) {
    world.await(world.patience(), what, condition);
  }

  /**
   * Waits until something is there.
   *
   * @throws AssertionError if it doesn't come in time
   */
  public <T> T awaitFound(String what, Supplier<Optional<T>> look) {
    List<T> found = new ArrayList<>();
    await(
        what,
        () -> {
          look.get().ifPresent(found::add);
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  @Override
  public void close() {
    wire.close();
  }

  private TelegramGroup add(String title, TelegramGroup.Kind kind) {
    return world.change(() -> {
      long id =
          kind == TelegramGroup.Kind.BASIC ? - ++lastGroup : -1_000_000_000_000L - ++lastSupergroup;
      TelegramGroup group = new TelegramGroup(world, id, title, kind);
      world.groups().put(id, group);
      return group;
    });
  }

  private void log(BotRequest request) {
    if (request.calls("getUpdates")) {
      return;
    }
    world.change(() -> {
      requests.addLast(request);
      if (requests.size() > REMEMBERED) {
        requests.removeFirst();
      }
    });
    listeners.forEach(listener -> listener.accept(request));
  }
}
