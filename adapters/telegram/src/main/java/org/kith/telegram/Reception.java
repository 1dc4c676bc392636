package org.kith.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.desk.Desk;
import org.kith.words.Text;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes what came in to the Desk, and the Desk's answer to whoever shows it. */
final class Reception {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  /** How often what nobody can repeat is tried again, and how long between. */
  private static final List<Duration> AGAIN =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));

  private final Intake intake;
  private final Actors actors;
  private final Desk desk;
  private final Answers answers;
  private final Albums albums = new Albums();

  Reception(Intake intake, Actors actors, Desk desk, Answers answers) {
    this.intake = intake;
    this.actors = actors;
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * What an update means. Asks Telegram already how its sender stands in the group, which is then
   * known for a while. Keeps no order.
   */
  Incoming read(Update update) {
    Incoming incoming = intake.read(update);
    switch (incoming) {
      case Incoming.Asked(var origin, var _) -> actors.meet(origin.room(), origin.from());
      case Incoming.InAlbum(var _, Incoming.Asked(var origin, var _)) ->
          actors.meet(origin.room(), origin.from());
      case Incoming _ -> {
        // Nobody acts.
      }
    }
    return incoming;
  }

  /** Decides it: returns when the decision is on disk. The answer goes its own way. */
  void decide(String id, Incoming incoming) {
    switch (incoming) {
      case Incoming.Asked(var origin, var command) -> asked(id, origin, command);
      case Incoming.InAlbum(var album, var asked) -> {
        if (albums.isFirst(album)) {
          asked(id, asked.origin(), asked.command());
        }
      }
      case Incoming.Heard(var news) -> again(() -> desk.hear(id, Platform.TELEGRAM, news));
      case Incoming.FromNobody(var room, var message) -> answers.hidden(room, message);
      case Incoming.EmptyPress(var query) -> answers.empty(query);
      case Incoming.NotOurs() -> {
        // Forgotten, its id too: the offset is all that needs to know.
      }
    }
  }

  private void asked(String id, Origin origin, Command command) {
    if (origin instanceof Origin.Happened) {
      again(() -> located(origin.room(), command).ifPresent(meant -> happened(id, origin, meant)));
      return;
    }
    try {
      if (actors.isStranger(origin.room(), origin.from())) {
        answers.stranger(origin);
        return;
      }
      Actor actor = actors.actor(origin.room(), origin.from());
      Command meant = seen(origin, command);
      boolean seen = isSeen(origin);
      answers.show(
          origin, desk.handle(new Delivery(id, actor, meant, true, pressed(origin), seen)));
    } catch (RuntimeException e) {
      log.error("update {} could not be decided: {}", id, Blame.of(e));
      answers.show(origin, sorry(origin, command));
    }
  }

  /** What is private and was typed where everybody reads it is taken away, where the bot may. */
  private Command seen(Origin origin, Command command) {
    if (!(origin instanceof Origin.Written written) || !isSeen(origin)) {
      return command;
    }
    Command meant =
        switch (command) {
          case Command.WriteCareCard(String text, boolean _) ->
              new Command.WriteCareCard(text, true);
          case Command.WriteAbout(var target, String text, boolean _) ->
              new Command.WriteAbout(target, text, !text.isEmpty());
          case Command.WithPhoto(
                  Command.WriteAbout(var target, String text, boolean _),
                  var photo,
                  boolean several) ->
              new Command.WithPhoto(new Command.WriteAbout(target, text, true), photo, several);
          default -> command;
        };
    if (!meant.equals(command)) {
      answers.takeAway(written);
    }
    return meant;
  }

  /** True if the group could read what was typed, and by whom. */
  private static boolean isSeen(Origin origin) {
    return origin instanceof Origin.Written && !origin.room().isPrivate();
  }

  /** The message whose button was pressed, if everybody sees it: it may be a card not known yet. */
  private static @Nullable String pressed(Origin origin) {
    return origin instanceof Origin.Pressed press
            && press.ephemeralId() == null
            && press.messageId() != null
        ? press.messageId().toString()
        : null;
  }

  private void happened(String id, Origin origin, Command command) {
    if (!actors.isStranger(origin.room(), origin.from())) {
      Actor actor = actors.actor(origin.room(), origin.from());
      desk.handle(new Delivery(id, actor, command, false));
    }
  }

  // In a forum a reaction does not tell its topic: the card does. Other messages are not the bot's.
  private Optional<Command> located(Room room, Command command) {
    if (!room.isForum()) {
      return Optional.of(command);
    }
    return switch (command) {
      case Command.Reacted(var message) -> card(message).map(Command.Reacted::new);
      case Command.Unreacted(var message) -> card(message).map(Command.Unreacted::new);
      case Command.Hearted(var message) -> desk.card(message).map(Command.Hearted::new);
      case Command other -> Optional.of(other);
    };
  }

  private Optional<MessageRef> card(MessageRef message) {
    Optional<MessageRef> known = known(message);
    if (known.isEmpty()) {
      desk.awaitCards(Platform.TELEGRAM, message.place().house());
    }
    return known.isEmpty() ? known(message) : known;
  }

  private Optional<MessageRef> known(MessageRef message) {
    return desk.openCards(Platform.TELEGRAM).stream()
        .filter(one -> one.place().house().equals(message.place().house()))
        .filter(one -> one.messageId().equals(message.messageId()))
        .findFirst();
  }

  /** Whoever asks for people to call now gets an answer whatever is broken. */
  private Reply sorry(Origin origin, Command command) {
    String language = Actors.language(origin.from());
    if (command instanceof Command.Crisis) {
      return desk.inAHardHour(language);
    }
    String said = Words.in(language).say("trouble.sorry");
    String brief = said.substring(0, Math.min(said.length(), Reply.Said.LONGEST_BRIEF));
    Reply.Audience audience = Reply.Audience.ANYBODY;
    return new Reply.Said(
        Message.of(Text.of(said)), brief, audience, OptionalLong.empty(), null, false);
  }

  // A reaction or news won't be repeated by anybody: it is tried again before it is given up.
  private static void again(Runnable decision) {
    RuntimeException last = new IllegalStateException("never tried");
    for (Duration wait : AGAIN) {
      try {
        decision.run();
        return;
      } catch (RuntimeException e) {
        last = e;
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw last;
  }
}
