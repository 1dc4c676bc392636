package org.kith.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kith.circle.Place;
import org.kith.testing.TestCircle;

/**
 * Two houses whose circles join and part: who belongs to which, and of which a request is. What is
 * written here follows the rules alone, and looks into no table.
 */
final class Houses {
  /** Maple Street and its garden, or Elm Square; a circle goes by the house that it began in. */
  enum House {
    MAPLE,
    ELM
  }

  private final Map<House, Map<String, House>> members = new EnumMap<>(House.class);
  private final Map<House, Set<String>> apart = new EnumMap<>(House.class);
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, House> reported = new HashMap<>();
  private boolean one;
  private boolean ever;

  /** A request: where it was asked, of which circle it is, and whose it is. */
  private static final class Asked {
    private final House from;
    private final Set<String> parties = new HashSet<>();
    private House circle;

    Asked(House from, House circle) {
      this.from = from;
      this.circle = circle;
    }
  }

  Houses() {
    for (House house : House.values()) {
      members.put(house, new HashMap<>());
      apart.put(house, new HashSet<>());
    }
  }

  static House of(Place place) {
    return place.equals(Cast.ELM) ? House.ELM : House.MAPLE;
  }

  synchronized boolean isOne() {
    return one;
  }

  /** The circle of a house. */
  synchronized House circle(House house) {
    return one ? House.MAPLE : house;
  }

  /** Somebody acts in a house, and is a member there from then on. */
  synchronized void acts(String name, House house) {
    members(circle(house)).put(account(name), house);
  }

  /** Somebody asks for this in a house. */
  synchronized void asks(String name, House house, String what) {
    Asked request = new Asked(house, circle(house));
    request.parties.add(account(name));
    asked.put(what, request);
  }

  /** Somebody reports something in a house. */
  synchronized void reports(String words, House house) {
    reported.put(words, circle(house));
  }

  /** True if what was reported is with whoever looks after this house. */
  synchronized boolean reportedTo(String words, House house) {
    return circle(house) == reported.get(words);
  }

  /** Elm Square joins the circle of Maple Street. */
  synchronized void join() {
    one = true;
    ever = true;
    members(House.ELM).forEach(members(House.MAPLE)::putIfAbsent);
    members(House.ELM).clear();
    apart(House.ELM).clear();
    asked.values().forEach(request -> request.circle = House.MAPLE);
    reported.replaceAll((words, circle) -> House.MAPLE);
  }

  /**
   * It leaves: with whoever acted there last, and what was asked there.
   *
   * @param stays what was asked there, and stays
   * @param parties the accounts of whoever promised something, by what is asked
   */
  synchronized void leave(Set<String> stays, Map<String, Set<String>> parties) {
    one = false;
    asked.forEach((what, request) -> {
      request.parties.addAll(parties.getOrDefault(what, Set.of()));
      request.circle = request.from == House.ELM && !stays.contains(what) ? House.ELM : House.MAPLE;
      apart(request.circle).addAll(request.parties);
    });
    Map<String, House> elm = members(House.ELM);
    members(House.MAPLE)
        .forEach((name, last) -> {
          if (last == House.ELM) {
            elm.put(name, last);
          }
        });
    members(House.MAPLE).keySet().removeAll(elm.keySet());
  }

  /** The accounts and houses to which a request may be told. */
  synchronized Set<String> mayKnow(String what) {
    Asked request = Objects.requireNonNull(asked.get(what));
    Set<String> all = new HashSet<>(members(request.circle).keySet());
    all.addAll(request.parties);
    return withPlaces(request.circle, all);
  }

  /** Those to whom somebody may be named who only ever acts in this house. */
  synchronized Set<String> mayMeet(House house) {
    House circle = circle(house);
    Set<String> all = new HashSet<>(members(circle).keySet());
    all.addAll(apart(circle));
    return withPlaces(circle, all);
  }

  /** Those to whom somebody may be named as in one house alone: everybody once both were one. */
  synchronized Set<String> mayCall(House house) {
    Set<String> all = mayMeet(house);
    if (ever) {
      for (House each : House.values()) {
        all.addAll(mayMeet(each));
      }
    }
    return all;
  }

  private Set<String> withPlaces(House circle, Set<String> accounts) {
    if (circle == House.MAPLE) {
      accounts.addAll(Set.of(TestCircle.PLACE.house(), Cast.GARDEN.house()));
    }
    if (circle == circle(House.ELM)) {
      accounts.add(Cast.ELM.house());
    }
    return accounts;
  }

  private Map<String, House> members(House circle) {
    return Objects.requireNonNull(members.get(circle));
  }

  private Set<String> apart(House circle) {
    return Objects.requireNonNull(apart.get(circle));
  }

  static String account(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
