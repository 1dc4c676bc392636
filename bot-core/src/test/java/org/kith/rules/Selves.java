package org.kith.rules;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.command.Command;
import org.kith.command.Target;
import org.kith.testing.TestCircle;

/** People join their two accounts, use both, take one off again, or want to be forgotten. */
final class Selves {
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

  private final Stage stage;
  private final Cast cast;
  private final Joined joined;
  private final Secrets secrets;
  private final Tally tally;
  private final SplittableRandom random;

  Selves(
      Stage stage,
      Cast cast,
      Joined joined,
      Secrets secrets,
      Tally tally,
      SplittableRandom random) {
    this.stage = stage;
    this.cast = cast;
    this.joined = joined;
    this.secrets = secrets;
    this.tally = tally;
    this.random = random;
  }

  /** One thing or another. */
  void step() {
    String name = cast.people().get(random.nextInt(cast.people().size()));
    if (random.nextInt(6) == 0) {
      forget(random.nextBoolean() ? name : Cast.other(name));
    } else if (!joined.isOne(name)) {
      link(name);
    } else if (random.nextInt(5) == 0) {
      unlink(name);
    } else {
      bothHelp(name);
    }
  }

  /** A code of one account is typed on the other; now and then somebody guesses one. */
  private void link(String name) {
    boolean first = random.nextBoolean();
    String into = first ? name : Cast.other(name);
    String from = first ? Cast.other(name) : name;
    Matcher code = CODE.matcher(TestCircle.text(stage.privately(into, new Command.AccountLink())));
    if (code.find()) {
      if (random.nextInt(5) == 0) {
        stage.privately(cast.anybody(), new Command.AccountJoin("AAAA-AAAA"));
      }
      stage.privately(from, new Command.AccountJoin(code.group()));
      if (joined.isOne(name)) { // It has worked, and works for nobody else.
        stage.privately(cast.anybody(), new Command.AccountJoin(code.group()));
      }
    }
  }

  private void unlink(String name) {
    String acting = random.nextBoolean() ? name : Cast.other(name);
    String other = acting.equals(name) ? Cast.other(name) : name;
    stage.privately(acting, new Command.AccountUnlink(other));
  }

  /** Both accounts want to help with the same, be it their own request or of whom has blocked. */
  private void bothHelp(String name) {
    List<Long> open = secrets.open();
    cast.oneOf(secrets.askedBy(open, Cast.human(cast.account(name))))
        .ifPresent(id -> {
          tally.add("wanted to help themselves");
          both(name, id);
        });
    cast.oneOf(open).ifPresent(id -> both(name, id));
  }

  private void both(String name, long id) {
    List.of(name, Cast.other(name))
        .forEach(one -> {
          Command help =
              random.nextInt(4) == 0
                  ? new Command.Standby(new Target.Known(id))
                  : new Command.Claim(new Target.Known(id));
          stage.act(one, help, TestCircle.PLACE);
          stage.act(one, new Command.ShowDetails(id), TestCircle.PLACE);
        });
  }

  /** Whoever was forgotten comes again, as somebody new. */
  private void forget(String name) {
    stage.privately(name, new Command.ForgetMe(false));
    stage.privately(name, new Command.ForgetMe(true));
    for (String one : List.of(name, otherOf(name))) {
      stage.act(one, new Command.Board(null), TestCircle.PLACE);
      stage.act(one, new Command.Mine(), Cast.ELM);
    }
  }

  private String otherOf(String name) {
    return cast.people().contains(name)
        ? Cast.other(name)
        : cast.people().stream()
            .filter(one -> Cast.other(one).equals(name))
            .findFirst()
            .orElse(name);
  }
}
