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

/**
 * Who acts, and where: some in a browser room, some on Telegram, in one circle. The first of the
 * people looks after both houses.
 */
record Cast(SplittableRandom random, List<String> people) {
  /** A second space of the circle on Maple Street, on another platform. */
  static final Place GARDEN = new Place(Platform.TELEGRAM, "-1001", "");

  private static final Set<String> ON_TELEGRAM = Set.of("ben", "dee", "fay");

  /** Another house, with a circle of its own. */
  static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  String anybody() {
    return people.get(random.nextInt(people.size()));
  }

  String steward() {
    return people.getFirst();
  }

  /** Some place in which this person can be. */
  Place place(String name) {
    return home(name, place());
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

  /** Where somebody's accounts are; everybody has one. */
  static Platform platform(String account) {
    return ON_TELEGRAM.contains(account.toLowerCase(Locale.ROOT))
        ? Platform.TELEGRAM
        : Platform.BROWSER;
  }

  /** Somebody acts in this place, or in its like on their own platform. */
  Actor in(String name, Place like) {
    Place place = home(name, like);
    Facts facts = new Facts(place.house(), place.house(), 5, false, false);
    return actor(name, new Whence.InPlace(place, facts, name.equals(steward())));
  }

  Actor inPrivate(String name) {
    boolean elsewhere = random.nextInt(4) == 0;
    Set<String> present =
        platform(name) == Platform.TELEGRAM
            ? elsewhere ? Set.of() : Set.of(GARDEN.house())
            : elsewhere ? Set.of(ELM.house()) : Set.of(TestCircle.PLACE.house(), ELM.house());
    return actor(name, new Whence.InPrivate(present, name.equals(steward()) ? present : Set.of()));
  }

  private static Place home(String name, Place like) {
    if (platform(name) == Platform.TELEGRAM) {
      return GARDEN;
    }
    return like.equals(GARDEN) ? TestCircle.PLACE : like;
  }

  private Actor actor(String name, Whence whence) {
    return new Actor(platform(name), account(name), name, "en", whence);
  }
}
