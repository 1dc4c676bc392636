package org.kith.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that were planted, each for a fact, and whom that fact is for. */
final class WhoMayKnow {
  private final Map<String, Planted> planted = new LinkedHashMap<>();

  /** A fact that can be told by its words, wherever all of them are read. */
  record Planted(Fact fact, List<String> words, Set<String> concerned) {}

  /** From now on whoever reads all of these words knows the fact. */
  void plant(Fact fact, Set<String> concerned, String... words) {
    planted.put(String.join(" ", words), new Planted(fact, List.of(words), concerned));
  }

  /** Each fact that reached somebody whom it is not for: what, and whom. */
  List<String> leaks(List<Reached> all) {
    List<String> leaks = new ArrayList<>();
    for (Reached reached : all) {
      for (Planted one : planted.values()) {
        boolean told = one.words().stream().allMatch(reached.text()::contains);
        if (told && !one.fact().mayRead(one.concerned(), reached)) {
          leaks.add(one.fact() + " " + one.words() + " reached " + reached);
        }
      }
    }
    return leaks;
  }

  /** How often each fact reached somebody whom it is for. */
  long told(Fact fact, List<Reached> all) {
    return all.stream()
        .filter(reached ->
            planted.values().stream()
                .anyMatch(one ->
                    one.fact() == fact && one.words().stream().allMatch(reached.text()::contains)))
        .count();
  }

  /** All that was planted of a fact. */
  List<Planted> of(Fact fact) {
    return planted.values().stream().filter(one -> one.fact() == fact).toList();
  }
}
