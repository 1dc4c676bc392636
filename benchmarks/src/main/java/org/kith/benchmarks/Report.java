package org.kith.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The page with the figures, and which of the goals they meet. */
final class Report {
  private static final double ANSWER_MEDIAN_MS = 4;
  private static final double ANSWER_P99_MS = 30;
  private static final double CARD_MEDIAN_MS = 15;
  private static final double MEMORY_TIMES = 1.5;

  private final List<String> lines = new ArrayList<>();

  private Report() {}

  static String of(List<Duel> duels, Plan plan) {
    Report report = new Report();
    report.introduce(plan);
    duels.forEach(report::platform);
    return String.join("\n", report.lines) + "\n";
  }

  private void introduce(Plan plan) {
    lines.add(
        """
        # Benchmarks

        Kith beside a bare bot: the same client library (JDA, TelegramBots), constant answers, no
        state. Both are processes of their own and connect to this project's stand-ins on the same
        machine, without rate limits. Taken by `benchmarks/run`, which says more in
        [its README](../benchmarks/README.md).

        - Taken on %s on: %s.
        - The stand-in and whoever types share the machine with the bot that is measured.
        - Four things in turn, over %d groups: `/needhelp` (an answer and a card), a press on that
          card's *I'll help*, `/board`, `/done`. They come at a steady rate whether or not the
          earlier ones have been answered. Kith does more for them than the bare bot: it edits the
          card after a press and after `/done`, writes to the asker, and puts 🤝 below each card.
        - Kith with its database in an H2 file: each answer is on disk before it is sent.
        - A time is the median of %d rounds, the least and the most in brackets; each round is a
          fresh process, warmed up by %d commands. At one command a second a round has %d commands,
          so its 99th percentile is the slowest one.
        - *Sustained*: the highest rate at which 99 of 100 answers and cards come within a second.
        - *Start*: from the start of the process (`./kith`; plain `java`) to its first answer.
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Machine.described(),
                Side.GROUPS,
                plan.repetitions(),
                plan.warmUp(),
                plan.slow())
            .stripTrailing());
  }

  private void platform(Duel duel) {
    lines.add("\n## " + duel.platform + "\n");
    lines.add("| | Kith | bare bot | goal | |");
    lines.add("| --- | ---: | ---: | --- | --- |");
    for (int rate : Plan.RATES) {
      Figures.AtRate ours = duel.kith.at(rate);
      Figures.AtRate theirs = duel.bare.at(rate);
      String at = " at " + rate + "/s";
      within("answer" + at + ", median, ms", ours.answer, theirs.answer, ANSWER_MEDIAN_MS);
      within(
          "answer" + at + ", 99th percentile, ms", ours.answer99, theirs.answer99, ANSWER_P99_MS);
      within("card" + at + ", median, ms", ours.card, theirs.card, CARD_MEDIAN_MS);
      row("card" + at + ", 99th percentile, ms", ours.card99, theirs.card99, "", "");
    }
    row("sustained, commands a second", duel.kith.sustained, duel.bare.sustained, "", "");
    within("start, ms", duel.kith.start, duel.bare.start, 0);
    row("start on an empty folder, ms", duel.kith.firstStart, duel.bare.firstStart, "", "");
    times("memory at rest, MB", duel.kith.memory, duel.bare.memory);
    times("memory at rest after the rates above, MB", duel.kith.memoryLater, duel.bare.memoryLater);
  }

  private void within(String what, Figure ours, Figure theirs, double more) {
    double difference = ours.median() - theirs.median();
    String goal = more == 0 ? "no more" : "at most %s more".formatted(Figure.written(more));
    row(what, ours, theirs, goal, verdict(difference, more, signed(difference)));
  }

  private void times(String what, Figure ours, Figure theirs) {
    double times = ours.median() / theirs.median();
    String goal = "at most %s times".formatted(Figure.written(MEMORY_TIMES));
    row(what, ours, theirs, goal, verdict(times, MEMORY_TIMES, "× %.2f".formatted(times)));
  }

  private void row(String what, Figure ours, Figure theirs, String goal, String verdict) {
    lines.add("| %s | %s | %s | %s | %s |".formatted(what, ours, theirs, goal, verdict));
  }

  private static String verdict(double is, double atMost, String written) {
    return (is <= atMost ? "met: " : "**missed**: ") + written;
  }

  private static String signed(double difference) {
    return (difference < 0 ? "" : "+") + Figure.written(difference);
  }
}
