package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.post.Attachment;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * Rule 5: somebody who only ever asks, and never with her name, amid all that the others do; and
 * that nobody else reads that name anywhere.
 */
final class Nameless {
  private static final String NAME = "Wilhelmina";
  private static final List<String> LINES =
      List.of("mine", "board", "digest now", "edit", "done", "cancel", "again", "thanks");

  private final TestCircle circle;
  private final Stage stage;
  private final Cast cast;
  private final Wilds wilds;
  private final Tally tally;
  private final SplittableRandom random;
  private int asked;

  Nameless(
      TestCircle circle,
      Stage stage,
      Cast cast,
      Wilds wilds,
      Tally tally,
      SplittableRandom random) {
    this.circle = circle;
    this.stage = stage;
    this.cast = cast;
    this.wilds = wilds;
    this.tally = tally;
    this.random = random;
  }

  /** She comes, and asks for something at once. */
  void begin() {
    stage.quietly(NAME, new Command.Board(null), TestCircle.PLACE, false);
    ask();
  }

  /** She does one thing or another. */
  void step() {
    switch (random.nextInt(6)) {
      case 0, 1 -> ask();
      case 2, 3 -> press();
      case 4 -> type();
      default -> react();
    }
  }

  /** Nobody else was shown her name, and it stands nowhere but where she is known by it. */
  void isNowhere(List<String> logged) {
    String account = cast.account(NAME);
    Stream<Message> told = except(circle.paper.told(), account);
    Stream<Message> answered = except(stage.answers(), NAME);
    assertThat(circle.paper.everShown().stream().filter(this::names)).as("in a space").isEmpty();
    assertThat(Stream.concat(told, answered).filter(this::names)).as("told to others").isEmpty();
    for (String name : cast.names()) {
      assertThat(circle.paper.files(cast.account(name)))
          .extracting(Attachment::text)
          .noneMatch(this::names);
    }
    assertThat(logged).noneMatch(this::names);
    Snapshot stored = Snapshot.of(circle.core.database(), "account", "member", "reactor");
    stored
        .rows()
        .forEach((table, rows) ->
            assertThat(rows)
                .as(table)
                .noneMatch(row -> names(row.replace("account=" + account, ""))));
  }

  private void ask() {
    String what = "Bread for a rainy day " + ++asked;
    Ask.Options options =
        new Ask.Options(what, null, wilds.when(), null, 1, null, true, null, random.nextBoolean());
    Command typed = Typed.read("needhelp", what + ", " + wilds.when() + ", anonymous");
    Command ask = random.nextBoolean() ? new Command.NeedHelp(options) : typed;
    boolean seen = random.nextInt(8) == 0;
    Reply reply = stage.quietly(NAME, ask, TestCircle.PLACE, seen);
    if (reply instanceof Reply.Said said) {
      cast.oneOf(
              said.message().buttons().stream()
                  .map(Button::command)
                  .filter(yes ->
                      yes instanceof Command.PostDraft || yes instanceof Command.PostDraftLater)
                  .toList())
          .ifPresent(yes -> stage.quietly(NAME, yes, TestCircle.PLACE, false));
    }
    tally.add("asked without a name", count());
  }

  private void press() {
    List<Message> read = new ArrayList<>(circle.paper.to(cast.account(NAME)));
    List<Message> answers = stage.answers().getOrDefault(NAME, List.of());
    read = random.nextBoolean() ? read : answers;
    cast.oneOf(read.subList(Math.max(0, read.size() - 3), read.size()))
        .flatMap(message -> cast.oneOf(message.buttons()))
        .map(Button::command)
        .filter(Nameless::keepsHerName)
        .ifPresent(command -> stage.quietly(NAME, command, TestCircle.PLACE, false));
  }

  private void type() {
    String line = LINES.get(random.nextInt(LINES.size()));
    String number = String.valueOf(1 + random.nextInt(12));
    Command command =
        switch (line) {
          case "edit" -> Typed.read("edit", number + " " + wilds.change());
          case "again" -> Typed.read("again", number + " next week");
          case "thanks" -> Typed.read("thanks", number + " public: What a day!");
          case "done", "cancel" -> Typed.read(line, number);
          default -> Typed.read(line.split(" ", 2)[0], line.endsWith("now") ? "now" : "");
        };
    stage.quietly(NAME, command, TestCircle.PLACE, random.nextBoolean());
  }

  /** ❤ on any card, 🤝 on her own: on another it would be a promise, with her name. */
  private void react() {
    cast.oneOf(circle.paper.in(TestCircle.PLACE).stream().filter(Sheet::card).toList())
        .ifPresent(sheet -> {
          MessageRef ref = new MessageRef(sheet.place(), sheet.id());
          Command command = isHers(sheet) ? new Command.Reacted(ref) : new Command.Hearted(ref);
          circle
              .core
              .desk()
              .handle(new Delivery(null, cast.in(NAME, sheet.place()), command, false));
        });
  }

  private boolean isHers(Sheet sheet) {
    return circle
        .core
        .database()
        .read(tables -> {
          long person =
              tables.people().find(Platform.BROWSER, cast.account(NAME)).orElseThrow().personId();
          long space = tables.circles().spaceAt(sheet.place()).orElseThrow().id();
          return tables
              .posts()
              .byMessage(space, sheet.id())
              .flatMap(post -> tables.requests().find(post.requestId()))
              .filter(request -> request.isAskedBy(person))
              .isPresent();
        });
  }

  /** A promise is made with a name, and whoever asks with a name wants it read. */
  private static boolean keepsHerName(Command command) {
    return switch (command) {
      case Command.Claim _,
          Command.Standby _,
          Command.LookAfter _,
          Command.NeedHelp _,
          Command.ShareName _ ->
          false;
      case Command.NameDraft(long _, boolean anonymous) -> anonymous;
      default -> true;
    };
  }

  private int count() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery("select count(*) from request where anonymous")
                .mapTo(int.class)
                .one());
  }

  private static Stream<Message> except(Map<String, List<Message>> all, String name) {
    return all.entrySet().stream()
        .filter(one -> !one.getKey().equals(name))
        .flatMap(one -> one.getValue().stream());
  }

  private boolean names(Message message) {
    return names(message.text().plain() + message.buttons());
  }

  private boolean names(String text) {
    return text.contains(NAME) || text.contains(cast.account(NAME));
  }
}
