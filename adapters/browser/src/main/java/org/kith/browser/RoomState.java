package org.kith.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The room: who is in it and what they see. What lasts is on disk before a method returns; what
 * people said and were answered lives only as long as the room is open.
 */
final class RoomState implements AutoCloseable {
  /** More people than that don't fit on a page. */
  static final int MOST_PEOPLE = 24;

  private final ReentrantLock lock = new ReentrantLock();
  private final Remembered remembered;
  private final Timeline timeline;
  private final Changes changes = new Changes();
  private final RoomFile file;

  /** Opens the room as its file left it; without a file, an empty one with four neighbours. */
  RoomState(Path path) {
    remembered = new Remembered(RoomFile.read(path));
    timeline = remembered.timeline();
    file = RoomFile.begin(path, remembered.lasting());
  }

  Changes changes() {
    return changes;
  }

  List<Person> people() {
    return locked(remembered::people);
  }

  Optional<Person> person(String id) {
    return locked(() -> remembered.person(id));
  }

  /** All that is there, oldest first; without what was deleted. */
  List<Entry> entries(Predicate<Entry> wanted) {
    return locked(() -> timeline.all(wanted));
  }

  Optional<Entry> entry(String id) {
    return locked(() -> timeline.find(id));
  }

  /** The database that this room was filled from; null for a new room. */
  @Nullable String database() {
    return locked(() -> Optional.ofNullable(remembered.database())).orElse(null);
  }

  boolean botCame() {
    return locked(remembered::botCame);
  }

  /** How far the clock was moved, in milliseconds, when this room was last open. */
  long ahead() {
    return locked(remembered::ahead);
  }

  void belongsTo(String name) {
    keep(new Happening.BelongsTo(name));
  }

  void botCame(long at) {
    keep(new Happening.BotCame(at));
  }

  void clockMoved(long newAhead, long now) {
    keep(new Happening.ClockMoved(newAhead));
    changes.add("clock", now);
  }

  /** Adds somebody; empty if the room is full. */
  Optional<Person> addPerson(String name) {
    return locked(() -> {
      if (remembered.people().size() >= MOST_PEOPLE) {
        return Optional.empty();
      }
      Person person = new Person(remembered.freeId(name), name, false);
      keep(new Happening.PersonCame(person));
      changes.add("person", person);
      return Optional.of(person);
    });
  }

  /** Posts what lasts; {@code draft} gets an id. The same row a second time changes nothing. */
  String post(Entry draft) {
    return locked(() ->
        timeline
            .sentFor(draft.row())
            .orElseGet(() -> {
              Entry entry = draft.withId(timeline.nextId());
              file.append(new Happening.Posted(entry.forTheFile()));
              take(new Happening.Posted(entry));
              return entry.id();
            }));
  }

  /** Shows what does not last, in the place of what had this id. */
  void show(Entry entry) {
    locked(() -> {
      timeline.put(entry);
      changes.add("entry", entry);
      return entry;
    });
  }

  /** True if the message is there, and from now on shows this. */
  boolean edit(String id, Shown shown) {
    return locked(() -> {
      Optional<Entry> entry = timeline.find(id);
      if (entry.isPresent() && !entry.get().shown().equals(shown)) {
        keep(new Happening.Edited(id, shown));
      }
      return entry.isPresent();
    });
  }

  /** Takes away all that was said to somebody privately. */
  void clear(String person) {
    List<String> told =
        locked(() ->
            timeline
                .all(entry -> entry.kind() == Entry.Kind.TOLD && entry.to().equals(person))
                .stream()
                .map(Entry::id)
                .toList());
    told.forEach(this::delete);
  }

  /** True if the message was there, and no longer is. */
  boolean delete(String id) {
    return locked(() -> {
      Optional<Entry> entry = timeline.find(id);
      if (entry.isPresent() && entry.get().kind().lasts()) {
        keep(new Happening.Deleted(id));
      } else if (entry.isPresent()) {
        timeline.remove(id);
        changes.add("entry", entry.get().deleted());
      }
      return entry.isPresent();
    });
  }

  /** True if that changed anything. */
  boolean react(String id, String person, Sign sign, boolean on) {
    return locked(() -> {
      boolean changed =
          timeline.find(id).map(one -> one.with(sign).contains(person) != on).orElse(false);
      if (changed) {
        keep(new Happening.Reacted(id, person, sign, on));
      }
      return changed;
    });
  }

  @Override
  public void close() {
    changes.close();
    locked(() -> {
      file.close();
      return file;
    });
  }

  /** First on disk, then so. */
  private void keep(Happening happening) {
    locked(() -> {
      file.append(happening);
      take(happening);
      return happening;
    });
  }

  private void take(Happening happening) {
    remembered.take(happening).ifPresent(entry -> changes.add("entry", entry));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
