package org.kith.desk;

import java.util.Optional;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.Kinds.Added;
import org.kith.store.Tables;
import org.kith.words.KindNames;
import org.kith.words.KindReader;
import org.kith.words.Words;

/**
 * The kinds of care of two circles that become one: those of the joined one hold, and what the
 * other has added comes along, as long as there is room. What was asked under one that finds none
 * keeps its kind, as it does when a kind is taken away.
 */
record KindUnion(Tables tables, Circle own, Circle into) {

  /** All of them; what was asked under a name that both have is of one kind from now on. */
  Kinds united() {
    Kinds before = own.customs().kinds();
    Kinds all = into.customs().kinds();
    for (Added added : before.added()) {
      Kind same = named(all, added.kind().name()).orElse(null);
      if (same != null && !same.equals(added.kind())) {
        tables.union().kinds(own.id(), added.kind(), same);
      } else if (same == null
          && before.offered().contains(added.kind())
          && all.hasRoomFor(added.kind())) {
        Optional<String> called = before.called(added.kind());
        Kinds more = all.adding(added.kind(), added.nearness());
        boolean free = called.flatMap(name -> named(more, name)).isEmpty();
        all = free ? more.calling(added.kind(), called) : more;
      }
    }
    return all;
  }

  private Optional<Kind> named(Kinds kinds, String name) {
    return new KindNames(KindReader.of(Words.in(into.language())), kinds).named(name);
  }
}
