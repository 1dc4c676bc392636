package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.QuietHours;
import org.kith.post.Note;
import org.kith.simulation.Case.Outcome;
import org.kith.simulation.Need.Scale;
import org.kith.simulation.Room.Said;

/** What is counted, in the simulation's own memory: never in the database (rule 8). */
final class Tally {
  /** So long after the last request all have ended. */
  static final Duration AFTERWARDS = Duration.ofDays(70);

  /** Of fewer promises in flight no share says anything. */
  private static final int ENOUGH = 6;

  /** What comes a day later, less the hour before, is no use to a steward. */
  private static final Duration A_DAY = Duration.ofHours(25);

  private static final Set<Note> UNASKED = Set.of(Note.COULD_YOU, Note.NOBODY_FOR, Note.ONUS);

  private static final Set<Note> ASKS =
      Set.of(
          Note.COULD_YOU,
          Note.COULD_YOU_NOW,
          Note.NOBODY_FOR,
          Note.AN_HOUR_LEFT,
          Note.LOOKED_AFTER,
          Note.LINE_FOR_ASKER,
          Note.CARD);

  private final Scale scale;
  private final Map<Note, Integer> notes = new EnumMap<>(Note.class);
  private final Map<LocalDate, Integer> sounds = new HashMap<>();
  private final Map<List<Object>, Integer> unasked = new HashMap<>();
  private final Map<List<Object>, Integer> calls = new HashMap<>();
  private final Map<List<Object>, Integer> weekly = new HashMap<>();
  private final Map<Integer, Integer> claimsOf = new HashMap<>();
  private final List<Double> inFlight = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private int privately;
  private int atNight;
  private int open;

  Tally(Scale scale) {
    this.scale = scale;
  }

  void asked(Case fresh) {
    cases.add(fresh);
  }

  /** Something was said. */
  void said(Said said, @Nullable Case of) {
    notes.merge(said.note(), 1, Integer::sum);
    LocalDate day = LocalDate.ofInstant(said.at(), scale.zone());
    if (of != null && ASKS.contains(said.note())) {
      of.heard(said.at());
    }
    boolean urgent = of != null && isUrgent(of.window, said.at());
    if (!said.isPrivate()) {
      if (!said.silent() && !urgent) {
        sounds.merge(day, 1, Integer::sum);
      }
      return;
    }
    privately++;
    long week = ChronoUnit.WEEKS.between(scale.first(), day);
    weekly.merge(List.of(said.account(), week), 1, Integer::sum);
    boolean pressing = of != null && isWithin(of.window, said.at(), A_DAY);
    if (said.note() == Note.NOBODY_FOR && pressing) {
      calls.merge(List.of(said.account(), day), 1, Integer::sum);
    } else if (UNASKED.contains(said.note())) {
      unasked.merge(List.of(said.account(), day), 1, Integer::sum);
    }
    boolean night = QuietHours.USUAL.next(said.at(), scale.zone()).isAfter(said.at());
    if (UNASKED.contains(said.note()) && night && !urgent) {
      atNight++;
    }
  }

  /** It is noon: on whom does what lies ahead rest? */
  void noon(Collection<Case> live) {
    Map<Integer, Integer> held = new HashMap<>();
    for (Case one : live) {
      one.promises.stream()
          .filter(promise -> promise.stands && !promise.kept)
          .forEach(promise -> held.merge(promise.helper.id(), 1, Integer::sum));
    }
    if (held.values().stream().mapToInt(Integer::intValue).sum() >= ENOUGH) {
      inFlight.add(ofTwo(held));
    }
  }

  /** The time is over. */
  void close(Collection<Case> all) {
    for (Case one : all) {
      open += one.isOver() ? 0 : 1;
      one.promises.forEach(promise -> claimsOf.merge(promise.helper.id(), 1, Integer::sum));
    }
  }

  int requests() {
    return cases.size();
  }

  /** Requests that never ended. */
  int hanging() {
    return open;
  }

  /** The share of requests that came out so. */
  double share(Outcome outcome) {
    return share(cases.stream().filter(one -> one.outcome() == outcome).count());
  }

  /** The share of requests that were helped, taken back, taken down as chosen, or held. */
  double well() {
    return 1 - share(Outcome.LET_DOWN) - share(Outcome.UNMET);
  }

  /** The share of requests that somebody from the circle promised. */
  double claimed() {
    return share(cases.stream().filter(one -> one.claimed != null).count());
  }

  /** The share of requests that stewards took. */
  double lookedAfter() {
    return share(cases.stream().filter(one -> one.lookedAfter).count());
  }

  /** How long it took until somebody came, of those for which somebody did, in hours. */
  double hoursUntilClaim(double part) {
    List<Double> hours =
        cases.stream()
            .map(one -> one.claimed == null ? null : Duration.between(one.need.at(), one.claimed))
            .filter(java.util.Objects::nonNull)
            .map(waited -> waited.toSeconds() / 3600.0)
            .sorted()
            .toList();
    return hours.isEmpty() ? Double.NaN : hours.get((int) (part * (hours.size() - 1)));
  }

  /** Private messages a member and week. */
  double privateMean() {
    return (double) privately / scale.people() / scale.weeks();
  }

  /** The most private messages that one member had in a week. */
  int privateMost() {
    return most(weekly.values());
  }

  /** The most posts with a sound on one day, urgent ones apart. */
  int soundsMost() {
    return most(sounds.values());
  }

  /** The most unasked messages that anybody had on one day. */
  int unaskedMost() {
    return most(unasked.values());
  }

  /** The most calls that a steward had on one day about what could not wait for the next. */
  int callsMost() {
    return most(calls.values());
  }

  /** Unasked messages at night about nothing urgent. */
  int unaskedAtNight() {
    return atNight;
  }

  /** The share of all promises of the year that the two who made most made. */
  double ofTwoAll() {
    return ofTwo(claimsOf);
  }

  /** The mean share of what was in flight at noon that the two who held most held. */
  double ofTwoInFlight() {
    return inFlight.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** How many people have helped at all. */
  int helpers() {
    return claimsOf.size();
  }

  /** The longest silence about an urgent request, in minutes. */
  long silence() {
    return cases.stream().mapToLong(one -> one.silence.toMinutes()).max().orElse(0);
  }

  /** How often each thing was said. */
  Map<Note, Integer> notes() {
    return notes;
  }

  List<Case> cases() {
    return cases;
  }

  private double share(long count) {
    return (double) count / Math.max(1, cases.size());
  }

  private static double ofTwo(Map<Integer, Integer> by) {
    int all = by.values().stream().mapToInt(Integer::intValue).sum();
    int two =
        by.values().stream()
            .sorted(Comparator.reverseOrder())
            .limit(2)
            .mapToInt(Integer::intValue)
            .sum();
    return all == 0 ? 0 : (double) two / all;
  }

  private static int most(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static boolean isUrgent(Window window, Instant at) {
    return isWithin(window, at, Duration.ofHours(6));
  }

  private static boolean isWithin(Window window, Instant at, Duration time) {
    Instant by = window.starts() == null ? window.ends() : window.starts();
    return by != null && by.isBefore(at.plus(time));
  }
}
