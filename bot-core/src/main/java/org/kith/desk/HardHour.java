package org.kith.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.kith.care.Lifeline;
import org.kith.care.Lifelines;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Country;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * People to call in a hard hour: the circle's own words first, then the numbers of its country. The
 * numbers are part of the program, so that this can be said when no database answers.
 *
 * @param home where this bot is at home: its country is shown where no circle says another
 */
record HardHour(Words words, ZoneId home) {
  private static final int IN_SHORT = 2;

  /** The whole page, for the actor alone. */
  Reply page(List<Circle> circles) {
    Text.Builder text = new Text.Builder();
    for (Circle circle : circles) {
      String own = circle.crisisText();
      if (own != null) {
        if (circles.size() > 1) {
          text.strong(circle.name());
        }
        text.line(own).gap();
      }
    }
    text.line(words.say("crisis.bot")).gap();
    for (String country : countries(circles)) {
      text.strong(words.say("crisis.country", "country", Country.name(country, words.locale())));
      Lifelines.of(country).forEach(line -> text.line(line(line)));
      text.gap();
    }
    text.line(words.say("crisis.elsewhere"));
    Lifelines.of(Lifelines.WORLD).forEach(line -> text.line(line(line)));
    return new Reply.Said(
        Message.of(text.build()),
        words.say("crisis.brief"),
        Reply.Audience.ACTOR,
        OptionalLong.empty(),
        Code.payload(new Command.Crisis()),
        false);
  }

  /** In a preview of a request for company: whom one can call at once, and where there is more. */
  List<String> inShort(Circle circle) {
    String numbers =
        country(circle).map(Lifelines::of).orElse(List.of()).stream()
            .filter(line -> line.way() == Lifeline.Way.VOICE && line.use() == Lifeline.For.TALK)
            .limit(IN_SHORT)
            .map(line -> line.name() + ": " + line.number())
            .collect(Collectors.joining(" · "));
    String hint = words.say("crisis.company");
    return numbers.isEmpty() ? List.of(hint) : List.of(hint, numbers);
  }

  /** The way from there to the whole page. */
  Button button() {
    return Button.plain(words.say("button.crisis"), new Command.Crisis());
  }

  /** The country of a circle: what a steward said, otherwise that of its clocks. */
  static Optional<String> country(Circle circle) {
    return Optional.ofNullable(circle.country()).or(() -> Country.of(circle.zone()));
  }

  private List<String> countries(List<Circle> circles) {
    return (circles.isEmpty()
            ? Country.of(home).stream()
            : circles.stream().flatMap(circle -> country(circle).stream()))
        .distinct()
        .filter(country -> !Lifelines.of(country).isEmpty())
        .toList();
  }

  private String line(Lifeline line) {
    return words.say(
        line.use() == Lifeline.For.EMERGENCY ? "crisis.line.emergency" : "crisis.line",
        "name",
        line.name(),
        "number",
        line.number(),
        "way",
        line.way().name().toLowerCase(Locale.ROOT),
        "open",
        line.hours().isEmpty() ? "unsaid" : line.hours().equals("always") ? "always" : "hours",
        "hours",
        line.hours().replace('-', '–'),
        "languages",
        languages(line));
  }

  private String languages(Lifeline line) {
    return line.languages().isEmpty()
        ? "none"
        : words.list(
            line.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(words.locale()))
                .toList());
  }
}
