package org.kith.launcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.Core;
import org.kith.browser.BrowserAdapter;
import org.kith.due.MovableClock;
import org.kith.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole, wired and running. Started from the inside out, so that nothing comes in before it can
 * be kept; ended in the opposite order but for what delivers, which goes first: what it leaves lies
 * in the outbox, and who acts meanwhile is still answered.
 */
final class Kith implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Kith.class);

  private final Settings settings;
  private final Deque<Ending> endings = new ArrayDeque<>();
  private final Health health = new Health();
  private final Metrics metrics = new Metrics();
  private List<Connection> connections = List.of();
  private String url = "";

  /** How a part ends, and what it is called in the log. */
  private record Ending(String part, AutoCloseable end) {}

  private Kith(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything. What platforms are told is heard as soon as they answer.
   *
   * @throws Refusal or {@link org.kith.store.StoreTrouble}, one line for the host, if something is
   *     not as it must be; whatever had been started has ended then
   */
  static Kith start(Settings settings) {
    Kith kith = new Kith(settings);
    try {
      kith.startAll();
      return kith;
    } catch (RuntimeException e) {
      kith.close();
      throw e;
    }
  }

  /** Where it is served, such as {@code http://127.0.0.1:8473}. */
  String url() {
    return url;
  }

  /** What keeps commands from being taken; empty if nothing does. */
  String complaints() {
    return health.complaints();
  }

  /** The platforms that it connects to, as people write them: "Discord and Telegram". */
  String platforms() {
    return connections.stream().map(Connection::name).collect(Collectors.joining(" and "));
  }

  /** Ends everything within ten seconds. */
  @Override
  public void close() {
    while (!endings.isEmpty()) {
      Ending last = endings.pop();
      try {
        last.end().close();
      } catch (Exception e) {
        LOG.warn("{} did not end cleanly", last.part(), e);
      }
    }
  }

  private void startAll() {
    settings.secrets().forEach(SecretMask::hide);
    TokenCheck tokens = TokenCheck.begin(settings);
    DataFolder data = DataFolder.open(settings.data());
    // The clock can be moved only where it moves nobody's real appointments.
    @Nullable MovableClock movable =
        settings.hasToken() ? null : MovableClock.ahead(InstantSource.system(), Duration.ZERO);
    InstantSource clock = movable == null ? InstantSource.system() : movable;
    Core core = Core.open(Store.address(settings), data.path(), clock, settings.zone());
    atEnd("core", core);
    if (settings.invitedOnly()) {
      core.desk().admitOnlyInvited();
    }
    if (settings.slowing()) {
      core.desk().slows();
    }
    Front front = Front.at(settings.http());
    atEnd("http", front);
    url = front.url();
    tokens.await();
    core.desk().watchedBy(metrics);
    connect(core, clock);
    if (settings.browser()) {
      openRoom(core, clock, movable, data, front);
    }
    core.start();
    // Before what it speaks through, so that no message is left in doubt.
    atEnd("courier", core.courier());
    connections.forEach(connection -> connection.start().run());
    serve(front, core, data, clock);
  }

  private void connect(Core core, InstantSource clock) {
    connections = Connection.of(settings, core.desk(), clock);
    for (Connection connection : connections) {
      atEnd(connection.name(), connection.end());
      core.connect(connection.messenger());
    }
  }

  private void openRoom(
      Core core,
      InstantSource clock,
      @Nullable MovableClock movable,
      DataFolder data,
      Front front) {
    BrowserAdapter room =
        new BrowserAdapter(
            core.desk(), clock, movable, core::clockMoved, data.room(), settings.zone());
    atEnd("browser room", room);
    core.connect(room.messenger());
    room.start();
    room.serve(front.server());
  }

  private void serve(Front front, Core core, DataFolder data, InstantSource clock) {
    Database database = core.database();
    health.watch(
        "database", () -> database.answers() ? Optional.empty() : Optional.of("does not answer"));
    for (Connection connection : connections) {
      health.watch(
          connection.name(),
          () ->
              connection.connected().getAsBoolean()
                  ? Optional.empty()
                  : Optional.of("not connected"));
    }
    metrics.watchConnected(connections);
    metrics.watchSends(core.courier()::sent);
    metrics.watchStore(database, clock);
    front.mount("/health", health);
    front.mount("/metrics", metrics);
    RunningKith self = RunningKith.announce(data, front.address());
    atEnd("running", () -> RunningKith.retract(data));
    new BackupDoor(database, data, self, clock).serve(front);
    front.open();
  }

  private void atEnd(String part, AutoCloseable end) {
    endings.push(new Ending(part, end));
  }
}
