package org.kith.desk;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.care.ReminderTimes;
import org.kith.care.Window;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.OwnSetting;
import org.kith.command.Reply;
import org.kith.store.Tables;
import org.kith.words.Reading;
import org.kith.words.WhenReader;
import org.kith.words.Words;

/**
 * When somebody wants to be reminded of what they promised, as they type it and as they read it.
 */
record Reminding(Turn turn) {
  private static final Pattern PART = Pattern.compile("[,\u060C]");
  private static final Pattern AHEAD = Pattern.compile("(\\p{Nd}{1,3})\\s*(\\p{L}+)");
  private static final int MINUTES_OF_AN_HOUR = 60;

  /** What, once it is set, moves all reminders of somebody's, in whichever circle. */
  private static final Set<OwnSetting> MOVING =
      Set.of(OwnSetting.ZONE, OwnSetting.QUIET, OwnSetting.REMINDERS);

  /** The circles in which a command moves reminders: all of whoever sets another time. */
  static List<Long> circles(Tables tables, Delivery delivery) {
    Actor actor = delivery.actor();
    return delivery.command() instanceof Command.SettingsSet(Map<OwnSetting, String> settings)
            && settings.keySet().stream().anyMatch(MOVING::contains)
        ? tables
            .people()
            .find(actor.platform(), actor.externalId())
            .map(account -> tables.erasing().circles(account.personId()))
            .orElse(List.of())
        : List.of();
  }

  /**
   * Typed: “usual”, “off”, a time of the day before, how long before, or both of these separated by
   * a comma. What is promised already is reminded of at the new times, too.
   */
  Reply times(String typed) {
    ReminderTimes times = read(typed.strip().toLowerCase(turn.words().locale()));
    if (times == null) {
      return turn.answer("settings.remind.refused");
    }
    turn.tables()
        .wishes()
        .save(turn.person(), turn.tables().wishes().of(turn.person()).reminded(times));
    turn.reminders().again(turn.person());
    return turn.answer("settings.remind.set", "times", says(times));
  }

  /** What somebody has set, in a sentence. */
  String says(ReminderTimes times) {
    LocalTime dayBefore = times.dayBefore();
    Duration ahead = times.ahead();
    if (dayBefore == null && ahead == null) {
      return turn.say("settings.remind.never");
    }
    if (dayBefore == null) {
      return turn.say("settings.remind.ahead", "ahead", ahead(ahead));
    }
    return ahead == null
        ? turn.say("settings.remind.day", "time", dayBefore.toString())
        : turn.say("settings.remind.both", "time", dayBefore.toString(), "ahead", ahead(ahead));
  }

  private String ahead(@Nullable Duration ahead) {
    long minutes = ahead == null ? 0 : ahead.toMinutes();
    return minutes % MINUTES_OF_AN_HOUR == 0
        ? turn.say("settings.remind.hours", "count", minutes / MINUTES_OF_AN_HOUR)
        : turn.say("settings.remind.minutes", "count", minutes);
  }

  private @Nullable ReminderTimes read(String typed) {
    if (is("settings.remind.read.usual", typed)) {
      return ReminderTimes.USUAL;
    }
    if (is("settings.remind.read.off", typed)) {
      return ReminderTimes.NEVER;
    }
    List<String> parts = PART.splitAsStream(typed).map(String::strip).toList();
    List<Duration> ahead = parts.stream().flatMap(part -> readAhead(part).stream()).toList();
    List<LocalTime> day = parts.stream().flatMap(part -> readClock(part).stream()).toList();
    boolean understood =
        !parts.isEmpty()
            && ahead.size() <= 1
            && day.size() <= 1
            && ahead.size() + day.size() == parts.size();
    return understood
        ? new ReminderTimes(
            day.stream().findFirst().orElse(null), ahead.stream().findFirst().orElse(null))
        : null;
  }

  private Optional<Duration> readAhead(String part) {
    Matcher matcher = AHEAD.matcher(part);
    if (!matcher.matches()) {
      return hours(part);
    }
    int number = Integer.parseInt(matcher.group(1));
    Optional<Duration> read =
        is("settings.remind.read.hours", matcher.group(2))
            ? Optional.of(Duration.ofHours(number))
            : is("settings.remind.read.minutes", matcher.group(2))
                ? Optional.of(Duration.ofMinutes(number))
                : Optional.empty();
    return read.filter(ReminderTimes::isPossible);
  }

  /** One or two hours in a single word, where a language has it. */
  private Optional<Duration> hours(String part) {
    return IntStream.rangeClosed(1, 2)
        .filter(hours -> is("when.read.hours." + hours, part))
        .mapToObj(Duration::ofHours)
        .findFirst();
  }

  /** A time of day, read as any other time is. */
  private Optional<LocalTime> readClock(String part) {
    ZoneId zone = ZoneId.of("UTC");
    Window window =
        switch (WhenReader.of(turn.words()).read(part, turn.now(), zone)) {
          case Reading.Understood(Window read) -> read;
          case Reading.Past(Window read) -> read;
          case Reading.Unclear _ -> Window.anyTime(zone);
        };
    return Optional.ofNullable(window.starts())
        .filter(starts -> window.shape() == Window.Shape.MOMENT)
        .map(starts -> LocalTime.ofInstant(starts, zone))
        .filter(ReminderTimes::isPossible);
  }

  /** In the actor's language; in English, too, as the buttons carry it. */
  private boolean is(String key, String typed) {
    return turn.words().alternatives(key).contains(typed)
        || Words.in(Words.ENGLISH).alternatives(key).contains(typed);
  }
}
