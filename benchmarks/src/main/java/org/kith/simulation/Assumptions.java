package org.kith.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was assumed of people, beside where it comes from. */
record Assumptions(List<Habits> habits) {
  private static final String ASSUMED = "assumed";

  void into(List<String> lines) {
    lines.add("\n## What was assumed\n");
    lines.add("| | " + each(Habits::name) + " | from |");
    lines.add("| --- | " + each(one -> "---:") + " | --- |");
    lines.add(row("requests a week", one -> "" + one.needs(), ASSUMED));
    lines.add(
        row("how likely people help, against the usual", one -> "× " + one.willing(), ASSUMED));
    lines.add(row("how often people look, against the usual", one -> "× " + one.looks(), ASSUMED));
    lines.add(
        row(
            "look within some 20 minutes after a sound, of those who look often",
            percent(Habits::heed),
            ASSUMED));
    lines.add(
        row(
            "have said that they may be asked privately, against the usual",
            one -> "× " + one.mayAsk(),
            ASSUMED));
    lines.add(row("answer a private question at all", percent(Habits::answers), ASSUMED));
    lines.add(
        row(
            "promises of a day or more ahead that are forgotten, unreminded (sooner ones in"
                + " proportion)",
            percent(Habits::forgets),
            "[1]"));
    lines.add(row("of these, saved by a reminder that is read", percent(Habits::saves), "[1]"));
    lines.add(
        row(
            "promises of a day or more ahead before which something comes up",
            percent(Habits::comesUp),
            ASSUMED));
    lines.add(row("of these, said so unasked", percent(Habits::saysSo), ASSUMED));
    lines.add(
        row("of the others, said so when reminded", percent(Habits::saysSoReminded), ASSUMED));
    lines.add(row("rests of 4 to 17 days, a year and person", one -> "" + one.rests(), ASSUMED));
    lines.add(row("people whom the bot can't write to", percent(Habits::closed), ASSUMED));
    lines.add(
        row(
            "calls to a steward after which they look after it",
            percent(Habits::lookAfter),
            ASSUMED));
    lines.add(row("of these, settled", percent(Habits::settles), ASSUMED));
    lines.add(row("taken back by the asker before its time", percent(Habits::withdraws), ASSUMED));
    lines.add(
        """

        For both alike:

        - Of the people 55 % hardly ever help, 30 % sometimes, 12 % often, 3 % very often: who sees
          something that fits and suits them says yes with some 0.3, 3, 10 and 25 %. In open online
          communities it is far more uneven [2]; these are neighbours. 8, 30, 60 and 80 % of them
          have said that they may be asked privately.
        - 15 % look eight times a day, 40 % three times, 25 % once, 20 % every third day, between seven
          and eleven. (Messengers themselves are opened some 23 times a day [3]; a group among many is
          looked at less.) A card is seen for 36 hours; what is seen again (the card posted again, the
          line of the evening, the digest) convinces half as well.
        - One in four could at an urgent time, 30 % the same day or the next morning, 40 % this week,
          60 % whenever. Each kind of care suits half of the people (× 1.5), and the others less
          (× 0.5). Each promise ahead halves the next.
        - Whoever is asked privately, and could, says yes five times as readily, with 70 % at most:
          people help above all when they are asked [4]. Who stands by says yes with
          60 % when it comes to it.
        - Private messages are read after 10 to 100 minutes in the median, never at night, and one in
          twenty never.
        - Requests: 8 % urgent (beginning within an hour and a quarter to five hours), 15 % for the
          same evening, 17 % for the next morning, 45 % for this week, 15 % whenever; for one person
          85 %, two 12 %, three 3 %; 30 % with private details; 5 % of the askers want it taken down
          quietly if nobody comes. Three stewards. What nobody came for is put up again by its asker
          in about half of the cases, twice at most.

        1. Missed appointments with and without a text message: 39.8 % and 26.3 % in a
           [trial of 2011](http://www.emro.who.int/emhj-vol-20-2014/volume-20-5/use-of-short-message-service-reminders-to-improve-attendance-at-an-internal-medicine-outpatient-clinic-in-saudi-arabia-a-randomized-controlled-trial.html);
           more in a [review of such trials](https://doi.org/10.1002/14651858.CD007458.pub3). A promise
           to a neighbour is assumed to be forgotten less often.
        2. [90-9-1](https://www.nngroup.com/articles/participation-inequality/): 90 % only read, 1 % do
           most.
        3. [WhatsApp, a thousand people watched for nine months](https://www.onlinestatusmonitor.com/data_summary/).
        4. R. B. Freeman, [Working for Nothing](https://doi.org/10.1086/209859), 1997.
        """
            .stripTrailing());
  }

  private String row(String what, Function<Habits, String> figure, String from) {
    return "| " + what + " | " + each(figure) + " | " + from + " |";
  }

  private String each(Function<Habits, String> figure) {
    return habits.stream().map(figure).collect(Collectors.joining(" | "));
  }

  private static Function<Habits, String> percent(Function<Habits, Double> share) {
    return one -> Math.round(100 * share.apply(one)) + " %";
  }
}
