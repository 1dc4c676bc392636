package org.kith.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.kith.simulation.Case.Outcome;
import org.kith.simulation.Need.Scale;

/** The page with the figures, the goals, and what was assumed. */
final class Page {
  private final long seed;
  private final Scale scale;
  private final List<Column> columns;
  private final Duration took;
  private final List<String> lines = new ArrayList<>();

  /** One life of a circle. */
  record Column(Habits habits, boolean asking, Tally tally) {}

  Page(long seed, Scale scale, List<Column> columns, Duration took) {
    this.seed = seed;
    this.scale = scale;
    this.columns = columns;
    this.took = took;
  }

  String written() {
    introduce();
    figures();
    new Assumptions(columns.stream().map(Column::habits).distinct().toList()).into(lines);
    return String.join("\n", lines) + "\n";
  }

  private void introduce() {
    lines.add(
        """
        # A simulated circle

        Does every request end well, with no coordinator? A circle of %d people lives for %d weeks on
        the real core: its desk, its database, what falls due and what the courier delivers. Only the
        platform and the people are simulated; they act by the commands and buttons that real ones
        have, and the clock jumps from one event to the next. `benchmarks/circle` does it again, and
        [its README](../benchmarks/README.md) says more.

        - Taken on %s with the seed %d, in %d minutes and %d seconds on two cores.
        - *With* is Kith as it is. *Without* is the same core, the same people and the same needs, but
          no rings, no standby, no reminders and no line of the evening: a card, claims, and the
          follow-up. Each person's chance in each thing is drawn by itself, so that both lives differ
          in nothing else.
        - *Helped* means that somebody came, or that a steward settled it, whatever was said of it.
        - A goal is judged for the circle with all of it. Where people are as in the harsher set it
          stands there to show what gives way first.
        - A simulation shows how the design behaves if people are as assumed below. It does not show
          how people are.
        """
            .formatted(
                scale.people(),
                scale.weeks(),
                LocalDate.now(ZoneOffset.UTC),
                seed,
                took.toMinutes(),
                took.toSecondsPart())
            .stripTrailing());
  }

  private void figures() {
    lines.add("\n## Figures\n");
    StringBuilder head = new StringBuilder("| | goal, with all of it |");
    StringBuilder rule = new StringBuilder("| --- | --- |");
    for (Column column : columns) {
      head.append(" ")
          .append(column.habits.name())
          .append(column.asking ? ", with |" : ", without |");
      rule.append(" ---: |");
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    count("requests", "", Tally::requests, any -> true);
    count("without an ending", "none", Tally::hanging, hanging -> hanging == 0);
    for (Outcome outcome :
        List.of(
            Outcome.HELPED,
            Outcome.WITHDRAWN,
            Outcome.GIVEN_UP,
            Outcome.TAKEN_DOWN,
            Outcome.HELD)) {
      share(named(outcome), "", tally -> tally.share(outcome), any -> true);
    }
    share("these together", "at least 98 %", Tally::well, well -> well >= 0.98);
    for (Outcome outcome : List.of(Outcome.UNMET, Outcome.LET_DOWN)) {
      share(named(outcome), "", tally -> tally.share(outcome), any -> true);
    }
    share("promised by a member", "at least 80 %", Tally::claimed, claimed -> claimed >= 0.8);
    share("handed to a steward, who took it", "", Tally::lookedAfter, any -> true);
    number("hours to the first promise: median", tally -> tally.hoursUntilClaim(0.5));
    number("hours to the first promise: 90 %", tally -> tally.hoursUntilClaim(0.9));
    count(
        "urgent ones: longest silence, minutes", "at most 60", Tally::silence, most -> most <= 60);
    count(
        "posts with a sound a day, urgent ones apart: most",
        "at most 3",
        Tally::soundsMost,
        most -> most <= 3);
    number("private messages a member and week: mean", Tally::privateMean);
    count("private messages a member and week: most", "", Tally::privateMost, any -> true);
    count(
        "unasked messages a person and day: most",
        "at most 1",
        Tally::unaskedMost,
        most -> most <= 1);
    count(
        "a steward's calls a day about what could not wait: most",
        "",
        Tally::callsMost,
        any -> true);
    count("unasked at night, urgent ones apart", "none", Tally::unaskedAtNight, all -> all == 0);
    count("people who promised something", "", Tally::helpers, any -> true);
    share(
        "share of the two busiest: of all promises",
        "under half",
        Tally::ofTwoAll,
        two -> two < 0.5);
    share(
        "share of the two busiest: of what is in flight, mean",
        "under half",
        Tally::ofTwoInFlight,
        two -> two < 0.5);
  }

  private static String named(Outcome outcome) {
    return switch (outcome) {
      case HELPED -> "helped";
      case WITHDRAWN -> "taken back by its asker, before its time";
      case GIVEN_UP -> "taken back by its asker, once nobody had come";
      case TAKEN_DOWN -> "nobody came, taken down quietly as its asker chose";
      case HELD -> "held by a steward, not known to be settled";
      case UNMET -> "nobody came, and its asker was told";
      case LET_DOWN -> "promised, nobody came, and nobody said so";
    };
  }

  private void count(
      String what, String goal, ToDoubleFunction<Tally> figure, DoublePredicate isMet) {
    row(what, goal, figure, isMet, "%.0f");
  }

  private void number(String what, ToDoubleFunction<Tally> figure) {
    row(what, "", figure, any -> true, "%.1f");
  }

  private void share(
      String what, String goal, ToDoubleFunction<Tally> figure, DoublePredicate isMet) {
    row(
        what,
        goal,
        tally -> 100 * figure.applyAsDouble(tally),
        hundred -> isMet.test(hundred / 100),
        "%.1f %%");
  }

  private void row(
      String what,
      String goal,
      ToDoubleFunction<Tally> figure,
      DoublePredicate isMet,
      String format) {
    StringBuilder row = new StringBuilder("| " + what + " | " + goal + " |");
    for (Column column : columns) {
      double found = figure.applyAsDouble(column.tally);
      boolean judged = column.asking && !goal.isEmpty();
      String verdict = isMet.test(found) ? ", met" : ", **missed**";
      row.append(" ").append(format.formatted(found)).append(judged ? verdict : "").append(" |");
    }
    lines.add(row.toString());
  }
}
