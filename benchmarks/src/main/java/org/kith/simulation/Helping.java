package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Target;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Room.Said;

/** What people do for each other: they look, say yes, forget, can't after all, come. */
final class Helping {
  /** With each promise ahead one more is only half as likely. */
  private static final double LOAD = 0.5;

  /** What is seen a second time convinces half as well. */
  private static final double AGAIN = 0.5;

  /** Who is asked in person says yes so much more often than who merely sees it. */
  private static final double ASKED = 5;

  private static final double MOST_ASKED = 0.7;

  /** Who could but does not promise stands by instead, so often against promising. */
  private static final double STANDS_BY = 0.5;

  /** Who stands by says yes so often when asked. */
  private static final double MEANS_IT = 0.6;

  private final Life life;
  private final Map<Person, Instant> resting = new HashMap<>();
  private final Map<Person, List<Promise>> promises = new HashMap<>();
  private final Map<Person, Set<Case>> declined = new HashMap<>();

  Helping(Life life) {
    this.life = life;
  }

  /** Somebody looks into the space, at the cards that they have not seen yet. */
  void look(Person person) {
    if (rests(person)) {
      return;
    }
    for (Case one : List.copyOf(life.going())) {
      boolean fresh = one.shownAt.plus(Habits.SEEN).isAfter(life.world.now());
      int before = one.seen.getOrDefault(person.id(), 0);
      if (fresh && one.shown > before) {
        one.seen.put(person.id(), one.shown);
        Command help = Life.button(life.world.room.card(one.id), Command.Claim.class);
        if (help != null && mayHelp(person, one)) {
          considers(person, one, help, before > 0);
        }
      }
    }
  }

  /** Somebody is asked privately whether they could. */
  void couldYou(Person person, Case one, Said said) {
    Command help = Life.button(said.what(), Command.Claim.class);
    Instant reads = life.reads(person, one, said.note(), 1);
    if (help != null && reads != null) {
      boolean offered = said.note() == org.kith.post.Note.COULD_YOU_NOW;
      life.world.at(reads, () -> answers(person, one, help, offered));
    }
  }

  /** A reminder comes. */
  void reminded(Person person, Said said) {
    for (Button button : said.what().buttons()) {
      if (button.command() instanceof Command.Cancel(Target.Known(long id))) {
        Promise promise = standing(person, life.cases.get(id));
        if (promise != null) {
          Instant reads = life.reads(person, promise.of, said.note(), 0.5);
          if (reads != null) {
            life.world.at(reads, () -> remembers(promise, button.command()));
          }
        }
      }
    }
  }

  /** The bot asks a helper what became of it. */
  void didItHappen(Person person, Case one, Said said) {
    Instant reads = life.reads(person, one, said.note(), 2);
    boolean answers =
        life.chance.yes(
            life.habits.answers(), About.ANSWERS, person.id(), one.need.index(), one.renewed);
    if (reads != null && answers) {
      life.world.at(reads, () -> says(person, one, said));
    }
  }

  /** Somebody rests for some days. */
  void rest(Person person, int days) {
    LocalDate until = LocalDate.ofInstant(life.world.now(), life.scale.zone()).plusDays(days);
    resting.put(person, until.atStartOfDay(life.scale.zone()).toInstant());
    if (!life.world.isAsking()) {
      return; // Without asking there is nothing to be spared from: whoever rests just rests.
    }
    life.world.writes(person, "/rest " + until);
    List<Promise> ahead = ahead(person);
    if (!ahead.isEmpty() && life.chance.yes(0.6, About.RESTS, person.id(), until.toEpochDay())) {
      ahead.forEach(promise -> promise.stands = false);
      life.world.writes(person, "/rest handover");
    }
  }

  /** What somebody has promised that lies ahead. */
  List<Promise> ahead(Person person) {
    return promises.getOrDefault(person, List.of()).stream()
        .filter(one -> one.stands && !one.kept && !one.of.isOver())
        .toList();
  }

