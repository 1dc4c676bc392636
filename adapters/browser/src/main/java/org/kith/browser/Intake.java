package org.kith.browser;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Pictured;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.desk.Desk;
import org.kith.words.Words;

/** What people do in the room, brought to the desk, and its answers shown to them. */
final class Intake {
  /** People come from English pages here; the bot learns another language elsewhere. */
  private static final String LANGUAGE = "en";

  private final Desk desk;
  private final RoomState room;
  private final InstantSource clock;

  /** Reactions to one message stay in their order. */
  private final ReentrantLock reacting = new ReentrantLock();

  Intake(Desk desk, RoomState room, InstantSource clock) {
    this.desk = desk;
    this.room = room;
    this.clock = clock;
  }

  /**
   * Somebody typed: a command or words for the bot, or words for the neighbours, which the bot
   * never gets.
   *
   * @param id of the event; the same one again changes nothing
   * @return what the bot answered, empty if nothing
   */
  Optional<Entry> typed(Person person, boolean isPrivate, String text, String id) {
    boolean forTheBot = isPrivate || text.startsWith("/");
    if (room.entry("t-" + id).isEmpty()) {
      Entry.Kind kind = forTheBot ? Entry.Kind.TYPED : Entry.Kind.CHAT;
      String to = forTheBot ? person.id() : "";
      room.show(entry("t-" + id, kind, to, person.id(), Shown.typed(text), isPrivate, false));
    }
    if (!forTheBot) {
      return Optional.empty();
    }
    Reply reply = desk.handle(delivery(person, isPrivate, command(text), id));
    return show(reply, person, isPrivate, id, null);
  }

  /** Somebody sent the bot a photo, with words or "". */
  Optional<Entry> sentPhoto(Person person, String text, byte[] photo, String id) {
    String shown = (text + "\n" + Words.in(LANGUAGE).say("room.message.photo")).strip();
    if (room.entry("t-" + id).isEmpty()) {
      room.show(
          entry(
              "t-" + id,
              Entry.Kind.TYPED,
              person.id(),
              person.id(),
              Shown.typed(shown),
              true,
              false));
    }
    Command words =
        command(text) instanceof Command.WriteAbout about ? about : new Command.PrivateText(text);
    Pictured sent =
        new Pictured.Offered(
            photo.length, most -> Arrays.copyOf(photo, Math.min(most, photo.length)));
    Command command = new Command.WithPhoto(words, sent, false);
    return show(desk.handle(delivery(person, true, command, id)), person, true, id, null);
  }

  /** Somebody pressed a button below a message. */
  Optional<Entry> pressed(Person person, Entry below, String code, String id) {
    Reply reply = desk.handle(delivery(person, below.isPrivate(), Code.read(code), id));
    Entry own = below.to().equals(person.id()) ? below : null;
    return show(reply, person, below.isPrivate(), id, own);
  }

  /**
   * Somebody put a sign on a message, or took it back; what that changes is told privately. A ❤
   * that is taken back stays said, as on the platforms.
   */
  void reacted(Person person, Entry message, Sign sign, boolean on) {
    reacting.lock();
    try {
      if (room.react(message.id(), person.id(), sign, on)) {
        MessageRef ref = new MessageRef(Maple.PLACE, message.id());
        reaction(ref, sign, on)
            .ifPresent(
                command -> desk.handle(new Delivery(null, actor(person, false), command, false)));
      }
    } finally {
      reacting.unlock();
    }
  }

  /** Somebody deleted a message of the bot from the group. */
  void deleted(Entry message) {
    if (room.delete(message.id())) {
      MessageRef ref = new MessageRef(Maple.PLACE, message.id());
      desk.hear("room-gone-" + message.id(), Platform.BROWSER, new News.MessageDeleted(ref));
    }
  }

  /** The bot is told once that somebody added it to the group. */
  void botCame() {
    if (!room.botCame()) {
      desk.hear("room-added", Platform.BROWSER, new News.Added(Maple.PLACE, Words.ENGLISH));
      room.botCame(clock.millis());
    }
  }

  /** Reactions that came just before a crash are told again: what is settled stays so. */
  void settleReactions() {
    for (MessageRef card : desk.openCards(Platform.BROWSER)) {
      List<Actor> actors =
          room.entry(card.messageId()).map(Entry::reactors).orElse(List.of()).stream()
              .flatMap(id -> room.person(id).stream())
              .map(person -> actor(person, false))
              .toList();
      desk.hear(null, Platform.BROWSER, new News.Reactors(card, actors));
    }
  }

  private static Optional<Command> reaction(MessageRef ref, Sign sign, boolean on) {
    return switch (sign) {
      case HANDSHAKE -> Optional.of(on ? new Command.Reacted(ref) : new Command.Unreacted(ref));
      case HEART -> on ? Optional.of(new Command.Hearted(ref)) : Optional.empty();
    };
  }

  private static Command command(String text) {
    if (!text.startsWith("/")) {
      return new Command.PrivateText(text);
    }
    String[] parts = text.substring(1).split("\\s+", 2);
    return Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private Delivery delivery(Person person, boolean isPrivate, Command command, String id) {
    return new Delivery("room-" + id, actor(person, isPrivate), command, true);
  }

  private Actor actor(Person person, boolean isPrivate) {
    Set<String> here = Set.of(Maple.HOUSE);
    Whence whence =
        isPrivate
            ? new Whence.InPrivate(here, person.manages() ? here : Set.of())
            : new Whence.InPlace(
                Maple.PLACE,
                new Facts(Maple.TITLE, Maple.TITLE, room.people().size(), false, false),
                person.manages());
    return new Actor(Platform.BROWSER, person.id(), person.name(), LANGUAGE, whence);
  }

  /**
   * @param pressed the person's own message whose button was pressed, null if there is none
   */
  private Optional<Entry> show(
      Reply reply, Person person, boolean isPrivate, String id, @Nullable Entry pressed) {
    return switch (reply) {
      case Reply.Silent() -> Optional.empty();
      case Reply.Said said -> {
        boolean guarded = said.audience() == Reply.Audience.ACTOR_PROTECTED;
        Shown shown = Shown.of(said.message());
        Entry entry =
            said.redraws() && pressed != null
                ? pressed.showing(shown, guarded)
                : entry(
                    "a-" + id,
                    Entry.Kind.ANSWER,
                    person.id(),
                    Entry.KITH,
                    shown,
                    isPrivate,
                    guarded);
        room.show(entry);
        said.pending().ifPresent(desk::answered);
        yield Optional.of(entry);
      }
    };
  }

  private Entry entry(
      String id,
      Entry.Kind kind,
      String to,
      String by,
      Shown shown,
      boolean isPrivate,
      boolean guarded) {
    return new Entry(
        id,
        kind,
        to,
        by,
        clock.millis(),
        shown,
        0,
        0,
        null,
        List.of(),
        List.of(),
        isPrivate,
        guarded,
        false);
  }
}
