package org.kith.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Facts;
import org.kith.command.Whence;
import org.kith.testing.TestCircle;

/** Who acts, and where. The first of the people looks after both houses. */
record Cast(SplittableRandom random, List<String> people) {
  /** A second space of the circle on Maple Street. */
  static final Place GARDEN = new Place(Platform.BROWSER, "maple-street", "garden");

  /** Another house, with a circle of its own. */
  static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  String anybody() {
    return people.get(random.nextInt(people.size()));
  }

  String steward() {
    return people.getFirst();
  }

  Place place() {
    return switch (random.nextInt(5)) {
      case 0 -> ELM;
      case 1 -> GARDEN;
      default -> TestCircle.PLACE;
    };
  }

  /** Any of these, or nothing of nothing. */
  <T> Optional<T> oneOf(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  String account(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Actor in(String name, Place place) {
    Facts facts = new Facts(place.house(), place.house(), 5, false, false);
    return actor(name, new Whence.InPlace(place, facts, name.equals(steward())));
  }

  Actor inPrivate(String name) {
    Set<String> houses = Set.of(TestCircle.PLACE.house(), ELM.house());
    Set<String> present = random.nextInt(4) == 0 ? Set.of(ELM.house()) : houses;
    return actor(name, new Whence.InPrivate(present, name.equals(steward()) ? present : Set.of()));
  }

  private Actor actor(String name, Whence whence) {
    return new Actor(Platform.BROWSER, account(name), name, "en", whence);
  }
}
