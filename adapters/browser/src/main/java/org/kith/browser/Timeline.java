package org.kith.browser;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that was said in the room, oldest first. Not safe between threads. */
final class Timeline {
  /** More than a page can show and a person can read; the oldest go first, open cards last. */
  static final int MOST_ENTRIES = 1000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Long, String> rows = new HashMap<>();
  private long posted;

  /** The id of the next message that lasts: m1, m2 … */
  String nextId() {
    return "m" + (posted + 1);
  }

  /** A new entry, or another in the place of one that has its id. */
  void put(Entry entry) {
    if (entry.kind().lasts()) {
      posted = Math.max(posted, Long.parseLong(entry.id().substring(1)));
    }
    if (entry.row() != 0) {
      rows.put(entry.row(), entry.id());
    }
    entries.put(entry.id(), entry);
    forget(one -> one.kind() != Entry.Kind.CARD || one.gone());
    forget(_ -> true);
  }

  /** Changes an entry; null if it is not there. */
  @Nullable Entry change(String id, UnaryOperator<Entry> how) {
    return entries.computeIfPresent(id, (_, one) -> how.apply(one));
  }

  void remove(String id) {
    entries.remove(id);
  }

  /** An entry that is there and was not deleted. */
  Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id)).filter(one -> !one.gone());
  }

  /** The message that was sent for an outbox row; one that was deleted since counts as sent. */
  Optional<String> sentFor(long row) {
    return Optional.ofNullable(rows.get(row));
  }

  /** What is there and is so, without what was deleted. */
  List<Entry> all(Predicate<Entry> wanted) {
    return entries.values().stream().filter(one -> !one.gone()).filter(wanted).toList();
  }

  /** What must be known again after a restart, also that something was deleted. */
  List<Entry> lasting() {
    return entries.values().stream().filter(one -> one.kind().lasts()).toList();
  }

  private void forget(Predicate<Entry> which) {
    var each = entries.values().iterator();
    while (entries.size() > MOST_ENTRIES && each.hasNext()) {
      Entry entry = each.next();
      if (which.test(entry)) {
        each.remove();
        rows.remove(entry.row());
      }
    }
  }
}
