package org.kith.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The room: who is in it and what they see. What lasts is on disk before a method returns; what
 * people said and were answered lives only as long as the room is open.
 */
final class RoomState implements AutoCloseable {
  /** More people than that don't fit on a page. */
  static final int MOST_PEOPLE = 24;

  private static final List<Person> NEIGHBOURS =
      List.of(
          new Person("ana", "Ana", true),
          new Person("ben", "Ben", false),
          new Person("chi", "Chi", false),
          new Person("dee", "Dee", false));

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Timeline timeline = new Timeline();
  private final Changes changes = new Changes();
  private final RoomFile file;
  private @Nullable String database;
  private boolean botCame;
  private long ahead;

  /** Opens the room as its file left it; without a file, an empty one with four neighbours. */
  RoomState(Path path) {
    RoomFile.read(path).forEach(this::take);
    if (people.isEmpty()) {
      NEIGHBOURS.forEach(person -> people.put(person.id(), person));
    }
    file = RoomFile.begin(path, present());
  }

  Changes changes() {
    return changes;
  }

  List<Person> people() {
    return locked(() -> List.copyOf(people.values()));
  }

  Optional<Person> person(String id) {
    return locked(() -> Optional.ofNullable(people.get(id)));
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
    return locked(() -> Optional.ofNullable(database)).orElse(null);
  }

  boolean botCame() {
    return locked(() -> botCame);
  }

  /** How far the clock was moved, in milliseconds, when this room was last open. */
  long ahead() {
    return locked(() -> ahead);
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
      if (people.size() >= MOST_PEOPLE) {
        return Optional.empty();
      }
      Person person = new Person(freeId(name), name, false);
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
  boolean react(String id, String person, boolean on) {
    return locked(() -> {
      boolean changed =
          timeline.find(id).map(one -> one.reactors().contains(person) != on).orElse(false);
      if (changed) {
        keep(new Happening.Reacted(id, person, on));
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
    switch (happening) {
      case Happening.BelongsTo(String name) -> database = name;
      case Happening.PersonCame(Person person) -> people.put(person.id(), person);
      case Happening.BotCame _ -> botCame = true;
      case Happening.ClockMoved(long far) -> ahead = far;
      case Happening.Posted(Entry entry) -> {
        timeline.put(entry);
        changes.add("entry", entry);
      }
      case Happening.Edited(String id, Shown shown) -> change(id, one -> one.showing(shown));
      case Happening.Deleted(String id) -> change(id, Entry::deleted);
      case Happening.Reacted(String id, String person, boolean on) ->
          change(id, one -> one.reacted(person, on));
    }
  }

  private void change(String id, UnaryOperator<Entry> how) {
    Entry changed = timeline.change(id, how);
    if (changed != null) {
      changes.add("entry", changed);
    }
  }

  /** All that must be known again, as few lines as say it. */
  private List<Happening> present() {
    List<Happening> lines = new ArrayList<>();
    if (database != null) {
      lines.add(new Happening.BelongsTo(database));
    }
    people.values().forEach(person -> lines.add(new Happening.PersonCame(person)));
    if (botCame) {
      lines.add(new Happening.BotCame(0));
    }
    if (ahead != 0) {
      lines.add(new Happening.ClockMoved(ahead));
    }
    timeline.lasting().forEach(entry -> lines.add(new Happening.Posted(entry.forTheFile())));
    return lines;
  }

  /** A name in Latin letters is its own id; any other, or one that is taken, gets a number. */
  private String freeId(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String id = plain.isEmpty() ? "p" : plain;
    for (int i = 2; id.equals(Entry.KITH) || people.containsKey(id); i++) {
      id = (plain.isEmpty() ? "p" : plain) + "-" + i;
    }
    return id;
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
