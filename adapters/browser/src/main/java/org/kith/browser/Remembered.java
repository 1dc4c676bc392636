package org.kith.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all that happened in the room adds up to. Not safe between threads. */
final class Remembered {
  private static final List<Person> NEIGHBOURS =
      List.of(
          new Person("ana", "Ana", true),
          new Person("ben", "Ben", false),
          new Person("chi", "Chi", false),
          new Person("dee", "Dee", false));

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Timeline timeline = new Timeline();
  private @Nullable String database;
  private boolean botCame;
  private long ahead;

  /** What a room's file says; if it says of nobody, four neighbours are there. */
  Remembered(List<Happening> happenings) {
    happenings.forEach(this::take);
    if (people.isEmpty()) {
      NEIGHBOURS.forEach(person -> people.put(person.id(), person));
    }
  }

  Timeline timeline() {
    return timeline;
  }

  List<Person> people() {
    return List.copyOf(people.values());
  }

  Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  @Nullable String database() {
    return database;
  }

  boolean botCame() {
    return botCame;
  }

  long ahead() {
    return ahead;
  }

  /** From now on that is so; the message that shows something else for it, if one does. */
  Optional<Entry> take(Happening happening) {
    switch (happening) {
      case Happening.BelongsTo(String name) -> database = name;
      case Happening.PersonCame(Person person) -> people.put(person.id(), person);
      case Happening.BotCame _ -> botCame = true;
      case Happening.ClockMoved(long far) -> ahead = far;
      case Happening.Posted(Entry entry) -> {
        timeline.put(entry);
        return Optional.of(entry);
      }
      case Happening.Edited(String id, Shown shown) -> {
        return change(id, one -> one.showing(shown));
      }
      case Happening.Deleted(String id) -> {
        return change(id, Entry::deleted);
      }
      case Happening.Reacted(String id, String person, Sign sign, boolean on) -> {
        return change(id, one -> one.reacted(person, sign, on));
      }
    }
    return Optional.empty();
  }

  /** All that must be known again, as few lines as say it. */
  List<Happening> lasting() {
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
  String freeId(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String id = plain.isEmpty() ? "p" : plain;
    for (int i = 2; id.equals(Entry.KITH) || people.containsKey(id); i++) {
      id = (plain.isEmpty() ? "p" : plain) + "-" + i;
    }
    return id;
  }

  private Optional<Entry> change(String id, UnaryOperator<Entry> how) {
    return Optional.ofNullable(timeline.change(id, how));
  }
}
