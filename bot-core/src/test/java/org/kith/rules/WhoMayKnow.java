package org.kith.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Words that were planted, each for a fact, and whom that fact is for. */
final class WhoMayKnow {
  private final Map<String, Planted> planted = new LinkedHashMap<>();

  /**
   * A fact that can be told by its words, wherever all of them are read.
   *
   * @param concerned the accounts and houses whom it is for, as things stand
   */
  record Planted(Fact fact, List<String> words, Supplier<Set<String>> concerned) {
    boolean isIn(Reached reached) {
      return words.stream().allMatch(reached.text()::contains);
    }
  }

  /** From now on whoever reads all of these words knows the fact. */
  void plant(Fact fact, Set<String> concerned, String... words) {
    plant(fact, () -> concerned, words);
  }

  /** The same where those whom it is for change. */
  synchronized void plant(Fact fact, Supplier<Set<String>> concerned, String... words) {
    planted.put(String.join(" ", words), new Planted(fact, List.of(words), concerned));
  }

  /** Each fact that reaches somebody whom it is not for as things stand. */
  synchronized List<String> leaks(Reached reached) {
    return planted.values().stream()
        .filter(one -> one.isIn(reached) && !one.fact().mayRead(one.concerned().get(), reached))
        .map(one -> one.fact() + " " + one.words() + " reached " + reached)
        .toList();
  }

  /** How often a fact reached anybody. */
  synchronized long told(Fact fact, List<Reached> all) {
    return all.stream()
        .filter(reached -> of(fact).stream().anyMatch(one -> one.isIn(reached)))
        .count();
  }

  /** All that was planted of a fact. */
  synchronized List<Planted> of(Fact fact) {
    return planted.values().stream().filter(one -> one.fact() == fact).toList();
  }
}
