package org.kith.rules;

import java.util.ArrayList;
import java.util.List;

/** Writes down all that reaches anybody, and holds it against the table as it comes. */
final class Witness {
  private final WhoMayKnow table;
  private final List<Reached> reached = new ArrayList<>();
  private final List<String> leaks = new ArrayList<>();

  Witness(WhoMayKnow table) {
    this.table = table;
  }

  /** Something reaches somebody just now. */
  synchronized void sees(Reached one) {
    reached.add(one);
    leaks.addAll(table.leaks(one));
  }

  /** All that reached anybody so far. */
  synchronized List<Reached> reached() {
    return List.copyOf(reached);
  }

  /** Each fact that reached somebody whom it was not for at that moment. */
  synchronized List<String> leaks() {
    return List.copyOf(leaks);
  }

  /** What anybody but one person read here and not there, each message by itself. */
  List<String> unlike(Witness there, String besides) {
    List<String> all = new ArrayList<>(readBy(besides));
    there.readBy(besides).forEach(all::remove);
    return all;
  }

  private synchronized List<String> readBy(String besides) {
    String account = Houses.account(besides);
    return reached.stream()
        .filter(one -> !one.reader().equals(account))
        .map(one -> one.reader() + ", " + one.way() + " " + one.house() + ": " + one.text())
        .toList();
  }
}
