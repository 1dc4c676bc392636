package org.kith.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kith.circle.UsualKind;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Chance.Weighted;

/**
 * Something that somebody is going to ask for.
 *
 * @param when as it is typed
 */
record Need(
    int index,
    Instant at,
    int asker,
    UsualKind kind,
    String what,
    When sort,
    String when,
    int helpers,
    boolean details) {

  /** How soon something is needed. */
  enum When {
    URGENT(0.08, 0.25),
    SAME_DAY(0.15, 0.3),
    NEXT_MORNING(0.17, 0.3),
    THIS_WEEK(0.45, 0.4),
    WHENEVER(0.15, 0.6);

    private final double share;

    /** The share of people who could at that time. */
    final double fits;

    When(double share, double fits) {
      this.share = share;
      this.fits = fits;
    }
  }

  private static final List<Weighted<UsualKind>> KINDS =
      List.of(
          new Weighted<>(0.18, UsualKind.GROCERIES),
          new Weighted<>(0.12, UsualKind.MEALS),
          new Weighted<>(0.18, UsualKind.RIDES),
          new Weighted<>(0.12, UsualKind.ERRANDS),
          new Weighted<>(0.11, UsualKind.CHORES),
          new Weighted<>(0.08, UsualKind.CHILDCARE),
          new Weighted<>(0.06, UsualKind.PETS),
          new Weighted<>(0.06, UsualKind.COMPANY),
          new Weighted<>(0.05, UsualKind.APPOINTMENTS),
          new Weighted<>(0.04, UsualKind.PAPERWORK));

  private static final List<Weighted<Integer>> HELPERS =
      List.of(new Weighted<>(0.85, 1), new Weighted<>(0.12, 2), new Weighted<>(0.03, 3));

  /** All that is asked for in some weeks, in the order of time. */
  static List<Need> all(Scale scale, Habits habits, Chance chance) {
    List<Need> all = new ArrayList<>();
    for (int day = 0; day < scale.weeks() * 7; day++) {
      LocalDate date = scale.first().plusDays(day);
      double mean = habits.needs() / 7 * scale.people() / 150;
      int count = Chance.count(mean, chance.of(About.NEEDS, day));
      List<Need> today = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        today.add(one(date, scale, chance.of(About.NEEDS, day, i + 1)));
      }
      today.sort(java.util.Comparator.comparing(Need::at));
      for (Need need : today) {
        all.add(need.numbered(all.size()));
      }
    }
    return all;
  }

  private static Need one(LocalDate date, Scale scale, SplittableRandom random) {
    When sort =
        Chance.pick(
            java.util.Arrays.stream(When.values())
                .map(one -> new Weighted<>(one.share, one))
                .toList(),
            random);
    UsualKind kind = Chance.pick(KINDS, random);
    // Half of the circle asks for most of it.
    int asker = (int) (Math.pow(random.nextDouble(), 1.5) * scale.people());
    ZonedDateTime at = asked(date, sort, random).atZone(scale.zone());
    int helpers = Chance.pick(HELPERS, random);
    boolean details = random.nextDouble() < Habits.DETAILS;
    return new Need(
        0,
        at.toInstant(),
        scale.people() - 1 - asker,
        kind,
        kind.name().toLowerCase(Locale.ROOT) + " for me",
        sort,
        when(sort, at, random),
        helpers,
        details);
  }

  private Need numbered(int number) {
    return new Need(number, at, asker, kind, what + " " + number, sort, when, helpers, details);
  }

  private static java.time.LocalDateTime asked(LocalDate date, When sort, SplittableRandom random) {
    double hour =
        switch (sort) {
          case URGENT -> 7 + random.nextDouble() * 13;
          case SAME_DAY -> 7.5 + random.nextDouble() * 5;
          case NEXT_MORNING -> 9 + random.nextDouble() * 14;
          case THIS_WEEK, WHENEVER -> 8 + random.nextDouble() * 14.5;
        };
    return date.atStartOfDay().plusSeconds((long) (hour * 3600));
  }

  private static String when(When sort, ZonedDateTime at, SplittableRandom random) {
    return switch (sort) {
      case URGENT -> moment(at.plus(Duration.ofMinutes(75 + random.nextInt(225))));
      case SAME_DAY -> moment(at.with(LocalTime.of(19, 0)).plusMinutes(30L * random.nextInt(4)));
      case NEXT_MORNING ->
          moment(at.plusDays(1).with(LocalTime.of(8, 0)).plusMinutes(30L * random.nextInt(7)));
      case THIS_WEEK -> thisWeek(at, random);
      case WHENEVER -> "whenever";
    };
  }

  private static String thisWeek(ZonedDateTime at, SplittableRandom random) {
    ZonedDateTime day = at.plusDays(2 + random.nextInt(4));
    DayOfWeek weekday = day.getDayOfWeek();
    String name = weekday.name().charAt(0) + weekday.name().substring(1).toLowerCase(Locale.ROOT);
    int from = 9 + random.nextInt(9);
    return switch (random.nextInt(5)) {
      case 0, 1 -> name + " " + from + ":00-" + (from + 2) + ":00";
      case 2 -> moment(day.with(LocalTime.of(from, 0)));
      case 3 -> "by " + name;
      default -> name;
    };
  }

  private static String moment(ZonedDateTime at) {
    ZonedDateTime round = at.truncatedTo(ChronoUnit.MINUTES);
    return round.toLocalDate() + " " + round.toLocalTime();
  }

  /** How long is simulated, and with how many. */
  record Scale(LocalDate first, int weeks, int people, ZoneId zone) {
    /** When it begins. */
    Instant begin() {
      return first.atStartOfDay(zone).toInstant();
    }

    /** When nobody asks for anything any more. */
    Instant end() {
      return first.plusWeeks(weeks).atStartOfDay(zone).toInstant();
    }
  }
}