  /** Somebody says yes; true if the place was still free. */
  boolean claims(Person person, Case one, Command help, boolean privately) {
    boolean types = life.chance.yes(0.3, About.PRESSES, person.id(), one.need.index());
    if (types) {
      life.world.types(person, "/claim " + one.number);
    } else {
      life.world.does(person, help, privately);
    }
    long helper = life.world.idOf(person);
    boolean granted =
        life.world
            .core()
            .database()
            .read(tables ->
                tables.claims().on(one.id).stream()
                    .anyMatch(claim -> claim.isInFlight() && claim.isBy(helper)));
    if (granted && standing(person, one) == null) {
      promised(person, one);
    }
    return granted;
  }

  private void considers(Person person, Case one, Command help, boolean again) {
    double yes = willing(person, one) * (again ? AGAIN : 1);
    SplittableRandom random =
        life.chance.of(About.DECIDES, person.id(), one.need.index(), one.shown, one.renewed);
    double draw = random.nextDouble();
    Instant press = life.world.now().plusSeconds(20 + random.nextLong(200));
    if (draw < yes) {
      life.world.at(press, () -> tries(person, one, help));
    } else if (draw < yes * (1 + STANDS_BY) && life.world.isAsking()) {
      life.world.at(press, () -> standsBy(person, one));
    }
  }

  private void tries(Person person, Case one, Command help) {
    if (mayHelp(person, one) && !claims(person, one, help, false) && life.world.isAsking()) {
      standsBy(person, one);
    }
  }

  private void standsBy(Person person, Case one) {
    if (!one.isOver()) {
      life.world.does(person, new Command.Standby(new Target.Known(one.id)), false);
    }
  }

  private void answers(Person person, Case one, Command help, boolean offered) {
    if (one.isOver() || !mayHelp(person, one)) {
      return;
    }
    SplittableRandom random =
        life.chance.of(About.ANSWERS, person.id(), one.need.index(), one.renewed, offered ? 1 : 0);
    double yes = offered ? MEANS_IT : Math.min(MOST_ASKED, willing(person, one) * ASKED);
    if (random.nextDouble() < yes) {
      claims(person, one, help, true);
    } else if (random.nextDouble() < life.habits.answers()) {
      declined.computeIfAbsent(person, who -> new HashSet<>()).add(one);
      life.world.does(person, new Command.CantHelp(one.id), true);
    }
  }

  private void promised(Person person, Case one) {
    Instant now = life.world.now();
    Promise promise = new Promise(person, one, now);
    one.heard(now);
    if (one.claimed == null) {
      one.claimed = now;
    }
    one.promises.add(promise);
    promises.computeIfAbsent(person, who -> new ArrayList<>()).add(promise);
    SplittableRandom random =
        life.chance.of(About.PROMISES, person.id(), one.need.index(), one.renewed);
    Instant deed = deed(one, now, random);
    double lead = Math.min(1, Duration.between(now, deed).toMinutes() / (24 * 60.0));
    boolean comesUp = random.nextDouble() < life.habits.comesUp() * lead;
    boolean saysSo = random.nextDouble() < life.habits.saysSo();
    long when = (long) (random.nextDouble() * Duration.between(now, deed).toSeconds());
    promise.forgotten = random.nextDouble() < life.habits.forgets() * lead;
    if (comesUp && saysSo) {
      life.world.at(life.awake(now.plusSeconds(when), random), () -> release(promise, null));
    } else if (comesUp) {
      promise.cannot = true;
    }
    life.world.at(deed, () -> comes(promise));
  }

