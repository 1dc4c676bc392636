package org.kith.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.care.CareRequest;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.words.Clean;

/**
 * {@code yes 12}, {@code can't 12}, {@code maybe 12}, {@code done 12}: what a person can say about
 * a request in the private chat without knowing any command.
 */
final class PlainWords {
  private static final Pattern NUMBERED = Pattern.compile("(\\P{Nd}{1,60}?)\\s*#?(\\p{Nd}{1,9})");

  private final Turn turn;

  PlainWords(Turn turn) {
    this.turn = turn;
  }

  /** What comes of it; empty if the text is anything else than such words and a number. */
  Optional<Reply> answered(String text) {
    Matcher said = NUMBERED.matcher(Clean.line(text));
    if (!said.matches()) {
      return Optional.empty();
    }
    // The digits may be those of any script.
    Target target = new Target.Numbered(Integer.parseInt(said.group(2)));
    String words = said.group(1);
    if (means("plain.read.yes", words)) {
      return Optional.of(new Helping(turn).claim(target));
    }
    if (means("plain.read.maybe", words)) {
      return Optional.of(new StandingBy(turn).standby(target));
    }
    if (means("plain.read.cant", words)) {
      return Optional.of(cant(target));
    }
    return means("plain.read.done", words)
        ? Optional.of(new Helping(turn).done(target))
        : Optional.empty();
  }

  /** Whoever asked can't mean that they take it back: that has words of its own. */
  private Reply cant(Target target) {
    return turn.find(target).stream()
        .filter(request -> request.isOwnOf(turn.person()))
        .findFirst()
        .map(CareRequest::number)
        .<Reply>map(own -> turn.answer("plain.own", "number", String.valueOf(own)))
        .orElseGet(() -> new Helping(turn).cancel(target));
  }

  private boolean means(String key, String said) {
    return turn.words().alternatives(key).contains(said.toLowerCase(turn.words().locale()));
  }
}
