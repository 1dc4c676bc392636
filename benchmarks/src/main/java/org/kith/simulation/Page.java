package org.kith.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
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
        - *Helped* means that somebody came, whatever was said about it. *Taken back* counts only
          what the asker took back of their own accord before its time, not what they gave up when
          nobody had come.
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
    row("requests", "", tally -> "" + tally.requests(), tally -> true);
    row("without an ending", "none", tally -> "" + tally.hanging(), tally -> tally.hanging() == 0);
    row("helped", "", tally -> percent(tally.share(Outcome.HELPED)), tally -> true);
    row("taken back in time", "", tally -> percent(tally.share(Outcome.WITHDRAWN)), tally -> true);
    row(
        "held by a steward, not known to be settled",
        "",
        tally -> percent(tally.share(Outcome.HELD)),
        tally -> true);
    row(
        "these three together",
        "at least 98 %",
        tally -> percent(tally.well()),
        tally -> tally.well() >= 0.98);
    row(
        "promised, and nobody came",
        "",
        tally -> percent(tally.share(Outcome.LET_DOWN)),
        tally -> true);
    row("nobody was found", "", tally -> percent(tally.share(Outcome.UNMET)), tally -> true);
    row(
        "promised by a member",
        "at least 80 %",
        tally -> percent(tally.claimed()),
        tally -> tally.claimed() >= 0.8);
    row("taken by a steward", "", tally -> percent(tally.lookedAfter()), tally -> true);
    row(
        "hours to the first promise: median",
        "",
        tally -> number(tally.hoursUntilClaim(0.5)),
        tally -> true);
    row(
        "hours to the first promise: 90 %",
        "", tally -> number(tally.hoursUntilClaim(0.9)), tally -> true);
    row(
        "urgent ones, longest silence in minutes",
        "at most 60",
        tally -> "" + tally.silence(),
        tally -> tally.silence() <= 60);
    row(
        "posts with a sound a day, most, urgent ones apart",
        "at most 3",
        tally -> "" + tally.soundsMost(),
        tally -> tally.soundsMost() <= 3);
    row(
        "private messages a member and week, mean",
        "",
        tally -> number(tally.privateMean()),
        tally -> true);
    row(
        "private messages a member and week, most",
        "",
        tally -> "" + tally.privateMost(),
        tally -> true);
    row(
        "unasked messages a person and day, most",
        "at most 1",
        tally -> "" + tally.unaskedMost(),
        tally -> tally.unaskedMost() <= 1);
    row(
        "unasked messages at night, urgent ones apart",
        "none",
        tally -> "" + tally.unaskedAtNight(),
        tally -> tally.unaskedAtNight() == 0);
    row("people who promised something", "", tally -> "" + tally.helpers(), tally -> true);
    row(
        "all promises: share of the two who made most",
        "under half",
        tally -> percent(tally.ofTwoAll()),
        tally -> tally.ofTwoAll() < 0.5);
    row(
        "in flight: share of the two who hold most, mean",
        "under half",
        tally -> percent(tally.ofTwoInFlight()),
        tally -> tally.ofTwoInFlight() < 0.5);
  }

  private void row(
      String what, String goal, Function<Tally, String> figure, Predicate<Tally> isMet) {
    StringBuilder row = new StringBuilder("| " + what + " | " + goal + " |");
    for (Column column : columns) {
      boolean judged = column.asking && !goal.isEmpty();
      String verdict = isMet.test(column.tally) ? " met" : " **missed**";
      row.append(" ").append(figure.apply(column.tally)).append(judged ? verdict : "").append(" |");
    }
    lines.add(row.toString());
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(100 * share);
  }

  private static String number(double number) {
    return "%.1f".formatted(number);
  }
}
