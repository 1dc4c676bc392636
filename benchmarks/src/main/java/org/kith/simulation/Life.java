package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kith.care.RequestState;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.post.Note;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Need.Scale;
import org.kith.simulation.Room.Said;

/** A circle's time: who looks when, what is asked, and what everybody hears. */
final class Life {
  private static final LocalTime UP = LocalTime.of(7, 0);
  private static final int LATE = 23;
  private static final Duration A_WEEK = Duration.ofDays(7);

  final World world;
  final Habits habits;
  final Chance chance;
  final Scale scale;
  final List<Person> people = new ArrayList<>();
  final Map<Long, Case> cases = new HashMap<>();
  final Tally tally;
  private final Map<String, Person> byAccount = new HashMap<>();
  private final Set<Case> live = new java.util.LinkedHashSet<>();
  private final Helping helping;
  private final Asking asking;
  private final Stewarding stewarding;

  Life(World world, Habits habits, Chance chance, Scale scale) {
    this.world = world;
    this.habits = habits;
    this.chance = chance;
    this.scale = scale;
    this.tally = new Tally(scale);
    this.helping = new Helping(this);
    this.asking = new Asking(this);
    this.stewarding = new Stewarding(this);
    for (int id = 0; id < scale.people(); id++) {
      Person person = Person.of(id, habits, chance);
      people.add(person);
      byAccount.put(person.account(), person);
    }
    world.listener = this::hear;
  }

  /** The circle begins, and lives until all that was asked for must have ended. */
  void pass() {
    Person first = people.getFirst();
    world.types(first, "/circle set zone " + scale.zone());
    for (Person person : people) {
      begin(person);
    }
    for (Need need : Need.all(scale, habits, chance)) {
      world.at(need.at(), () -> asking.ask(need));
    }
    for (int day = 0; day < scale.weeks() * 7L + Tally.AFTERWARDS.toDays(); day++) {
      int today = day;
      Instant midnight = scale.first().plusDays(day).atStartOfDay(scale.zone()).toInstant();
      world.at(midnight, () -> day(today));
    }
    Instant last = scale.end().plus(Tally.AFTERWARDS);
    for (Instant at = scale.end(); at.isBefore(last); at = at.plus(A_WEEK)) {
      world.until(at);
      if (live.isEmpty()) {
        break;
      }
    }
    tally.close(cases.values());
  }

  /** All requests that have not ended. */
  Set<Case> going() {
    return live;
  }

  /** When somebody reads what came now; null if they never do. */
  @Nullable Instant reads(Person person, Case of, Note note, double times) {
    SplittableRandom random =
        chance.of(About.READS, person.id(), of.need.index(), Chance.key(note), of.shown);
    if (random.nextDouble() < 0.05) {
      return null;
    }
    double minutes = person.reads() * times * Math.exp(random.nextGaussian());
    return awake(world.now().plusSeconds((long) (60 * minutes)), random);
  }

  /** This instant, or a while after getting up. */
  Instant awake(Instant at, SplittableRandom random) {
    ZonedDateTime local = at.atZone(scale.zone());
    if (local.getHour() >= UP.getHour() && local.getHour() < LATE) {
      return at;
    }
    long days = local.getHour() >= LATE ? 1 : 0;
    return local
        .toLocalDate()
        .plusDays(days)
        .atTime(UP)
        .atZone(scale.zone())
        .plusSeconds((long) (random.nextDouble() * 5400))
        .toInstant();
  }

  /** The button of a message that does such a thing; null if there is none. */
  static @Nullable Command button(@Nullable Message message, Class<? extends Command> does) {
    return message == null
        ? null
        : message.buttons().stream()
            .map(Button::command)
            .filter(does::isInstance)
            .findFirst()
            .orElse(null);
  }

  private void begin(Person person) {
    if (!person.reachable()) {
      world.room.closes(person.account());
    }
    SplittableRandom random = chance.of(About.RESTS, person.id());
    if (person.mayAsk() && world.isAsking()) {
      Instant said = world.now().plusSeconds(36_000 + random.nextLong(14 * 86_400L));
      world.at(awake(said, random), () -> world.writes(person, "/settings set ask yes"));
    }
    if (person.steward()) {
      world.at(world.now().plusSeconds(30_000 + person.id()), () -> world.types(person, "/board"));
    }
    int rests = Chance.count(habits.rests() * scale.weeks() / 52, random);
    for (int i = 0; i < rests; i++) {
      Instant from = world.now().plusSeconds(random.nextLong(scale.weeks() * 7L * 86_400));
      int days = 4 + random.nextInt(14);
      world.at(awake(from, random), () -> helping.rest(person, days));
    }
  }

