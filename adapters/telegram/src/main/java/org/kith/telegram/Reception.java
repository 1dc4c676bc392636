package org.kith.telegram;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
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

  Reception(Intake intake, Actors actors, Desk desk, Answers answers) {
    this.intake = intake;
    this.actors = actors;
    this.desk = desk;
    this.answers = answers;
  }

  /** What an update is, and all that Telegram must be asked about it. Keeps no order. */
  Visit prepare(Update update) {
    String id = update.getUpdateId().toString();
    return switch (intake.read(update)) {
      case Incoming.Asked(var origin, var command) -> visit(id, origin, command);
      case Incoming.Heard(var news) -> new Visit.Told(id, news);
      case Incoming.FromNobody(var room, var message) -> new Visit.Hidden(room, message);
      case Incoming.EmptyPress(var query) -> new Visit.Empty(query);
      case Incoming.NotOurs() -> new Visit.Nothing();
    };
  }

  /** Decides it: returns when the decision is on disk. The answer goes its own way. */
  void decide(Visit visit) {
    switch (visit) {
      case Visit.Wish(var delivery, var origin) -> answers.show(origin, reply(delivery, origin));
      case Visit.Broken(var origin, var command) -> answers.show(origin, sorry(origin, command));
      case Visit.Stranger(var origin) -> answers.stranger(origin);
      case Visit.Told(var id, var news) -> again(() -> desk.hear(id, Platform.TELEGRAM, news));
      case Visit.Hidden(var room, var message) -> answers.hidden(room, message);
      case Visit.Empty(var query) -> answers.empty(query);
      case Visit.Nothing() -> {
        // Forgotten, its id too: the offset is all that needs to know.
      }
    }
  }

  private Visit visit(String id, Origin origin, Command command) {
    try {
      if (actors.isStranger(origin.room(), origin.from())) {
        return new Visit.Stranger(origin);
      }
      Actor actor = actors.actor(origin.room(), origin.from());
      boolean answerable = !(origin instanceof Origin.Happened);
      return new Visit.Wish(new Delivery(id, actor, command, answerable), origin);
    } catch (RuntimeException e) {
      log.error("update {} could not be prepared: {}", id, Blame.of(e));
      return new Visit.Broken(origin, command);
    }
  }

  private Reply reply(Delivery delivery, Origin origin) {
    if (!delivery.answerable()) {
      again(() -> desk.handle(delivery));
      return new Reply.Silent();
    }
    try {
      return desk.handle(delivery);
    } catch (RuntimeException e) {
      log.error("update {} could not be decided: {}", delivery.id(), Blame.of(e));
      return sorry(origin, delivery.command());
    }
  }

  /** Whoever asks for people to call now gets an answer whatever is broken. */
  private static Reply sorry(Origin origin, Command command) {
    Words words = Words.in(Actors.language(origin.from()));
    boolean crisis = command instanceof Command.Crisis;
    String said = words.say(crisis ? "crisis.bot" : "trouble.sorry");
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
