package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.circle.Space;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Reply;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * Who is one person with whom, by what they have said themselves, and that it is so in the tables:
 * two accounts are joined by a code of the one that was typed on the other, and by nothing else.
 * Blocks and bars hold for all accounts of a person, also once they are two again.
 */
final class Joined {
  /** What empties their private chats may wait for their platform. */
  private static final Pattern LAST_WORD = Pattern.compile("kind=(CLEAR|FORGOTTEN)");

  private final TestCircle circle;
  private final Rulebook rules;
  private final Noise noise;
  private final Tally tally;

  /** Those whose two accounts are one person now. */
  private final Set<String> one = new HashSet<>();

  Joined(TestCircle circle, Rulebook rules, Noise noise, Tally tally) {
    this.circle = circle;
    this.rules = rules;
    this.noise = noise;
    this.tally = tally;
  }

  /** True if both accounts of somebody are one person. */
  boolean isOne(String name) {
    return one.contains(Cast.human(name.toLowerCase(Locale.ROOT)));
  }

  /** Decides, and looks what has become of whoever was two or one before. */
  Reply watch(Delivery delivery, Function<Delivery, Reply> decide) {
    return switch (delivery.command()) {
      case Command.AccountJoin _, Command.AccountOff _, Command.AccountUnlink _ ->
          changes(delivery, decide);
      case Command.ForgetMe(boolean sure) when sure -> forgets(delivery, decide);
      default -> decide.apply(delivery);
    };
  }

  /** Nobody is one person with anybody but themself, and only as long as they want to. */
  void holds() {
    Map<Long, String> humans = new HashMap<>();
    Map<String, Long> persons = Carried.now(circle).persons();
    persons.forEach((account, person) -> {
      String human = Cast.human(account);
      assertThat(humans.merge(person, human, (before, now) -> now))
          .as("whose person %s is", person)
          .isEqualTo(human);
      Long other = persons.get(Cast.other(title(human)).toLowerCase(Locale.ROOT));
      if (other != null && persons.containsKey(human)) {
        assertThat(other.equals(persons.get(human)))
            .as("%s is one person", human)
            .isEqualTo(one.contains(human) || Cast.other(title(human)).equals(title(human)));
      }
    });
  }

  private Reply changes(Delivery delivery, Function<Delivery, Reply> decide) {
    circle.settle();
    rules.barred();
    Carried before = Carried.now(circle);
    Reply reply = decide.apply(delivery);
    Carried after = Carried.now(circle);
    String account = delivery.actor().externalId();
    String human = Cast.human(account);
    List<String> moved =
        after.persons().keySet().stream()
            .filter(one -> before.persons().containsKey(one))
            .filter(one -> before.person(one) != after.person(one))
            .toList();
    if (moved.isEmpty()) {
      Map<String, Set<List<Long>>> same = after.as(person -> person);
      before.as(person -> person).forEach((what, rows) -> holdsOf(what, same, rows));
    } else if (delivery.command() instanceof Command.AccountJoin) {
      become(human, before, after, before.person(moved.getFirst()));
    } else {
      part(human, before, after, moved.getFirst());
    }
    return reply;
  }

  /** All that was the one's is the other's, but for the promises that nobody makes to themself. */
  private void become(String human, Carried before, Carried after, long from) {
    one.add(human);
    tally.add("linked");
    long into = after.person(human);
    rules.became(into);
    Map<String, Set<List<Long>>> expected = before.as(person -> person == from ? into : person);
    Map<String, Set<List<Long>>> now = after.as(person -> person);
    expected.forEach((what, rows) -> {
      if (what.equals(Carried.HELPS) || what.equals(Carried.CLAIMS)) {
        assertThat(rows).as(what).containsAll(now.get(what)); // One of two may have given way.
      } else {
        holdsOf(what, now, rows);
      }
    });
    int freed =
        Carried.rows(expected, Carried.HELPS).size() - Carried.rows(now, Carried.HELPS).size();
    tally.add("freed by joining", freed);
  }

  /** The one who goes has nothing but what keeps them out. */
  private void part(String human, Carried before, Carried after, String off) {
    one.remove(human);
    tally.add("unlinked");
    noise.parted(
        off,
        before.persons().keySet().stream()
            .filter(other -> !other.equals(off) && Cast.human(other).equals(human))
            .toList());
    Map<String, Set<List<Long>>> expected =
        before.keepingOut(before.person(off), after.person(off));
    Map<String, Set<List<Long>>> now = after.as(person -> person);
    expected.forEach((what, rows) -> holdsOf(what, now, rows));
  }

  private static void holdsOf(
      String what, Map<String, Set<List<Long>>> now, Set<List<Long>> expected) {
    if (what.equals(Carried.MEMBER)) { // Whoever acts somewhere is a member there from then on.
      assertThat(now.get(what)).as(what).containsAll(expected);
    } else {
      assertThat(now.get(what)).as(what).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /**
   * Of whoever is forgotten no account is left, unless they are barred; their names are nowhere.
   */
  private Reply forgets(Delivery delivery, Function<Delivery, Reply> decide) {
    circle.settle();
    Set<String> theirs = new HashSet<>();
    String account = delivery.actor().externalId();
    boolean barred =
        circle
            .core
            .database()
            .read(tables -> {
              Account known =
                  tables.people().find(delivery.actor().platform(), account).orElse(null);
              if (known != null) {
                tables.people().accountsOf(known.personId()).stream()
                    .map(Account::externalId)
                    .forEach(theirs::add);
              }
              return known != null && tables.erasing().isBarred(known.personId());
            });
    Reply reply = decide.apply(delivery);
    circle.forward(Duration.ofSeconds(5)); // Their private chats are emptied meanwhile.
    tally.add("forgotten themselves");
    tally.add("forgotten on both accounts", theirs.size() / 2);
    theirs.forEach(noise::forgotten);
    if (!barred) {
      one.remove(Cast.human(account));
    }
    theirs.add(account);
    theirs.forEach(one -> isNowhere(one, barred));
    return reply;
  }

  private void isNowhere(String account, boolean barred) {
    Pattern name = Pattern.compile("\\b" + account + "\\b", Pattern.CASE_INSENSITIVE);
    Map<String, List<String>> rows = Snapshot.of(circle.core.database()).rows();
    rows.forEach((table, all) -> {
      if (!barred || !table.equals("account")) {
        assertThat(all.stream().filter(row -> !LAST_WORD.matcher(row).find()))
            .as("%s in %s", account, table)
            .noneMatch(row -> name.matcher(row).find());
      }
    });
    boolean shown =
        rows.getOrDefault("outbox", List.of()).stream()
            .noneMatch(row -> row.contains("CARD") || row.contains("STRAY"));
    if (shown) {
      for (Place place : reachable()) {
        assertThat(circle.paper.in(place).stream().filter(Sheet::card))
            .as("cards that name %s", account)
            .noneMatch(card -> name.matcher(card.message().text().plain()).find());
      }
    }
  }

  /** Where cards can be changed. */
  private List<Place> reachable() {
    return circle
        .core
        .database()
        .read(tables ->
            Stream.of(TestCircle.PLACE, Cast.GARDEN, Cast.ELM)
                .flatMap(place -> tables.circles().spaceAt(place).stream())
                .filter(space -> !tables.circles().isClosed(space.id()))
                .map(Space::place)
                .toList());
  }

  private static String title(String human) {
    return human.substring(0, 1).toUpperCase(Locale.ROOT) + human.substring(1);
  }
}
