package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.care.Letter;
import org.kith.care.Talk;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.store.Draft;
import org.kith.store.StewardTalks;
import org.kith.store.Talks;
import org.kith.store.Talks.Awaited;
import org.kith.words.Clean;
import org.kith.words.Text;

/** Asker and helper write to each other through the bot, neither with the other's handle. */
final class Relay {
  /** How long the question for the words waits for an answer. */
  static final Duration ASKED = Duration.ofDays(1);

  private final Turn turn;
  private final Addressing addressing;
  private final Command.@Nullable WithPhoto photo;

  Relay(Turn turn) {
    this(turn, null);
  }

  /**
   * @param photo what came with a photo; null for words alone
   */
  Relay(Turn turn, Command.@Nullable WithPhoto photo) {
    this.turn = turn;
    this.addressing = new Addressing(turn);
    this.photo = photo;
  }

  boolean hasPhoto() {
    return photo != null;
  }

  /** What came with the photo; in the private chat it may be meant for nobody. */
  Reply pictured() {
    return switch (photo == null ? null : photo.words()) {
      case Command.PrivateText(String text) -> answered(text).orElseGet(Reply.Silent::new);
      case Command.Tell(Addressee to, String text) -> tell(to, text);
      case Command.WriteAbout(Target target, String text, boolean wasSeen) ->
          new RelayTyped(turn, this).typed(target, text, wasSeen);
      case null, default -> new Reply.Silent();
    };
  }

  /** Somebody wants to write: who will read it, and the question for the words. */
  Reply write(Addressee to) {
    return switch (to) {
      case Addressee.AboutRequest about -> addressing.one(about, way -> asksForWords(about, way));
      case Addressee.OverReport over -> new StewardTalking(turn).write(over);
    };
  }

  /** The words came in a form. */
  Reply tell(Addressee to, String text) {
    return switch (to) {
      case Addressee.AboutRequest about -> addressing.one(about, way -> pass(way, text, false));
      case Addressee.OverReport over -> wordsAlone(() -> new StewardTalking(turn).tell(over, text));
    };
  }

  /** Plain words in the private chat, if it was these that somebody wanted to write. */
  Optional<Reply> answered(String text) {
    return awaited()
        .flatMap(addressing::awaited)
        .map(way -> pass(way, text, false))
        .or(() ->
            awaitedBySteward()
                .map(one -> wordsAlone(() -> new StewardTalking(turn).answered(one, text))));
  }

  /** {@code /write Stu: Yes}, to a steward who talks with the actor; empty if it is not that. */
  Optional<Reply> typedToSteward(String text) {
    return photo == null ? new StewardTalking(turn).typed(text) : Optional.empty();
  }

  /** With a steward photos are not passed on. */
  private Reply wordsAlone(Supplier<Reply> words) {
    return photo == null ? words.get() : turn.answer("relay.words");
  }

  /**
   * A video, a file or a voice in the private chat: words alone are passed on, or photos. A voice
   * note that was for nobody is answered, too: somebody has just said what they need.
   */
  Reply notWords(boolean spoken) {
    return awaited()
        .flatMap(addressing::awaited)
        .<Reply>map(
            way -> turn.answer(way.circle().photos() ? "relay.words.photos" : "relay.words"))
        .or(() -> awaitedBySteward().map(_ -> turn.answer("relay.words")))
        .orElseGet(() -> spoken ? unheard() : new Reply.Silent());
  }

  private Reply unheard() {
    String sentence = turn.say("voice");
    Button ask = Button.first(turn.say("button.need"), new Command.NeedHelp(new Ask.Free("")));
    return turn.said(Message.of(Text.of(sentence), List.of(ask), 1), sentence);
  }

  /**
   * Passes words on, or says why not.
   *
   * @param wasSeen true if others could read what was typed
   */
  Reply pass(Way way, String typed, boolean wasSeen) {
    Optional<Reply> not = refused(way);
    if (not.isPresent()) {
      turn.tables().talks().heard(turn.person());
      return not.get();
    }
    Optional<String> useless = new PhotoPassing(turn, photo).refused(way);
    if (useless.isPresent()) {
      return said(useless.get(), wasSeen);
    }
    String words = Clean.lines(typed);
    if (words.isEmpty() && photo == null) {
      return turn.answer("relay.empty");
    }
    if (words.length() > Letter.LONGEST) {
      return turn.answer(wasSeen ? "relay.long.seen" : "relay.long", "limit", Letter.LONGEST);
    }
    boolean question = way.isQuestion();
    letter(way, words, false);
    String sent = say(question ? "relay.sent.question" : "relay.sent", way);
    return said(sent + new PhotoPassing(turn, photo).note(), wasSeen);
  }

  private Reply said(String sentences, boolean wasSeen) {
    String all = wasSeen ? sentences + "\n" + turn.say("relay.seen") : sentences;
    return turn.said(Message.of(Text.of(all)), sentences);
  }

