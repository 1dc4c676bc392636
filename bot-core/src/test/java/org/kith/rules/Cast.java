package org.kith.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Facts;
import org.kith.command.Whence;
import org.kith.testing.TestCircle;

/**
 * Who acts, and where: some in a browser room, some on Telegram, in one circle. The first of the
 * people looks after both houses. Everybody has another account, of another name, on the other
 * platform; that both are theirs is known to nobody before they are joined.
 *
 * @param gone places from which the bot was removed: nobody can act there
 */
record Cast(SplittableRandom random, List<String> people, Set<Place> gone) {
  /** A second space of the circle on Maple Street, on another platform. */
  static final Place GARDEN = new Place(Platform.TELEGRAM, "-1001", "");

  private static final Set<String> ON_TELEGRAM = Set.of("ben", "dee", "fay");

  /** What people are called on the other platform. */
  private static final Map<String, String> OTHERWISE =
      Map.of("Ana", "Nora", "Ben", "Theo", "Chi", "Lin", "Dee", "Maud", "Eli", "Sam", "Fay", "Ida");

  private static final Map<String, String> HUMANS =
      OTHERWISE.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  one -> one.getValue().toLowerCase(Locale.ROOT),
                  one -> one.getKey().toLowerCase(Locale.ROOT)));

  /** Another house, with a circle of its own. */
  static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  Cast(SplittableRandom random, List<String> people) {
    this(random, people, new HashSet<>());
  }

  /** Somebody, now and then by their other account. */
  String anybody() {
    String one = people.get(random.nextInt(people.size()));
    return random.nextInt(4) == 0 ? other(one) : one;
  }

  /** What one of the people is called on the other platform. */
  static String other(String name) {
    return OTHERWISE.getOrDefault(name, name);
  }

  /** All names, two of each of the people. */
  List<String> names() {
    return people.stream().flatMap(one -> Stream.of(one, other(one))).distinct().toList();
  }

  /** Whose account it is, of however many: the one by which they are known first. */
  static String human(String account) {
    return HUMANS.getOrDefault(account, account);
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
      case 0 -> gone.contains(ELM) ? TestCircle.PLACE : ELM;
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

  /** Where an account is. */
  static Platform platform(String account) {
    String id = account.toLowerCase(Locale.ROOT);
    boolean first = human(id).equals(id);
    return ON_TELEGRAM.contains(human(id)) == first ? Platform.TELEGRAM : Platform.BROWSER;
  }

  /** Somebody acts in this place, or in its like on their own platform. */
  Actor in(String name, Place like) {
    Place place = home(name, like);
    Facts facts = new Facts(place.house(), place.house(), 5, false, false);
    return actor(name, new Whence.InPlace(place, facts, name.equals(steward())));
  }

  Actor inPrivate(String name) {
    boolean elsewhere = random.nextInt(4) == 0;
    Set<String> there =
        platform(name) == Platform.TELEGRAM
            ? elsewhere ? Set.of() : Set.of(GARDEN.house())
            : elsewhere ? Set.of(ELM.house()) : Set.of(TestCircle.PLACE.house(), ELM.house());
    Set<String> present = new HashSet<>(there);
    gone.forEach(place -> present.remove(place.house()));
    return actor(name, new Whence.InPrivate(present, name.equals(steward()) ? present : Set.of()));
  }

  private Place home(String name, Place like) {
    if (platform(name) == Platform.TELEGRAM) {
      return GARDEN;
    }
    return like.equals(GARDEN) || gone.contains(like) ? TestCircle.PLACE : like;
  }

  private Actor actor(String name, Whence whence) {
    return new Actor(platform(name), account(name), name, "en", whence);
  }
}
