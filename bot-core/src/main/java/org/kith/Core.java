package org.kith;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.IntUnaryOperator;
import org.kith.courier.Courier;
import org.kith.desk.Desk;
import org.kith.desk.RollCall;
import org.kith.due.DueRunner;
import org.kith.post.Messenger;
import org.kith.post.Messengers;
import org.kith.store.Database;
import org.kith.store.DatabaseAddress;
import org.kith.store.Sealer;

/** The core, wired: a database, the desk before it, the courier and the clock behind it. */
public final class Core implements AutoCloseable {
  /** The name of the sealing key's file in the data folder. */
  public static final String KEY_FILE = "sealing-key.json";

  private final Database database;
  private final Sealer sealer;
  private final Desk desk;
  private final Messengers messengers = new Messengers();
  private final Courier courier;
  private final DueRunner due;
  private final RollCall rollCall;

  private Core(
      Database database,
      Sealer sealer,
      InstantSource clock,
      ZoneId firstZone,
      IntUnaryOperator chance) {
    this.database = database;
    this.sealer = sealer;
    this.desk = new Desk(database, sealer, clock, firstZone, messengers, chance);
    this.courier = new Courier(database, sealer, clock, messengers);
    this.due = new DueRunner(desk.upkeep(), database, clock);
    this.rollCall = new RollCall(database, clock, messengers, courier::wake);
    desk.afterCommit(courier::wake);
    desk.afterDeparture(rollCall::wake);
  }

  /**
   * Opens the database and the key. Nothing is sent and nothing falls due before {@link #start}.
   *
   * @param folder where the sealing key is
   * @param firstZone the zone of a new circle
   * @throws org.kith.store.StoreTrouble with one line for the host
   */
  public static Core open(
      DatabaseAddress address, Path folder, InstantSource clock, ZoneId firstZone) {
    return open(address, folder, clock, firstZone, new SecureRandom()::nextInt);
  }

  /**
   * The same with chance that can be foreseen, for tests.
   *
   * @param chance a random number from 0 to below its argument; asked by several threads
   */
  public static Core open(
      DatabaseAddress address,
      Path folder,
      InstantSource clock,
      ZoneId firstZone,
      IntUnaryOperator chance) {
    Database database = Database.open(address);
    try {
      Sealer sealer =
          Sealer.open(
              folder.resolve(KEY_FILE),
              database.read(tables ->
                  tables
                      .requests()
                      .anySealed()
                      .or(() -> tables.cards().anySealed())
                      .or(() -> tables.talks().anySealed())
                      .or(() -> tables.reports().anySealed())
                      .or(() -> tables.stewardTalks().anySealed())
                      .or(() -> tables.drafts().anySealed().stream().findFirst())
                      .orElse(null)));
      return new Core(database, sealer, clock, firstZone, chance);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Connects a platform: from now on the courier speaks through it. */
  public void connect(Messenger messenger) {
    messengers.connect(messenger);
    courier.wake();
  }

  /** Begins to deliver, and to look at what is due. */
  public void start() {
    courier.start();
    due.start();
    rollCall.start();
  }

  /** The one door. */
  public Desk desk() {
    return desk;
  }

  /** The tables, for backup, health and tests. */
  public Database database() {
    return database;
  }

  /** Where the sealing key is. */
  public Path keyFile() {
    return sealer.keyFile();
  }

  /** Whatever delivers. */
  public Courier courier() {
    return courier;
  }

  /** Whatever finds out who has left. */
  public RollCall rollCall() {
    return rollCall;
  }

  /** The clock was moved: what is due is looked at now. */
  public void clockMoved() {
    due.wake();
    rollCall.wake();
    courier.wake();
  }

  /** Ends cleanly, in well under ten seconds; what is not delivered waits for the next start. */
  @Override
  public void close() {
    due.close();
    rollCall.close();
    courier.close();
    database.close();
  }
}