  /** Who looks when, on one day. */
  private void day(int day) {
    for (Person person : people) {
      SplittableRandom random = chance.of(About.DAY, person.id(), day);
      int looks = Chance.count(person.looks(), random);
      for (int i = 0; i < looks; i++) {
        long seconds = UP.toSecondOfDay() + random.nextLong((LATE - UP.getHour()) * 3600L);
        world.at(world.now().plusSeconds(seconds), () -> helping.look(person));
      }
    }
    world.at(world.now().plus(Duration.ofHours(12)), () -> tally.noon(live));
  }

  private void hear(List<Said> news) {
    refresh();
    for (Said said : news) {
      if (said.requestId() != 0 && !cases.containsKey(said.requestId())) {
        begun(asking.posted(said.requestId()));
      }
      tally.said(said, cases.get(said.requestId()));
      if (said.isPrivate()) {
        privately(said, byAccount.get(said.account()));
      } else {
        inSpace(said);
      }
    }
  }

  private void begun(Case fresh) {
    cases.put(fresh.id, fresh);
    live.add(fresh);
    tally.asked(fresh);
  }

  private void privately(Said said, @Nullable Person person) {
    Case of = cases.get(said.requestId());
    if (person == null) {
      throw new IllegalStateException("nobody has the account " + said.account());
    }
    switch (said.note()) {
      case EVENING_BEFORE, HOUR_BEFORE -> helping.reminded(person, said);
      case DID_IT_HAPPEN -> heard(of, one -> helping.didItHappen(person, one, said));
      case COULD_YOU, COULD_YOU_NOW -> heard(of, one -> helping.couldYou(person, one, said));
      case NOBODY_FOR -> heard(of, one -> stewarding.called(person, one, said));
      case DID_YOU_GET_IT, NOBODY_CAME, CLAIMED -> heard(of, one -> asking.told(person, one, said));
      default -> {
        // It is read, and nothing follows from it.
      }
    }
  }

  private static void heard(@Nullable Case of, java.util.function.Consumer<Case> what) {
    if (of != null) {
      what.accept(of);
    }
  }

  private void inSpace(Said said) {
    Set<Case> shown = new HashSet<>();
    if (said.note() == Note.CARD && cases.containsKey(said.requestId())) {
      shown.add(cases.get(said.requestId()));
    }
    if (said.note() == Note.EVENING || said.note() == Note.DIGEST) {
      String text = said.what().text().plain();
      live.stream().filter(one -> text.contains("#" + one.number + ":")).forEach(shown::add);
    }
    for (Case one : shown) {
      one.shown++;
      one.shownAt = world.now();
    }
    if (said.note() == Note.LINE_FOR_ASKER) {
      heard(cases.get(said.ref()), asking::line);
    }
    if (!said.silent()) {
      sounds(said);
    }
  }

  private long day() {
    return LocalDate.ofInstant(world.now(), scale.zone()).toEpochDay();
  }

  /** Some look soon after a sound. */
  private void sounds(Said said) {
    for (Person person : people) {
      SplittableRandom random =
          chance.of(About.NOTICES, person.id(), Chance.key(said.note()), said.ref(), day());
      int hour = world.now().atZone(scale.zone()).getHour();
      if (random.nextDouble() < person.heeds() && hour >= UP.getHour() && hour < LATE) {
        double minutes = -Math.log(1 - random.nextDouble()) * 20;
        world.at(world.now().plusSeconds((long) (60 * minutes)), () -> helping.look(person));
      }
    }
  }

  /** What has ended, and what people know of it then. */
  private void refresh() {
    if (live.isEmpty()) {
      return;
    }
    Map<Long, RequestState> states =
        world
            .core()
            .database()
            .read(tables -> {
              Map<Long, RequestState> found = new HashMap<>();
              for (Case one : live) {
                tables
                    .requests()
                    .find(one.id)
                    .ifPresent(request -> {
                      found.put(one.id, request.state());
                      one.window = request.window();
                    });
              }
              return found;
            });
    for (Case one : List.copyOf(live)) {
      RequestState state = states.get(one.id);
      if (state != null) {
        one.state = state;
      }
      one.lookedAfter |= state instanceof RequestState.LookedAfter;
      if (one.isOver()) {
        one.heard(world.now());
        live.remove(one);
      }
    }
  }
}
