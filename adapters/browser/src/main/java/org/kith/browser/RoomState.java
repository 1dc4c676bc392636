package org.kith.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The room: who is in it and what they see. What lasts is on disk before a method returns; what
 * people said and were answered lives only as long as the room is open.
 */
final class RoomState implements AutoCloseable {
  /** More than a page can show and a person can read; the oldest go first, open cards last. */
  static final int MOST_ENTRIES = 1000;

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
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Long, String> rows = new HashMap<>();
  private final Changes changes = new Changes();
  private final RoomFile file;
  private @Nullable String database;
  private boolean botCame;
  private long ahead;
  private long posted;

  /** Opens the room as its file left it; without a file, an empty one with four neighbours. */
  RoomState(Path path) {
    RoomFile.read(path).forEach(this::replay);
    if (people.isEmpty()) {
      NEIGHBOURS.forEach(person -> people.put(person.id(), person));
    }
    forgetOldest();
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
    return locked(
        () -> entries.values().stream().filter(one -> !one.gone()).filter(wanted).toList());
  }

  Optional<Entry> entry(String id) {
    return locked(() -> Optional.ofNullable(entries.get(id)).filter(one -> !one.gone()));
  }

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
    write(new Happening.BelongsTo(name));
  }

  void botCame(long at) {
    write(new Happening.BotCame(at));
  }

  void clockMoved(long newAhead, long now) {
    write(new Happening.ClockMoved(newAhead));
    changes.add("clock", now);
  }

  /** Adds somebody; empty if the room is full. */
  Optional<Person> addPerson(String name) {
    return locked(() -> {
      if (people.size() >= MOST_PEOPLE) {
        return Optional.empty();
      }
      Person person = new Person(freeId(name), name, false);
      write(new Happening.PersonCame(person));
      changes.add("person", person);
      return Optional.of(person);
    });
  }

  /** The message that was sent for this outbox row; one that was deleted since counts as sent. */
  Optional<String> sentFor(long row) {
    return locked(() -> Optional.ofNullable(rows.get(row)));
  }

  /**
   * Posts what lasts; {@code draft}'s id is replaced. The same row a second time changes nothing.
   */
  String post(Entry draft) {
    return locked(() -> {
      String sent = rows.get(draft.row());
      if (sent != null && draft.row() != 0) {
        return sent;
      }
      Entry entry = withId(draft, "m" + (posted + 1));
      writeAs(new Happening.Posted(entry), new Happening.Posted(entry.forTheFile()));
      forgetOldest();
      return entry.id();
    });
  }

  /** Shows what does not last, in the place of what had this id. */
  void show(Entry entry) {
    locked(() -> {
      entries.put(entry.id(), entry);
      changes.add("entry", entry);
      forgetOldest();
      return entry;
    });
  }

  /** True if the message is there, and from now on shows this. */
  boolean edit(String id, Shown shown) {
    return locked(() -> {
      Entry entry = entries.get(id);
      if (entry == null || entry.gone()) {
        return false;
      }
      if (!entry.shown().equals(shown)) {
        write(new Happening.Edited(id, shown));
      }
      return true;
    });
  }

  /** True if the message was there, and no longer is. */
  boolean delete(String id) {
    return locked(() -> {
      Entry entry = entries.get(id);
      if (entry == null || entry.gone()) {
        return false;
      }
      if (entry.kind().lasts()) {
        write(new Happening.Deleted(id));
      } else {
        entries.remove(id);
        changes.add("entry", entry.deleted());
      }
      return true;
    });
  }

  /** True if that changed anything. */
  boolean react(String id, String person, boolean on) {
    return locked(() -> {
      Entry entry = entries.get(id);
      if (entry == null || entry.gone() || entry.reactors().contains(person) == on) {
        return false;
      }
      write(new Happening.Reacted(id, person, on));
      return true;
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

  private void write(Happening happening) {
    writeAs(happening, happening);
  }

  private void writeAs(Happening here, Happening onDisk) {
    locked(() -> {
      file.append(onDisk);
      replay(here);
      return here;
    });
  }

  private void replay(Happening happening) {
    switch (happening) {
      case Happening.BelongsTo(String name) -> database = name;
      case Happening.PersonCame(Person person) -> people.put(person.id(), person);
      case Happening.BotCame _ -> botCame = true;
      case Happening.ClockMoved(long far) -> ahead = far;
      case Happening.Posted(Entry entry) -> keep(entry);
      case Happening.Edited(String id, Shown shown) -> change(id, one -> one.showing(shown));
      case Happening.Deleted(String id) -> change(id, Entry::deleted);
      case Happening.Reacted(String id, String person, boolean on) ->
          change(id, one -> one.reacted(person, on));
    }
  }

  private void keep(Entry entry) {
    posted = Math.max(posted, Long.parseLong(entry.id().substring(1)));
    entries.put(entry.id(), entry);
    if (entry.row() != 0) {
      rows.put(entry.row(), entry.id());
    }
    changes.add("entry", entry);
  }

  private void change(String id, java.util.function.UnaryOperator<Entry> how) {
    Entry changed = entries.computeIfPresent(id, (_, one) -> how.apply(one));
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
    entries.values().stream()
        .filter(entry -> entry.kind().lasts())
        .forEach(entry -> lines.add(new Happening.Posted(entry.forTheFile())));
    return lines;
  }

  private void forgetOldest() {
    forgetOldest(entries.values(), one -> one.kind() != Entry.Kind.CARD || one.gone());
    forgetOldest(entries.values(), _ -> true);
  }

  private void forgetOldest(Collection<Entry> from, Predicate<Entry> which) {
    var each = from.iterator();
    while (from.size() > MOST_ENTRIES && each.hasNext()) {
      Entry entry = each.next();
      if (which.test(entry)) {
        each.remove();
        rows.remove(entry.row());
      }
    }
  }

  /** A name in Latin letters is its own id; any other gets a number. */
  private String freeId(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    boolean free = !plain.isEmpty() && !plain.equals(Entry.KITH) && !people.containsKey(plain);
    return free ? plain : "p" + (people.size() + 1) + plain;
  }

  private static Entry withId(Entry draft, String id) {
    return new Entry(
        id,
        draft.kind(),
        draft.to(),
        draft.by(),
        draft.at(),
        draft.shown(),
        draft.row(),
        draft.request(),
        draft.under(),
        draft.reactors(),
        draft.isPrivate(),
        draft.isProtected(),
        draft.gone());
  }

  private <T> T locked(java.util.function.Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
