package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.Customs;
import org.kith.circle.RingPace;
import org.kith.store.DueTable.What;
import org.kith.words.Clean;
import org.kith.words.Words;

/** Settings of a circle beyond how open it is: its language, how long it keeps what was asked. */
record CustomSettings(Turn turn) {

  /** Posting in a language that there are words in; null for any other. */
  @Nullable Circle language(Circle circle, String typed) {
    String wanted = Clean.line(typed);
    return Words.languages().stream()
        .filter(tag -> tag.equalsIgnoreCase(wanted) || isCalled(tag, wanted))
        .findFirst()
        .map(circle::withLanguage)
        .orElse(null);
  }

  /** Keeping what was asked for so many weeks; null for what is no number, or too few or many. */
  @Nullable Circle retention(Circle circle, String typed) {
    return Optional.of(Clean.line(typed))
        .filter(digits -> digits.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(weeks -> weeks >= Customs.SHORTEST && weeks <= Customs.LONGEST)
        .map(weeks -> circle.withCustoms(circle.customs().withRetention(weeks)))
        .orElse(null);
  }

  /** Asking others at a pace; null for one that there is not. */
  @Nullable Circle pace(Circle circle, String typed) {
    String wanted = Clean.line(typed).toLowerCase(Locale.ROOT);
    return Arrays.stream(RingPace.values())
        .filter(pace -> lower(pace).equals(wanted))
        .findFirst()
        .map(pace -> circle.withCustoms(circle.customs().withPace(pace)))
        .orElse(null);
  }

  /** The circle's own words for newcomers, or none again; null for too many. */
  @Nullable Circle welcome(Circle circle, String typed) {
    String own = Clean.lines(typed);
    return own.isBlank() || own.length() > Customs.LONGEST_WELCOME
        ? null
        : circle.withCustoms(
            circle.customs().withWelcome(own.equalsIgnoreCase("off") ? null : own));
  }

  /** What is set, a line each. */
  List<String> shown(Circle circle) {
    Customs customs = circle.customs();
    String name =
        Locale.forLanguageTag(circle.language()).getDisplayLanguage(turn.words().locale());
    return List.of(
        turn.say("circle.language", "language", name),
        turn.say("circle.retention", "weeks", customs.retention()),
        turn.say("circle.pace." + lower(customs.pace())),
        turn.say(customs.links() ? "circle.links.on" : "circle.links.off"),
        turn.say(customs.welcome() == null ? "circle.welcome.none" : "circle.welcome.own"));
  }

  /** What was asked before is kept as long as what will be asked. */
  void follows(Circle before, Circle after) {
    int weeks = after.customs().retention() - before.customs().retention();
    if (weeks != 0) {
      for (long request : turn.tables().due().subjects(What.RETIRE, after.id())) {
        Instant known = turn.tables().due().at(What.RETIRE, request).orElse(turn.now());
        Instant at = known.plus(Duration.ofDays(7L * weeks));
        turn.tables().due().schedule(What.RETIRE, after.id(), request, later(at, turn.now()));
      }
    }
  }

  /** To a newcomer, or to whoever asks for help: the circle's own words; none without any. */
  static List<String> welcome(Turn turn) {
    Circle circle = turn.circle().orElse(null);
    String own = circle == null ? null : circle.customs().welcome();
    return circle == null || own == null
        ? List.of()
        : Stream.concat(
                Stream.of(turn.say("circle.welcome.from", "circle", circle.name())), own.lines())
            .toList();
  }

  private boolean isCalled(String tag, String name) {
    Locale language = Locale.forLanguageTag(tag);
    return Stream.of(Locale.ENGLISH, language, turn.words().locale())
        .map(language::getDisplayLanguage)
        .anyMatch(name::equalsIgnoreCase);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
