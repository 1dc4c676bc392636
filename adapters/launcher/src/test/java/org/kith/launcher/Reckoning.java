package org.kith.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what stands in a space with what its people were told. */
final class Reckoning {
  private final Neighbours neighbours;
  private final List<Pair> pairs;
  private final Lives lives;

  Reckoning(Neighbours neighbours, List<Pair> pairs, Lives lives) {
    this.neighbours = neighbours;
    this.pairs = pairs;
    this.lives = lives;
  }

  /** What is still missing, in words; empty once each card is there and shows what it must. */
  String missing() {
    List<SeenPost> cards = neighbours.cards();
    List<String> missing = new ArrayList<>();
    for (Need need : needs()) {
      List<SeenPost> its = need.among(cards);
      boolean fits =
          its.isEmpty()
              ? !need.mustExist()
              : its.stream().anyMatch(card -> possible(need, its).contains(card.state()));
      if (!fits) {
        missing.add(neighbours.name() + ": " + need + " but there stands " + its);
      }
    }
    return String.join("\n", missing);
  }

  /** From now on what stands there is what they know. */
  void accept() {
    List<SeenPost> cards = neighbours.cards();
    for (Need need : needs()) {
      List<SeenPost> its = need.among(cards);
      if (its.isEmpty()) {
        need.lost();
      } else {
        need.numbered(its.getLast().number());
        need.found(
            its.stream()
                .map(SeenPost::state)
                .filter(possible(need, its)::contains)
                .findFirst()
                .orElseThrow());
      }
    }
  }

  /** What stands there twice and can't be forgiven; empty if nothing does. */
  String twice() {
    List<String> found = new ArrayList<>();
    Map<String, List<SeenPost>> bySubject = new LinkedHashMap<>();
    for (SeenPost post : neighbours.posts()) {
      String subject = post.isCard() ? "#" + post.number() : post.text();
      bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(post);
    }
    bySubject.values().stream()
        .filter(same -> same.size() > 1 && !neighbours.isForgiven(same, lives))
        .forEach(same -> found.add(neighbours.name() + ": posted more than once: " + same));
    for (Need need : needs()) {
      Set<Integer> numbers = new HashSet<>();
      neighbours.cards().stream()
          .filter(card -> card.text().contains(need.words()))
          .forEach(card -> numbers.add(card.number()));
      if (numbers.size() > 1) {
        found.add(neighbours.name() + ": asked once, there twice: " + need + " " + numbers);
      }
    }
    return String.join("\n", found);
  }

  private static Set<CardState> possible(Need need, List<SeenPost> cards) {
    return cards.size() == 1 ? need.possible() : need.possibleOnTwoCards();
  }

  private List<Need> needs() {
    return pairs.stream().flatMap(pair -> pair.needs().stream()).toList();
  }
}
