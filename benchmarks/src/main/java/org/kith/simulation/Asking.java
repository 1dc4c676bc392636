package org.kith.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Extension;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.simulation.Chance.About;
import org.kith.simulation.Room.Said;

/** What askers do: they ask, share what is private, say what became of it, ask once more. */
final class Asking {
  private static final int MOST_RENEWED = 2;

  private final Life life;
  private @Nullable Need underway;
  private @Nullable Case latest;

  Asking(Life life) {
    this.life = life;
  }

  /** Somebody asks the circle. */
  void ask(Need need) {
    Person asker = life.people.get(need.asker());
    underway = need;
    Reply reply =
        need.details()
            ? withDetails(asker, need)
            : life.world.types(
                asker,
                "/needhelp %s, %s, %d people".formatted(need.what(), need.when(), need.helpers()));
    Case fresh = latest;
    if (fresh == null || !fresh.need.equals(need)) {
      throw new IllegalStateException(need + " was not posted: " + reply);
    }
    SplittableRandom random = life.chance.of(About.WITHDRAWS, need.index());
    if (random.nextDouble() < Habits.QUIETLY) {
      fresh.quietly = true;
      life.world.writes(asker, "/cancel " + fresh.number + " if nobody comes");
    }
    if (random.nextDouble() < life.habits.withdraws()) {
      Instant end = fresh.window.starts();
      Duration left = end == null ? Duration.ofDays(3) : Duration.between(life.world.now(), end);
      long after = (long) (left.toSeconds() * random.nextDouble());
      life.world.at(life.world.now().plusSeconds(after), () -> withdraw(fresh));
    }
  }

  /** What is asked just now is heard of for the first time. */
  Case posted(long requestId) {
    Need need = Objects.requireNonNull(underway, "nobody asks for anything");
    CareRequest request =
        life.world
            .core()
            .database()
            .read(tables -> tables.requests().find(requestId))
            .orElseThrow();
    Case fresh = new Case(need, request.id(), request.number(), request.window(), life.world.now());
    latest = fresh;
    return fresh;
  }

  /** The bot tells or asks the asker something. */
  void told(Person asker, Case one, Said said) {
    Instant reads = life.reads(asker, one, said.note(), 1);
    boolean answers =
        life.chance.yes(
            answers(said.note()),
            About.ANSWERS,
            asker.id(),
            one.need.index(),
            one.renewed,
            Chance.key(said.note()));
    if (reads == null || !answers) {
      return;
    }
    life.world.at(
        reads,
        () -> {
          switch (said.note()) {
            case CLAIMED -> press(asker, Life.button(said.what(), Command.Share.class));
            case DID_YOU_GET_IT -> didYouGetIt(asker, one);
            default -> nobodyCame(asker, one, said);
          }
        });
  }

  /** A line below the card says that there is news, because the asker can't be written to. */
  void line(Case one) {
    Person asker = life.people.get(one.need.asker());
    Instant reads = life.reads(asker, one, Note.LINE_FOR_ASKER, 8);
    if (reads != null && one.window.isOver(life.world.now())) {
      life.world.at(reads, () -> didYouGetIt(asker, one));
    }
  }

  private Reply withDetails(Person asker, Need need) {
    Ask ask =
        new Ask.Options(
            need.what(),
            need.kind().code(),
            need.when(),
            null,
            need.helpers(),
            "Ring at the second door, code " + need.index(),
            false);
    Reply preview = life.world.does(asker, new Command.NeedHelp(ask), false);
    Command post =
        preview instanceof Reply.Said said
            ? Life.button(said.message(), Command.PostDraft.class)
            : null;
    return post == null ? preview : life.world.does(asker, post, false);
  }

  private double answers(Note note) {
    return note == Note.CLAIMED ? 0.9 : Math.min(1, life.habits.answers() + 0.1);
  }

  private void withdraw(Case one) {
    if (!one.isOver() && !one.helped) {
      one.withdrawn = true;
      life.world.writes(life.people.get(one.need.asker()), "/cancel " + one.number);
    }
  }

  private void didYouGetIt(Person asker, Case one) {
    if (one.isOver()) {
      return;
    }
    double draw =
        life.chance.number(About.DECIDES, asker.id(), one.need.index(), 1000 + one.renewed);
    if (one.helped) {
      life.world.writes(asker, "/done " + one.number);
    } else if (draw < 0.6 && one.renewed < MOST_RENEWED) {
      renew(one);
      life.world.unasked(
          one.id, one.quietly, () -> life.world.writes(asker, "/again " + one.number));
    } else if (draw < 0.8) {
      life.world.writes(asker, "/cancel " + one.number);
    }
  }

  private void nobodyCame(Person asker, Case one, Said said) {
    if (one.isOver()) {
      return;
    }
    double draw =
        life.chance.number(About.DECIDES, asker.id(), one.need.index(), 2000 + one.renewed);
    Extension later =
        draw < 0.2 ? Extension.TOMORROW : draw < 0.35 ? Extension.WEEK : Extension.ANY_TIME;
    if (draw < 0.55 && one.renewed < MOST_RENEWED) {
      Command extend =
          said.what().buttons().stream()
              .map(Button::command)
              .filter(command ->
                  command instanceof Command.Extend(long id, Extension by) && by == later)
              .findFirst()
              .orElse(Life.button(said.what(), Command.StillNeeded.class));
      renew(one);
      press(asker, extend);
    } else {
      life.world.writes(asker, "/cancel " + one.number);
    }
  }

  /** It goes up once more: what was promised before is over. */
  private static void renew(Case one) {
    one.renewed++;
    one.promises.forEach(promise -> promise.stands &= promise.kept);
  }

  private void press(Person asker, @Nullable Command command) {
    if (command != null) {
      life.world.does(asker, command, true);
    }
  }
}
