package org.kith.browser;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.kith.desk.Desk;
import org.kith.due.MovableClock;
import org.kith.post.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browser room beside a desk. Made before the courier starts, because it needs {@link
 * #messenger()}; {@link #start} when commands can be taken; then {@link #serve} on the host's HTTP
 * server, whose executor must give each exchange a thread of its own (virtual ones do), because
 * each open page keeps one.
 */
public final class BrowserAdapter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BrowserAdapter.class);

  /** Under this name the desk's database remembers which room is its own. */
  private static final String OWN_ROOM = "browser.room";

  private final RoomState room;
  private final Intake intake;
  private final BrowserMessenger messenger;
  private final HttpHandler api;
  private final HttpHandler stream;
  private final List<Runnable> leave = new ArrayList<>();

  /**
   * Opens the room as it was left.
   *
   * @param clock the room's time
   * @param movable the same clock if people may move it; null where the bot also serves real people
   * @param moved called after the clock was moved, so that what has become due is done at once
   * @param file where the room is kept, {@code room.jsonl}; made if it is not there
   * @param zone in which the page shows the time
   */
  public BrowserAdapter(
      Desk desk,
      InstantSource clock,
      @Nullable MovableClock movable,
      Runnable moved,
      Path file,
      ZoneId zone) {
    String opening = UUID.randomUUID().toString().substring(0, 8);
    this.room = ownRoom(desk, file);
    this.intake = new Intake(desk, room, clock);
    this.messenger = new BrowserMessenger(room, clock);
    RoomClock roomClock = new RoomClock(movable, zone, room, moved);
    this.api = new RoomApi(room, new RoomActs(room, intake, roomClock), roomClock, clock, opening);
    this.stream = new RoomStream(room.changes(), opening);
  }

  /** What the courier speaks to the room through. */
  public Messenger messenger() {
    return messenger;
  }

  /** What is in the room, for whoever waits until something is. */
  RoomState room() {
    return room;
  }

  /** Tells the desk what it may have missed: that the bot was added, and reactions. */
  public void start() {
    intake.botCame();
    intake.settleReactions();
  }

  /** Adds the room to an HTTP server: the page at {@code /}, the rest under {@code /room/}. */
  public void serve(HttpServer server) {
    serve(server, "/", new RoomPage());
    serve(server, "/room/", api);
    serve(server, "/room/events", stream);
  }

  /** Opens an HTTP server for the room alone, on this machine; port 0 takes a free one. */
  public URI serveAlone(int port) {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      serve(server);
      server.start();
      leave.add(() -> server.stop(0));
      leave.add(threads::shutdownNow);
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    } catch (IOException e) {
      throw new UncheckedIOException("no HTTP server on 127.0.0.1:" + port, e);
    }
  }

  /** Ends the open pages' streams and closes the file. */
  @Override
  public void close() {
    room.changes().close();
    leave.forEach(Runnable::run);
    room.close();
  }

  private void serve(HttpServer server, String path, HttpHandler handler) {
    var context = server.createContext(path, handler);
    context.getFilters().add(new Guard());
    leave.addFirst(() -> server.removeContext(context));
  }

  /**
   * A room whose messages are another database's would take new posts for old ones, because outbox
   * rows are counted in each database: it is put aside.
   */
  private static RoomState ownRoom(Desk desk, Path file) {
    String known = desk.recall(OWN_ROOM);
    RoomState room = new RoomState(file);
    if (room.database() != null && !room.database().equals(known)) {
      room.close();
      Path aside = file.resolveSibling(file.getFileName() + ".old");
      log.warn("{} belongs to another database: it is kept as {}", file, aside);
      try {
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(file + " can't be put aside", e);
      }
      room = new RoomState(file);
    }
    if (room.database() == null) {
      String name = known == null ? UUID.randomUUID().toString() : known;
      desk.remember(OWN_ROOM, name);
      room.belongsTo(name);
    }
    return room;
  }
}
