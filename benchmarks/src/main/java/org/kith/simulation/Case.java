package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.care.RequestState;
import org.kith.care.Window;

/** What became of one request, kept in the simulation's own memory. */
final class Case {
  final Need need;
  final long id;
  final int number;
  final List<Promise> promises = new ArrayList<>();

  /** How often its card or a line about it was put before the circle, and how often one saw it. */
  final Map<Integer, Integer> seen = new HashMap<>();

  int shown;
  Instant shownAt;
  Window window;
  RequestState state = new RequestState.Open();
  @Nullable Instant claimed;
  boolean helped;
  boolean lookedAfter;
  boolean quietly;

  /** The asker took it back before its time, of their own accord. */
  boolean withdrawn;

  /** How often the asker has put it up again. */
  int renewed;

  /** The longest time in which nobody was asked and nobody came, while it was urgent. */
  Duration silence = Duration.ZERO;

  Instant heard;

  Case(Need need, long id, int number, Window window, Instant now) {
    this.need = need;
    this.id = id;
    this.number = number;
    this.window = window;
    this.shownAt = now;
    this.heard = now;
  }

  /** True if it has ended, however. */
  boolean isOver() {
    return switch (state) {
      case RequestState.Open _, RequestState.Paused _, RequestState.LookedAfter _ -> false;
      case RequestState.Kept _,
          RequestState.Unconfirmed _,
          RequestState.Unmet _,
          RequestState.Withdrawn _ ->
          true;
    };
  }

  /** How it came out, by what happened and not by what was said. */
  Outcome outcome() {
    if (helped) {
      return Outcome.HELPED;
    }
    if (withdrawn) {
      return Outcome.WITHDRAWN;
    }
    if (state instanceof RequestState.Withdrawn) {
      return Outcome.GIVEN_UP;
    }
    if (lookedAfter) {
      return Outcome.HELD;
    }
    if (state instanceof RequestState.Unmet) {
      return quietly ? Outcome.TAKEN_DOWN : Outcome.UNMET;
    }
    return Outcome.LET_DOWN;
  }

  /** Somebody was asked, or somebody came: it was not silent any more. */
  void heard(Instant now) {
    if (need.sort() == Need.When.URGENT && !quietly && promises.isEmpty() && !lookedAfter) {
      Instant starts = window.starts();
      Instant end = starts != null && starts.isBefore(now) ? starts : now;
      Duration gap = Duration.between(heard, end);
      if (gap.compareTo(silence) > 0 && renewed == 0) {
        silence = gap;
      }
    }
    heard = now;
  }

  /** How a request comes out. */
  enum Outcome {
    HELPED,
    /** Taken back by its asker of their own accord, before its time. */
    WITHDRAWN,
    /** Taken back by its asker because nobody had come. */
    GIVEN_UP,
    /** Nobody came, and its asker had wanted it taken down quietly then. */
    TAKEN_DOWN,
    /** A steward held it, and nothing is known to have come of it. */
    HELD,
    /** Somebody had promised and did not come, and nobody said what became of it. */
    LET_DOWN,
    /** Nobody came, and its asker was told so. */
    UNMET
  }
}
