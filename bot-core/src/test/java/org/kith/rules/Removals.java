package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.kith.circle.Space;
import org.kith.command.News;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/**
 * The bot is removed from Elm Square and comes back, by chance, in time or too late: a circle that
 * it was removed from everywhere is kept for thirty days, and not longer.
 */
final class Removals {
  private static final Duration WAITS = Duration.ofDays(30);

  private final TestCircle circle;
  private final Cast cast;
  private final Tally tally;
  private final SplittableRandom random;
  private int news;
  private boolean waited;

  /** The circle that waits for the bot's return, and since when. */
  private Optional<Waiting> waiting = Optional.empty();

  private record Waiting(long circle, Instant since) {}

  Removals(TestCircle circle, Cast cast, Tally tally, SplittableRandom random) {
    this.circle = circle;
    this.cast = cast;
    this.tally = tally;
    this.random = random;
  }

  void step() {
    if (!cast.gone().contains(Cast.ELM)) {
      remove();
    } else if (!waited && random.nextInt(3) == 0) {
      waited = true; // Once: so much silence ends whatever is open.
      circle.forward(WAITS);
    } else {
      back();
    }
  }

  /** Nothing waits any more: the bot is there again. */
  void back() {
    if (cast.gone().remove(Cast.ELM)) {
      holds();
      waiting = Optional.empty();
      circle.paper.removedFrom(Cast.ELM, false);
      hear(new News.Added(Cast.ELM, "en"));
      whatNobodyKnows();
      assertThat(read(this::awaited)).as("what is there again is erased later").isFalse();
      tally.add("came back");
    }
  }

  /** It is removed for good: nothing that only Elm Square knew is left a month later. */
  void forGood() {
    back();
    remove();
    circle.forward(WAITS);
    holds();
  }

  /** What waits is there until its time is over, and then it is not. */
  void holds() {
    waiting.ifPresent(one -> {
      boolean over = !circle.clock.instant().isBefore(one.since().plus(WAITS));
      boolean there = read(tables -> tables.circles().find(one.circle()).isPresent());
      assertThat(there).as("a circle that waits since %s", one.since()).isEqualTo(!over);
      if (over) {
        tally.add("erased");
        waiting = Optional.empty();
      }
    });
  }

  /** What could not be taken away meanwhile is the group's own: the bot knows it no more. */
  private void whatNobodyKnows() {
    Set<String> known =
        read(tables ->
            tables
                .handle()
                .createQuery("select message_id from post where message_id is not null")
                .mapTo(String.class)
                .set());
    circle.paper.in(Cast.ELM).stream()
        .filter(sheet -> sheet.card() && !known.contains(sheet.id()))
        .forEach(sheet -> circle.paper.lose(sheet.id()));
  }

  private void remove() {
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6)); // What can't be taken away any more stays for good.
    cast.gone().add(Cast.ELM);
    circle.paper.removedFrom(Cast.ELM, true);
    boolean before = read(this::awaited);
    hear(new News.Removed(Cast.ELM));
    circle.settle();
    tally.add("removed");
    boolean alone = read(Removals::isAlone);
    assertThat(read(this::awaited)).as("its time is counted").isEqualTo(alone);
    if (alone && !before) {
      long id = read(tables -> tables.circles().spaceAt(Cast.ELM).map(Space::circleId).orElse(0L));
      waiting = Optional.of(new Waiting(id, circle.clock.instant()));
    }
  }

  private static boolean isAlone(Tables tables) {
    return tables
        .circles()
        .spaceAt(Cast.ELM)
        .filter(elm ->
            tables.circles().spacesOf(elm.circleId()).stream()
                .allMatch(space -> tables.circles().isClosed(space.id())))
        .isPresent();
  }

  private boolean awaited(Tables tables) {
    return tables
        .circles()
        .spaceAt(Cast.ELM)
        .filter(elm -> tables.due().awaits(What.ERASE, elm.circleId()))
        .isPresent();
  }

  private void hear(News told) {
    circle.core.desk().hear("r" + ++news, Cast.ELM.platform(), told);
  }

  private <T> T read(Function<Tables, T> look) {
    return circle.core.database().read(look);
  }
}
