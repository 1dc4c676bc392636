package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Await;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * One random history of two circles in two houses, the same for the same seed: what people type,
 * press and react, what goes wrong, and how the time passes. The rules are looked up after each
 * step.
 */
final class History implements AutoCloseable {
  /** Longer than any window that is asked for. */
  private static final Duration SILENCE = Duration.ofDays(60);

  /** How long those who are asked what became of it may think. */
  private static final Duration FORBEARANCE = Duration.ofDays(4);

  private static final Pattern NEXT_STEP =
      Pattern.compile(
          "(If nobody has come by|I ask what became of it:|it ends by itself:) .*\\d\\d:\\d\\d");

  private static final List<String> NAMES = List.of("Ana", "Ben", "Chi", "Dee", "Eli", "Fay");

  private final SplittableRandom random;
  private final TestCircle circle;
  private final Rulebook rules;
  private final Secrets secrets;
  private final Wilds wilds;
  private final Cast cast;
  private final Consented consented;
  private final Stage stage;
  private final Letters letters;
  private final Tally tally;
  private final Reminded reminded;
  private final Noise noise;
  private final ChangesTold changes;
  private final Nameless nameless;
  private final Guarded guarded;
  private final Partings partings;
  private final Joined joined;
  private final Selves selves;
  private final Removals removals;
  private int news;

  History(long seed, Path folder, DatabaseAddress address, Tally tally) {
    this.tally = tally;
    random = new SplittableRandom(seed);
    circle = TestCircle.at(folder, address);
    rules = new Rulebook(circle);
    reminded = new Reminded(circle);
    noise = new Noise(circle);
    changes = new ChangesTold(circle);
    secrets = new Secrets(circle, seed, tally);
    wilds = new Wilds(random);
    cast = new Cast(random, NAMES.subList(0, 3 + random.nextInt(NAMES.size() - 2)));
    consented = new Consented(circle, tally);
    joined = new Joined(circle, rules, noise, tally);
    stage = new Stage(circle, secrets, cast, tally, consented, changes, joined, random);
    selves = new Selves(stage, cast, joined, secrets, tally, random);
    removals = new Removals(circle, cast, tally, random);
    nameless = new Nameless(circle, stage, cast, wilds, tally, random);
    letters = new Letters(circle, cast, stage, tally, random, seed);
    guarded = new Guarded(circle, stage, cast, tally, random, seed);
    partings = new Partings(circle, stage, cast, tally, random);
    begin();
  }

  TestCircle circle() {
    return circle;
  }

  Secrets secrets() {
    return secrets;
  }

  Nameless nameless() {
    return nameless;
  }

  Letters letters() {
    return letters;
  }

  Guarded guarded() {
    return guarded;
  }

  /** Takes this many steps. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      if (i % 6 == 0) {
        askPrivately(cast.anybody(), TestCircle.PLACE, cast.anybody());
      }
      circle.settle();
      rules.places();
      partings.cardsAreInTheirPlace();
      rules.blocked();
      rules.barred();
      rules.forgotten();
      rules.stepsAhead();
      joined.holds();
      removals.holds();
      consented.looks();
    }
  }

  /** The platform is back, and whoever closed their private chat has opened it. */
  void calm() {
    circle.paper.away(false);
    removals.back();
    guarded.calm();
    cast.names().forEach(name -> closes(name, false));
    partings.join();
    circle.forward(Duration.ofMinutes(6));
    changes.count();
    tally.add("cards", rules.cards());
    rules.stepsAhead();
    secrets
        .open()
        .forEach(
            id -> secrets.askerOf(id).ifPresent(asked -> tally.add("steps seen", step(asked))));
    consented.holds();
    // Whoever looks after the group takes some of what is open; by chance that may never happen.
    secrets.open().stream()
        .limit(2)
        .forEach(id ->
            stage.act(cast.steward(), new Command.LookAfter(wilds.known(id)), TestCircle.PLACE));
    circle.settle();
    tally.add("claimed", secrets.count("select count(*) from claim"));
    tally.add(
        "claimed from another platform",
        secrets.count(
            """
            select count(*) from claim c join request r on r.id = c.request_id
              join account helper on helper.person_id = c.helper_id
              join account asker on asker.person_id = r.asker_id
            where helper.platform <> asker.platform
            """));
    tally.add("released", secrets.count("select count(*) from claim where state = 'RELEASED'"));
    tally.add("kept", secrets.count("select count(*) from claim where state = 'KEPT'"));
  }

