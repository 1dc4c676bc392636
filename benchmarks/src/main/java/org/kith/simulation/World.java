package org.kith.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kith.Core;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.due.MovableClock;
import org.kith.store.DatabaseAddress;

/**
 * The real core on a clock that is moved from one event to the next, and the people's own events.
 * One thing happens at a time, and all that follows from it before the next: so the same seed
 * always tells the same story.
 */
final class World implements AutoCloseable {
  private static final Place PLACE = new Place(Platform.BROWSER, "maple-street", "");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofNanos(50_000);

  /** What of the core's own work is left out where nobody is asked, reminded or stands by. */
  private static final String WITHOUT =
      "delete from due where what in"
          + " ('RING', 'LAST_HOUR', 'EVENING', 'EVENING_BEFORE', 'HOUR_BEFORE')";

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
  private final Path folder;
  private final MovableClock clock;
  private final Core core;
  private final int people;
  private final boolean asking;
  private long order;
  private long deliveries;

  /** What happens when. */
  private record Event(Instant at, long order, Runnable what) {}

  /** What the platform shows. */
  final Room room;

  /** Whoever hears what was said. */
  Consumer<List<Room.Said>> listener = said -> {};

  /**
   * A world.
   *
   * @param asking false to leave out rings, reminders, standby and the line of the evening
   */
  World(Instant begin, ZoneId zone, int people, boolean asking) {
    this.people = people;
    this.asking = asking;
    this.folder = freshFolder();
    this.clock = MovableClock.standing(begin);
    this.core = Core.open(DatabaseAddress.in(folder), folder, clock, zone);
    this.room = new Room(clock);
    room.knows(row -> core.database().read(tables -> tables.outbox().find(row).orElse(null)));
    core.connect(room);
    core.start();
  }

  /** True if people are asked when nobody comes, reminded, and may stand by. */
  boolean isAsking() {
    return asking;
  }

  Instant now() {
    return clock.instant();
  }

  Core core() {
    return core;
  }

  /** Something will happen; what lies behind happens now. */
  void at(Instant at, Runnable what) {
    events.add(new Event(at.isBefore(now()) ? now() : at, order++, what));
  }

  /** Lets time pass until this instant. */
  void until(Instant end) {
    for (Instant next = next(); !next.isAfter(end); next = next()) {
      if (next.isAfter(now())) {
        clock.to(next);
      }
      if (isDue(next)) {
        core.clockMoved();
        settle();
      }
      while (!events.isEmpty() && !events.element().at.isAfter(now())) {
        events.remove().what.run();
      }
    }
    clock.to(end);
  }

  /** Somebody types in the space. */
  Reply types(Person person, String line) {
    return does(person, typed(line), false);
  }

  /** Somebody types in the private chat. */
  Reply writes(Person person, String line) {
    return does(person, typed(line), true);
  }

  /** Somebody acts, and all that follows is done and said. */
  Reply does(Person person, Command command, boolean privately) {
    Whence whence =
        privately
            ? new Whence.InPrivate(
                Set.of(PLACE.house()), person.steward() ? Set.of(PLACE.house()) : Set.of())
            : new Whence.InPlace(
                PLACE,
                new Facts("Maple Street", "Maple Street", people, false, false),
                person.steward());
    Actor actor = new Actor(Platform.BROWSER, person.account(), person.name(), "en", whence);
    Reply reply = core.desk().handle(new Delivery("d" + ++deliveries, actor, command, true));
    if (reply instanceof Reply.Said said && said.pending().isPresent()) {
      core.desk().answered(said.pending().getAsLong());
    }
    settle();
    return reply;
  }

  /** The core's number for somebody it knows. */
  long idOf(Person person) {
    return core.database()
        .read(tables -> tables.people().find(Platform.BROWSER, person.account()))
        .map(Account::personId)
        .orElse(0L);
  }

  /** While this is done the core asks nobody about a request, where it is not to ask anybody. */
  void unasked(long request, boolean quietly, Runnable what) {
    if (asking || quietly) {
      what.run();
      return;
    }
    quietly(request, true);
    what.run();
    quietly(request, false);
  }

  @Override
  public void close() {
    core.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void quietly(long request, boolean now) {
    core.database()
        .writeLightly(tables -> {
          tables.askings().quietly(request, now);
          return true;
        });
  }

  private Instant next() {
    Instant own = events.isEmpty() ? Instant.MAX : events.element().at;
    return Stream.of(Optional.of(own), nextDue(), nextSaid())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private boolean isDue(Instant at) {
    return Stream.of(nextDue(), nextSaid())
        .flatMap(Optional::stream)
        .anyMatch(due -> !due.isAfter(at));
  }

  private Optional<Instant> nextDue() {
    return core.database().read(tables -> tables.due().next());
  }

  private Optional<Instant> nextSaid() {
    return core.database().read(tables -> tables.outbox().next(List.of(Platform.BROWSER)));
  }

  /** Waits until nothing is due and nothing under way, and lets people hear what was said. */
  private void settle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (isBusy()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("what is due at " + now() + " is never done");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    if (!asking) {
      core.database().writeLightly(tables -> tables.handle().execute(WITHOUT) > 0);
    }
    listener.accept(room.news());
  }

  private boolean isBusy() {
    return !core.database().read(tables -> tables.due().upTo(now())).isEmpty()
        || !core.courier().isIdle();
  }

  private static Command typed(String line) {
    String[] parts = line.substring(1).split(" ", 2);
    return Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** In memory where the system has a folder for that: nothing here must survive anything. */
  private static Path freshFolder() {
    Path memory = Path.of("/dev/shm");
    try {
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "circle")
          : Files.createTempDirectory("circle");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
