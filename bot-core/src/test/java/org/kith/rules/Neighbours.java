package org.kith.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.kith.circle.Place;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/**
 * The people of two houses: what they do is brought to the desk, and all that reaches any of them
 * is written down. Ana and Chi are in both, and have other names on Elm Square.
 */
abstract class Neighbours implements AutoCloseable {
  static final String NAMELESS = "Wilhelmina";
  static final String DECLINING = "Otto";

  static final String BLOCKED = "Quentin";
  static final String BLOCKING = "Dee";

  static final String STEWARD = "Ana";
  static final String ELM_STEWARD = "Eli";
  static final List<String> MAPLE = List.of(STEWARD, "Ben", "Chi", BLOCKING, BLOCKED);
  static final List<String> ELM = List.of("Ana", "Chi", ELM_STEWARD);

  /** What people are called on Elm Square. */
  static final Map<String, String> THERE = Map.of("Ana", "Anneliese", "Chi", "Chiara");

  static final String OPEN =
      "select what from request where state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')";

  private static final String PARTIES =
      """
      select r.what, a.external_id from claim c join request r on r.id = c.request_id
      join account a on a.person_id = c.helper_id
      """;

  private final TestCircle circle;
  private final Cast cast = new Cast(new SplittableRandom(1), List.of(STEWARD));
  private final WhoMayKnow table = new WhoMayKnow();
  private final Witness witness = new Witness(table);
  private final Houses houses = new Houses();
  private int deliveries;

  Neighbours(Path folder) {
    circle = TestCircle.at(folder, DatabaseAddress.in(folder));
    circle.paper.listens((account, message) -> witness.sees(letter(account, text(message))));
    circle.paper.sees(sheet -> witness.sees(post(sheet.place(), text(sheet.message()))));
  }

  final TestCircle circle() {
    return circle;
  }

  final WhoMayKnow table() {
    return table;
  }

  final Witness witness() {
    return witness;
  }

  final Houses houses() {
    return houses;
  }

  @Override
  public void close() {
    circle.close();
  }

  /** Everybody on Maple Street. */
  static List<String> onMaple() {
    List<String> all = new ArrayList<>(MAPLE);
    all.addAll(List.of(NAMELESS, DECLINING));
    return all;
  }

  /** Where somebody mostly is. */
  static Place home(String name) {
    return name.equals(ELM_STEWARD) ? Cast.ELM : TestCircle.PLACE;
  }

  int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }

  /** Somebody types or presses in a place. */
  Reply acts(String name, Command command, Place place) {
    houses.acts(name, Houses.of(place));
    Actor actor = cast.in(name, place);
    Whence.InPlace in = (Whence.InPlace) actor.whence();
    boolean manages = name.equals(steward(place));
    Whence whence = new Whence.InPlace(in.place(), in.facts(), manages);
    return decided(name, actor, called(name, place), whence, command);
  }

  /** The same in the private chat. */
  Reply privately(String name, Command command) {
    Actor actor = cast.in(name, home(name));
    Set<String> present = new HashSet<>();
    Set<String> manages = new HashSet<>();
    for (Place place : List.of(TestCircle.PLACE, Cast.GARDEN, Cast.ELM)) {
      if (place.platform() == actor.platform() && people(place).contains(name)) {
        present.add(place.house());
        if (name.equals(steward(place))) {
          manages.add(place.house());
        }
      }
    }
    return decided(name, actor, name, new Whence.InPrivate(present, manages), command);
  }

  private static String steward(Place place) {
    return place.equals(Cast.ELM) ? ELM_STEWARD : STEWARD;
  }

  private static List<String> people(Place place) {
    return place.equals(Cast.ELM) ? ELM : onMaple();
  }

  private Reply decided(String name, Actor cast, String called, Whence whence, Command command) {
    Actor actor = new Actor(cast.platform(), cast.externalId(), called, "en", whence);
    Set<String> opened = opened(command);
    Reply reply = circle.core.desk().handle(new Delivery(id(), actor, command, true));
    if (reply instanceof Reply.Said said) {
      String house = whence instanceof Whence.InPlace in ? in.place().house() : "";
      String text = text(said.message()) + said.brief();
      witness.sees(new Reached(Reached.Way.ANSWER, account(name), house, text, opened));
      said.pending().ifPresent(circle.core.desk()::answered);
    }
    circle.settle();
    return reply;
  }

  /** What somebody is called in a place. */
  static String called(String name, Place place) {
    return place.equals(Cast.ELM) ? THERE.getOrDefault(name, name) : name;
  }

  /** Who may read the details that this asks for: the asker, and whoever holds a promise. */
  private Set<String> opened(Command command) {
    if (!(command instanceof Command.ShowDetails(long id))) {
      return Set.of();
    }
    return circle
        .core
        .database()
        .read(tables ->
            new HashSet<>(
                tables
                    .handle()
                    .createQuery(
                        """
                        select a.external_id from account a join request r on r.asker_id = a.person_id
                        where r.id = :id
                        union
                        select a.external_id from account a join claim c on c.helper_id = a.person_id
                        where c.request_id = :id and c.state in ('HELD', 'PROMISED')
                        """)
                    .bind("id", id)
                    .mapTo(String.class)
                    .list()));
  }

  private static Reached letter(String account, String text) {
    return new Reached(Reached.Way.LETTER, account, "", text, Set.of());
  }

  private static Reached post(Place place, String text) {
    return new Reached(Reached.Way.POST, place.house(), place.house(), text, Set.of());
  }

  static String account(String name) {
    return Houses.account(name);
  }

  /** The accounts of those who promised something, by what is asked. */
  Map<String, Set<String>> parties() {
    Map<String, Set<String>> all = new HashMap<>();
    circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(PARTIES)
                .map((row, context) ->
                    all.computeIfAbsent(row.getString(1), what -> new HashSet<>())
                        .add(row.getString(2)))
                .list());
    return all;
  }

  List<String> texts(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(String.class).list());
  }

  /** A message with the labels of its buttons. */
  static String text(Message message) {
    StringBuilder text = new StringBuilder(message.text().plain());
    message.buttons().forEach(button -> text.append('[').append(button.label()).append(']'));
    return text.toString();
  }

  private String id() {
    return "e" + ++deliveries;
  }
}