  /** Rule 3: whoever asked what is open sees what happens next, and when. */
  private int step(Secrets.AskedBy asked) {
    Reply more = stage.quietly(asked.name(), new Command.More(asked.id()), asked.place(), false);
    assertThat(TestCircle.text(more))
        .as("what %s sees of #%s", asked.name(), asked.id())
        .containsPattern(NEXT_STEP);
    return 1;
  }

  /** Half of the askers take their request back, the others fall silent: every request ends. */
  void end() {
    int last = secrets.lastRequest();
    for (long id = 1; id <= last; id += 2) {
      secrets
          .askerOf(id)
          .ifPresent(asked ->
              stage.act(asked.name(), new Command.Cancel(wilds.known(asked.id())), asked.place()));
    }
    remind();
    cast.names().forEach(name -> stage.act(name, new Command.ClearCareCard(), TestCircle.PLACE));
    circle.forward(SILENCE);
    circle.forward(FORBEARANCE);
    tally.add("reminded", reminded.count());
    tally.add("changes told", changes.count());
    tally.add("asked unasked", noise.unasked());
    rules.ended();
    circle.forward(Duration.ofDays(3));
    Await.until("drafts are tidied away", () -> secrets.drafts() == 0);
    circle.settle();
    rules.forgotten();
    tally.add("forgotten", secrets.count("select count(*) from request where asker_id is null"));
    removals.forGood();
  }

  @Override
  public void close() {
    circle.close();
  }

  /** One promise at least is reminded of: two days go by, hour by hour. */
  private void remind() {
    String asker = cast.people().get(0);
    circle.types(asker, "/circle set zone Europe/Berlin");
    circle.types(asker, "/needhelp Water the plants, in 2 days 18:00");
    long id = secrets.lastRequest();
    Command help = new Command.Claim(wilds.known(id));
    stage.quietly(cast.people().get(1), help, TestCircle.PLACE, false);
    circle.settle();
    stage.quietly(
        asker, new Command.Edit(wilds.known(id), "Mind the dog"), TestCircle.PLACE, false);
    for (int hour = 0; hour < 48; hour++) {
      circle.forward(Duration.ofHours(1));
    }
  }

  private void begin() {
    stage.act(cast.steward(), new Command.Board(null), TestCircle.PLACE);
    circle
        .core
        .database()
        .write(tables -> {
          long maple = tables.circles().spaceAt(TestCircle.PLACE).orElseThrow().circleId();
          return tables.circles().addSpace(maple, Cast.GARDEN, "Garden", false, 0);
        });
    for (String name : cast.names()) {
      stage.act(name, new Command.Board(null), TestCircle.PLACE);
      stage.act(name, new Command.Mine(), Cast.ELM);
    }
    String first = cast.steward();
    stage.privately(first, new Command.WriteCareCard(secrets.card(first), false));
    for (int i = 0; i < 3; i++) {
      stage.act(cast.anybody(), new Command.NeedHelp(new Ask.Free(wilds.ask())), TestCircle.PLACE);
      askPrivately(cast.anybody(), TestCircle.PLACE);
    }
    nameless.begin();
    guarded.begin();
  }