  /**
   * Puts a letter on its way, also to whoever has blocked its writer: there it ends when it is to
   * be sent, so that nothing that is kept of it differs from what is kept of any other.
   *
   * @param shares true if it says how the writer can be found
   */
  void letter(Way way, String words, boolean shares) {
    Talks talks = turn.tables().talks();
    Talk talk = talks.begin(way.request().id(), way.other());
    talks.stop(talk.id(), way.fromAsker(), false); // Whoever writes wants to be answered.
    talks.heard(turn.person());
    String sealed = turn.sealer().seal(words, Talks.sealedRow(talk.id()));
    long letter =
        talks.write(talk.id(), way.fromAsker(), turn.person(), shares, sealed, turn.now());
    new PhotoPassing(turn, photo).keep(letter);
    Long reader = way.reader();
    if (reader != null) {
      turn.saying().tell(Note.LETTER, way.circle(), reader, letter);
    }
  }

  /** Why nothing can go this way now, if so. */
  Optional<Reply> refused(Way way) {
    if (isBlockedByName(way)) {
      return Optional.of(turn.answer("relay.unblock", "name", way.readerAlone(turn.words())));
    }
    String why =
        switch (way.passing()) {
          case FREE -> null;
          case UNANSWERED -> "relay.unanswered";
          case NOT_YET -> way.fromAsker() ? "relay.over" : "relay.notyet";
          case NOBODY -> "relay.nobody";
          case STOPPED -> "relay.stopped.you";
          case OFF -> "relay.off";
          case ENDED -> "relay.ended";
        };
    return Optional.ofNullable(why)
        .map(key -> {
          String sentence = say(key, way);
          return turn.said(Message.of(Text.of(sentence)), sentence);
        });
  }

  /** Blocked under another name, they are not given away by it. */
  private boolean isBlockedByName(Way way) {
    Long reader = way.reader();
    return reader != null
        && turn.tables().blocks().of(turn.person()).stream()
            .anyMatch(block ->
                block.blocked() == reader && block.shown().equals(way.readerAlone(turn.words())));
  }

  /** A sentence with the reader's name, at its beginning or within it, and the number. */
  String say(String key, Way way) {
    return turn.say(
        key,
        "name",
        way.readerName(turn.words()),
        "first",
        way.readerFirst(turn.words()),
        "number",
        Notices.number(way.request()));
  }

  /** Who will read it, and who else could, is said before it is typed. */
  Reply asksForWords(Addressee.AboutRequest to, Way way) {
    Optional<Reply> not = refused(way);
    if (not.isPresent()) {
      return not.get();
    }
    boolean question = way.isQuestion();
    boolean form = turn.actor().platform() == Platform.DISCORD;
    String head = say(form ? "relay.write.form" : "relay.write", way);
    Text.Builder told = new Text.Builder().line(head);
    if (!form && !turn.isPrivate()) {
      told.line(say("relay.write.typed", way));
    }
    boolean photos = way.circle().photos();
    told.line(say(question ? "relay.told.question" : "relay.told", way))
        .line(turn.say(photos ? "relay.host.photos" : "relay.host", "limit", Letter.LONGEST));
    if (form && photos) {
      told.line(say("relay.host.photo.typed", way));
    }
    Text text = told.build();
    if (form) {
      Button button = Button.first(turn.say("button.write.it"), new Command.Write(to));
      return turn.said(Message.of(text, button), head);
    }
    turn.tables()
        .talks()
        .await(new Awaited(turn.person(), way.request().id(), way.other(), turn.now()));
    return new Reply.Said(
        Message.of(text),
        Notices.clip(head, Reply.Said.LONGEST_BRIEF),
        Reply.Audience.ACTOR,
        OptionalLong.empty(),
        Code.payload(new Command.Write(to)),
        false);
  }

  /** For whom somebody was asked for words, unless they were asked for something else since. */
  private Optional<Awaited> awaited() {
    return turn.tables()
        .talks()
        .awaited(turn.person())
        .filter(awaited -> isStillAsked(awaited.at()));
  }

  private Optional<StewardTalks.Awaited> awaitedBySteward() {
    return turn.tables()
        .stewardTalks()
        .awaited(turn.person())
        .filter(awaited -> isStillAsked(awaited.at()));
  }

  private boolean isStillAsked(Instant at) {
    return at.plus(ASKED).isAfter(turn.now())
        && !isAfter(askedForCard(), at)
        && !isAfter(askedForDraft(), at);
  }

  private static boolean isAfter(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other);
  }

  private @Nullable Instant askedForCard() {
    return turn.tables().cards().askedAt(turn.person()).orElse(null);
  }

  private @Nullable Instant askedForDraft() {
    return turn.tables()
        .drafts()
        .newest(turn.account().id())
        .filter(draft -> draft.asking() != null)
        .map(Draft::changedAt)
        .orElse(null);
  }
}