  /** The time at which somebody would come. */
  private Instant deed(Case one, Instant now, SplittableRandom random) {
    Window window = one.window;
    Instant from = window.starts();
    Instant until = window.ends();
    if (until == null) {
      return life.awake(now.plusSeconds((long) (3600 * (6 + 72 * random.nextDouble()))), random);
    }
    boolean long0 = from == null || Duration.between(from, until).toHours() > 8;
    Instant begins = from == null || from.isBefore(now) ? now : from;
    Duration into =
        Duration.between(begins, until)
            .multipliedBy(long0 ? 40 + random.nextInt(30) : 5)
            .dividedBy(100);
    return begins.plus(into).plusSeconds(60);
  }

  /** The last moment at which somebody comes who had forgotten. */
  private Instant late(Case one) {
    Instant ends = one.window.ends();
    return ends == null
        ? life.world.now().plus(Duration.ofDays(1))
        : ends.minus(Duration.ofMinutes(30));
  }

  private void comes(Promise promise) {
    boolean ahead = promise.stands && !promise.kept && !promise.of.isOver();
    if (!ahead || promise.cannot || promise.forgotten) {
      return;
    }
    promise.kept = true;
    promise.of.helped = true;
    Person helper = promise.helper;
    SplittableRandom random =
        life.chance.of(About.HAPPENS, helper.id(), promise.of.need.index(), promise.of.renewed);
    if (random.nextDouble() < 0.35) {
      Instant after = life.awake(life.world.now().plusSeconds(5400), random);
      life.world.at(after, () -> done(promise));
    }
  }

  private void done(Promise promise) {
    if (promise.stands && !promise.of.isOver()) {
      life.world.writes(promise.helper, "/done " + promise.of.number);
    }
  }

  private void remembers(Promise promise, Command cancel) {
    Person helper = promise.helper;
    SplittableRandom random =
        life.chance.of(
            About.HAPPENS, helper.id(), promise.of.need.index(), 100 + promise.of.renewed);
    boolean saved = random.nextDouble() < life.habits.saves();
    boolean speaks = random.nextDouble() < life.habits.saysSoReminded();
    if (promise.forgotten && saved) {
      promise.forgotten = false;
      life.world.at(late(promise.of), () -> comes(promise)); // Or sooner, as they had meant to.
    }
    if (promise.cannot && speaks) {
      release(promise, cancel);
    }
  }

  private void release(Promise promise, @Nullable Command cancel) {
    if (!promise.stands || promise.kept || promise.of.isOver()) {
      return;
    }
    promise.stands = false;
    life.world.unasked(
        promise.of.id,
        promise.of.quietly,
        () -> {
          if (cancel == null) {
            life.world.writes(promise.helper, "/cancel " + promise.of.number);
          } else {
            life.world.does(promise.helper, cancel, true);
          }
        });
  }

  private void says(Person person, Case one, Said said) {
    Promise promise = standing(person, one);
    if (promise == null || one.isOver()) {
      return;
    }
    Command answer =
        Life.button(said.what(), promise.kept ? Command.Done.class : Command.Cancel.class);
    if (answer != null) {
      promise.stands = promise.kept;
      life.world.does(person, answer, true);
    }
  }

  private double willing(Person person, Case one) {
    double fits = one.need.sort().fits;
    boolean could = life.chance.yes(fits, About.FITS, person.id(), one.need.index(), one.renewed);
    double load = Math.pow(LOAD, ahead(person).size());
    return could ? person.willing() * person.likes(one.need.kind(), life.chance) * load : 0;
  }

  private boolean mayHelp(Person person, Case one) {
    return person.id() != one.need.asker()
        && one.state instanceof RequestState.Open
        && standing(person, one) == null
        && !declined.getOrDefault(person, Set.of()).contains(one)
        && !rests(person);
  }

  private boolean rests(Person person) {
    return resting.getOrDefault(person, Instant.MIN).isAfter(life.world.now());
  }

  private static @Nullable Promise standing(Person person, @Nullable Case one) {
    return one == null
        ? null
        : one.promises.stream()
            .filter(promise -> promise.helper.equals(person) && promise.stands)
            .findFirst()
            .orElse(null);
  }
}