  private void step() {
    if (random.nextInt(6) == 0) {
      nameless.step();
    }
    if (random.nextInt(7) == 0) {
      guarded.step();
    }
    if (random.nextInt(12) == 0) {
      partings.step();
    }
    if (random.nextInt(6) == 0) {
      selves.step();
    }
    if (random.nextInt(cast.gone().isEmpty() ? 25 : 8) == 0) {
      removals.step();
    }
    String name = cast.anybody();
    Place place = cast.place();
    int dice = random.nextInt(100);
    if (dice < 8) {
      stage.act(name, new Command.NeedHelp(new Ask.Free(wilds.ask())), place);
    } else if (dice < 16) {
      askPrivately(name, place);
    } else if (dice < 32) {
      press(name);
    } else if (dice < 42) {
      help(name);
    } else if (dice < 46) {
      letters.write(name, secrets.open());
    } else if (dice < 52) {
      stage.act(name, wilds.typed(), place);
    } else if (dice < 56) {
      stage.act(name, wilds.forged(), place);
    } else if (dice < 59) {
      thank();
    } else if (dice < 60) {
      String text = secrets.card(name);
      stage.act(name, new Command.WriteCareCard(text, random.nextInt(5) == 0), place);
    } else if (dice < 61) {
      stage.privately(name, wilds.plain());
    } else if (dice < 65) {
      stage.privately(name, wilds.typed());
    } else if (dice < 75) {
      react(name);
    } else if (dice < 78) {
      stage.act(cast.steward(), wilds.setting(), place);
      looksAfter();
    } else if (dice < 88) {
      stage.again();
    } else if (dice < 94) {
      circle.forward(wilds.aWhile());
    } else {
      trouble(name, place);
    }
  }

  /** Details typed into the form; most are posted after the preview. */
  private void askPrivately(String name, Place place) {
    askPrivately(name, place, random.nextInt(8) == 0 ? "a friend" : null);
  }

  /**
   * The same for somebody, who often answers.
   *
   * @param whom for whom; null for oneself
   */
  private void askPrivately(String name, Place place, @Nullable String whom) {
    Secrets.Planted planted = secrets.plant();
    Command ask =
        new Command.NeedHelp(
            new Ask.Options(
                planted.what(),
                null,
                random.nextBoolean() ? wilds.when() : null,
                "near Elm Square",
                1 + random.nextInt(3),
                planted.secret(),
                false,
                whom,
                random.nextBoolean()));
    Reply reply = stage.act(name, ask, place);
    if (random.nextInt(10) < 8 && reply instanceof Reply.Said said) {
      said.message().buttons().stream()
          .filter(button -> button.command() instanceof Command.PostDraft)
          .findFirst()
          .ifPresent(post -> stage.act(name, post.command(), place));
    }
    consented.looks();
    if (whom != null && random.nextInt(3) > 0) {
      Consenting[] all = Consenting.values();
      Consenting choice = random.nextBoolean() ? Consenting.YES : all[random.nextInt(all.length)];
      long draft = secrets.count("select coalesce(max(draft_id), 0) from consent");
      stage.privately(whom, new Command.ForYou(draft, choice));
    }
  }

  /** Somebody helps with one of the open requests; both they and somebody else look for details. */
  private void help(String name) {
    cast.oneOf(secrets.open())
        .ifPresent(id -> {
          if (random.nextInt(4) == 0) {
            stage.act(name, new Command.Standby(wilds.known(id)), TestCircle.PLACE);
            tally.add(
                "stood by", secrets.count("select count(*) from claim where state = 'STANDBY'"));
            return;
          }
          if (random.nextInt(5) == 0) {
            cast.people().forEach(one -> stage.act(one, part(id), TestCircle.PLACE));
          }
          stage.act(name, random.nextInt(4) == 0 ? part(id) : claim(id), TestCircle.PLACE);
          tally.add("in parts", secrets.count("select count(*) from claim where part is not null"));
          stage.act(name, new Command.ShowDetails(id), TestCircle.PLACE);
          stage.privately(cast.anybody(), new Command.ShowDetails(id));
        });
  }

  private Command claim(long id) {
    return new Command.Claim(wilds.known(id));
  }

  private Command part(long id) {
    return new Command.ClaimPart(wilds.known(id), wilds.part());
  }

  /** Somebody who was helped says so. */
  private void thank() {
    cast.oneOf(secrets.helped())
        .ifPresent(asked -> {
          String how = wilds.thanks();
          stage.act(asked.name(), Code.read("give:" + asked.id() + ":" + how), asked.place());
          tally.add("thanked", secrets.count("select count(*) from thanks where way is not null"));
        });
  }

