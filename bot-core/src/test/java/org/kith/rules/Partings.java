package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** Elm Square joins the circle of Maple Street and leaves it again, by chance. */
final class Partings {
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

  private final TestCircle circle;
  private final Stage stage;
  private final Cast cast;
  private final Tally tally;
  private final SplittableRandom random;

  Partings(TestCircle circle, Stage stage, Cast cast, Tally tally, SplittableRandom random) {
    this.circle = circle;
    this.stage = stage;
    this.cast = cast;
    this.tally = tally;
    this.random = random;
  }

  void step() {
    if (cast.gone().contains(Cast.ELM)) {
      return; // Nothing that is typed there reaches the bot.
    }
    if (isOne()) {
      leave();
    } else {
      join();
    }
  }

  /** In the end they are one, so that whoever asked in either can act there. */
  void join() {
    if (isOne()) {
      return;
    }
    Reply made = stage.quietly(cast.steward(), new Command.CircleLink(), TestCircle.PLACE, false);
    Matcher code = CODE.matcher(TestCircle.text(made));
    if (code.find()) {
      stage.quietly(cast.steward(), new Command.CircleJoin(code.group()), Cast.ELM, false);
      tally.add("joined", isOne() ? 1 : 0);
    }
  }

  /** What is posted in a space, and has not ended, is of the circle of that space. */
  void cardsAreInTheirPlace() {
    List<Long> astray =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery(
                        """
                        select p.id from post p join request r on r.id = p.request_id
                        join space s on s.id = p.space_id
                        where s.circle_id <> r.circle_id
                        union select o.id from outbox o join space s on s.platform = o.platform
                          and s.house = o.house and s.room = o.room
                        join request r on r.id = o.ref_id
                        where o.kind = 'CARD' and s.circle_id <> r.circle_id
                        """)
                    .mapTo(Long.class)
                    .list());
    assertThat(astray).as("cards in a place of another circle").isEmpty();
  }

  private void leave() {
    Command leave = new Command.CircleLeave(random.nextBoolean());
    stage.quietly(cast.steward(), leave, Cast.ELM, false);
    tally.add("left", isOne() ? 0 : 1);
  }

  private boolean isOne() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .circles()
                .spaceAt(TestCircle.PLACE)
                .map(space -> space.circleId())
                .equals(tables.circles().spaceAt(Cast.ELM).map(space -> space.circleId())));
  }
}
