package org.kith.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.kith.courier.Courier;
import org.kith.desk.Desk;
import org.kith.due.DueRunner;
import org.kith.due.MovableClock;
import org.kith.post.Messengers;
import org.kith.store.Database;
import org.kith.store.DatabaseAddress;
import org.kith.store.Sealer;

/**
 * The bot as the launcher puts it together, with the browser room alone, on a clock that stands.
 */
final class Bot implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final Database database;
  private final Desk desk;
  private final Courier courier;
  private final DueRunner due;
  private final RoomState room;
  private final BrowserAdapter adapter;
  private final URI address;

  private Bot(Path data, Instant now) {
    MovableClock clock = MovableClock.standing(now);
    database = Database.open(DatabaseAddress.in(data));
    Sealer sealer =
        Sealer.open(
            data.resolve("sealing.key"),
            database.read(tables -> tables.requests().anySealed().orElse(null)));
    Messengers messengers = new Messengers();
    desk = new Desk(database, sealer, clock, Room.BERLIN, messengers, bound -> bound / 2);
    courier = new Courier(database, sealer, clock, messengers);
    due = new DueRunner(desk.upkeep(), database, clock);
    desk.afterCommit(courier::wake);
    adapter =
        new BrowserAdapter(
            desk, clock, clock, this::clockMoved, data.resolve("room.jsonl"), Room.BERLIN);
    room = adapter.room();
    messengers.connect(adapter.messenger());
    courier.start();
    due.start();
    adapter.start();
    address = adapter.serveAlone(0);
  }

  static Bot start(Path data, Instant now) {
    return new Bot(data, now);
  }

  URI address() {
    return address;
  }

  /** The number of the newest change in the room. */
  long changes() {
    return room.changes().newest();
  }

  /** Waits a moment, or until something changed since. */
  void awaitChange(long since) {
    try {
      room.changes().after(since, A_MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until all that is due has been decided and said. */
  void settle() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (desk.upkeep().fall() || !courier.isIdle()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("the outbox does not become empty");
      }
      awaitChange(changes());
    }
  }

  @Override
  public void close() {
    adapter.close();
    due.close();
    courier.close();
    database.close();
  }

  private void clockMoved() {
    due.wake();
    courier.wake();
  }
}