  /** Whoever manages the group takes care of something that nobody came for. */
  private void looksAfter() {
    cast.oneOf(secrets.open())
        .ifPresent(id -> {
          Command take = new Command.LookAfter(wilds.known(id));
          stage.act(cast.steward(), take, TestCircle.PLACE);
          tally.add(
              "looked after",
              secrets.count("select count(*) from request where state = 'LOOKED_AFTER'"));
          Command reword = new Command.Edit(wilds.known(id), wilds.change());
          stage.act(cast.steward(), reword, TestCircle.PLACE);
          tally.add("reworded for somebody", secrets.count("select count(*) from reworded"));
        });
  }

  /** Any button that somebody sees: in a space, in the private chat, below an answer. */
  private void press(String name) {
    int where = random.nextInt(3);
    if (where == 0) {
      cast.oneOf(circle.paper.in(cast.place(name)))
          .ifPresent(sheet ->
              cast.oneOf(sheet.message().buttons())
                  .ifPresent(
                      button -> stage.act(name, button.command(), sheet.place(), sheet.id())));
      return;
    }
    List<Message> seen = where == 1 ? circle.paper.to(cast.account(name)) : stage.answers(name);
    cast.oneOf(seen.subList(Math.max(0, seen.size() - 3), seen.size()))
        .flatMap(message -> cast.oneOf(message.buttons()))
        .map(Button::command)
        .ifPresent(command -> {
          int times = random.nextInt(4) == 0 ? 2 : 1;
          for (int i = 0; i < times; i++) {
            if (where == 1) {
              stage.privately(name, command);
            } else {
              stage.act(name, command, cast.place());
            }
          }
        });
  }

  private void react(String name) {
    cast.oneOf(circle.paper.in(cast.place(name)).stream().filter(Sheet::card).toList())
        .ifPresent(sheet -> {
          MessageRef ref = new MessageRef(sheet.place(), sheet.id());
          if (random.nextInt(5) == 0) {
            List<Actor> all =
                cast.names().stream()
                    .filter(one -> random.nextBoolean())
                    .map(one -> cast.in(one, sheet.place()))
                    .filter(one -> one.platform() == sheet.place().platform())
                    .toList();
            circle.core.desk().hear(null, sheet.place().platform(), new News.Reactors(ref, all));
          } else {
            Command command =
                switch (random.nextInt(4)) {
                  case 0 -> new Command.Unreacted(ref);
                  case 1 -> new Command.Hearted(ref);
                  default -> new Command.Reacted(ref);
                };
            circle
                .core
                .desk()
                .handle(new Delivery(null, cast.in(name, sheet.place()), command, false));
          }
        });
  }

  private void trouble(String name, Place place) {
    switch (random.nextInt(7)) {
      case 0 -> circle.paper.away(true);
      case 1 -> circle.paper.away(false);
      case 2 -> closes(name, random.nextBoolean());
      case 3 -> restart();
      case 4 -> hear("n" + ++news, place, new News.Removed(place));
      case 5 -> hear("n" + ++news, place, new News.Added(place, "en"));
      default ->
          cast.oneOf(circle.paper.in(place).stream().filter(Sheet::card).toList())
              .ifPresent(sheet -> {
                circle.paper.lose(sheet.id());
                News gone = new News.MessageDeleted(new MessageRef(place, sheet.id()));
                hear("n" + ++news, place, gone);
                hear("n" + news, place, gone);
              });
    }
  }

  private void closes(String name, boolean now) {
    circle.paper.closes(cast.account(name), now);
    changes.closes(cast.account(name), now);
  }

  private void hear(String id, Place place, News told) {
    circle.core.desk().hear(id, place.platform(), told);
  }

  /** Rule 6: what was answered is there after a restart. */
  private void restart() {
    tally.add("restarted");
    circle.settle();
    // Each start forgets old dialogues, codes and the ids of old events: both are there or not.
    String[] old = {"delivery", "draft", "consent", "writing"};
    Snapshot before = Snapshot.of(circle.core.database(), old).steady();
    circle.restart();
    circle.settle();
    Snapshot.of(circle.core.database(), old)
        .steady()
        .rows()
        .forEach((table, rows) ->
            assertThat(rows).as("%s after a restart", table).isEqualTo(before.rows().get(table)));
  }
}
