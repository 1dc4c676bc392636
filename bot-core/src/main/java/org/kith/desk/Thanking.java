package org.kith.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Thanks;
import org.kith.care.Thanks.Way;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Space;
import org.kith.command.Actor;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;
import org.kith.words.Clean;
import org.kith.words.Text;

/** Thanks, when somebody wants to: never asked for, counted nowhere. */
final class Thanking {
  private static final int LONGEST_NAME = 40;

  private final Turn turn;
  private final Notices notices;

  Thanking(Turn turn) {
    this.turn = turn;
    this.notices = new Notices(turn.tables(), turn.now());
  }

  /**
   * Typed: with words of one's own, or without.
   *
   * @param way how it is to be said, as an option of its own; null if the words say it ("public:
   *     …"), or if it is to be asked
   */
  Reply typed(Target target, @Nullable String words, @Nullable Way way) {
    return new Picking(turn)
        .one(target, Thanking::same, this::kept, request -> typed(request, words, way));
  }

  /** The button: how shall it be said? */
  Reply offered(long requestId) {
    return typed(new Target.Known(requestId), null, null);
  }

  /** The button that says how. */
  Reply said(long requestId, Way way) {
    return new Picking(turn)
        .one(
            new Target.Known(requestId),
            Thanking::same,
            this::kept,
            request -> refused(request).orElseGet(() -> said(request, way)));
  }

  /** ❤ from the asker on the card: told to the helpers, unless thanks were said already. */
  Reply hearted(MessageRef message) {
    Post post = Reacting.post(turn.tables(), message).orElse(null);
    CareRequest request =
        post == null ? null : turn.tables().requests().find(post.requestId()).orElse(null);
    if (request != null
        && refused(request).isEmpty()
        && turn.tables().thanks().of(request.id()).isEmpty()) {
      say(request, null, Way.PRIVATE);
    }
    return new Reply.Silent();
  }

  /**
   * True if this is the card of this person's own request: anybody else's ❤ is not for the bot. Nor
   * is theirs where they asked without their name: the answer to it would tell.
   */
  static boolean isTheirs(Tables tables, Actor actor, MessageRef message) {
    Long person =
        tables
            .people()
            .find(actor.platform(), actor.externalId())
            .map(Account::personId)
            .orElse(null);
    return person != null
        && Reacting.post(tables, message)
            .flatMap(post -> tables.requests().find(post.requestId()))
            .filter(request -> request.isAskedBy(person) && !request.anonymous())
            .isPresent();
  }

  /** Those who helped, as long as they are known; once also who did a part and then the rest. */
  static List<Claim> helpers(Tables tables, CareRequest request) {
    Set<Long> known = new HashSet<>();
    return tables.claims().on(request.id()).stream()
        .filter(claim -> claim.state() instanceof ClaimState.Kept)
        .filter(claim -> claim.helper() != null && known.add(claim.helper()))
        .toList();
  }

  private Reply typed(CareRequest request, @Nullable String typed, @Nullable Way way) {
    Optional<Reply> not = refused(request);
    if (not.isPresent()) {
      return not.get();
    }
    Spoken spoken = way == null ? spoken(typed) : new Spoken(typed, way);
    String words = spoken.words == null ? "" : Clean.line(spoken.words);
    if (words.length() > Thanks.LONGEST) {
      return turn.answer("thanks.long", "limit", Thanks.LONGEST);
    }
    Thanks before = turn.tables().thanks().of(request.id()).orElse(null);
    boolean more = !words.isEmpty() && (before == null || before.words() == null);
    if (before != null && before.isSaid() && !more) {
      return already(request);
    }
    if (!words.isEmpty()) {
      turn.tables()
          .thanks()
          .write(request.circleId(), new Thanks(request.id(), words, null, turn.now()));
    }
    return spoken.way == null ? how(request) : said(request, spoken.way);
  }

  /** "Public: you saved my week": how, and what. */
  private Spoken spoken(@Nullable String typed) {
    String[] parts = typed == null ? new String[0] : typed.split(":", 2);
    if (parts.length == 2) {
      String first = parts[0].strip().toLowerCase(turn.words().locale());
      for (Way way : Way.values()) {
        if (turn.words().alternatives(wordsFor(way)).contains(first)) {
          return new Spoken(parts[1], way);
        }
      }
    }
    return new Spoken(typed, null);
  }

  private static String wordsFor(Way way) {
    return switch (way) {
      case PRIVATE -> "thanks.read.private";
      case PUBLIC -> "thanks.read.public";
      case ANONYMOUS -> "thanks.read.anonymous";
    };
  }

  private Reply how(CareRequest request) {
    String words = turn.tables().thanks().of(request.id()).map(Thanks::words).orElse(null);
    String question =
        words == null
            ? turn.say("thanks.how", "number", Notices.number(request))
            : turn.say("thanks.how.words", "number", Notices.number(request), "words", words);
    String helpers =
        turn.words()
            .list(
                helpers(turn.tables(), request).stream()
                    .map(claim -> notices.helper(request, claim, turn.words()))
                    .toList());
    Text text =
        new Text.Builder()
            .line(question)
            .line(turn.say(request.anonymous() ? "thanks.ways.unnamed" : "thanks.ways"))
            .build();
    return turn.said(
        Message.of(
            text,
            button(
                turn.say("button.thanks.private", "helper", Notices.clip(helpers, LONGEST_NAME)),
                request,
                Way.PRIVATE),
            button(turn.say("button.thanks.public"), request, Way.PUBLIC),
            button(turn.say("button.thanks.anonymous"), request, Way.ANONYMOUS)),
        question);
  }

  private static Button button(String label, CareRequest request, Way way) {
    return Button.plain(label, new Command.GiveThanks(request.id(), way));
  }

  private Reply said(CareRequest request, Way way) {
    Thanks before = turn.tables().thanks().of(request.id()).orElse(null);
    if (before != null && before.isSaid()) {
      return already(request);
    }
    say(request, before == null ? null : before.words(), way);
    return turn.answer(way == Way.PUBLIC ? "thanks.done.public" : "thanks.done");
  }

  private void say(CareRequest request, @Nullable String words, Way way) {
    turn.tables()
        .thanks()
        .write(request.circleId(), new Thanks(request.id(), words, way, turn.now()));
    Circle circle = turn.circleBehind(request);
    if (way == Way.PUBLIC) {
      for (Space space : turn.tables().circles().spacesOf(circle.id())) {
        turn.tables()
            .outbox()
            .post(
                Note.THANKS_LINE,
                circle.id(),
                space.place(),
                request.id(),
                circle.language(),
                turn.now());
      }
      return;
    }
    for (Claim claim : helpers(turn.tables(), request)) {
      if (claim.helper() != null) {
        turn.tables().outbox().removeAbout(Note.THANKS, claim.id());
        turn.saying().tell(Note.THANKS, circle, claim.helper(), claim.id());
      }
    }
  }

  private Reply already(CareRequest request) {
    return turn.answer("thanks.already", "number", Notices.number(request));
  }

  /** Why nobody can be thanked for this by the actor, if so. */
  private Optional<Reply> refused(CareRequest request) {
    String why =
        request.asker() == null
            ? "thanks.forgotten"
            : !request.isAskedBy(turn.person())
                ? "thanks.notyours"
                : !helpers(turn.tables(), request).isEmpty()
                    ? null
                    : request.isEnded() ? "thanks.nobody" : "thanks.notyet";
    return why == null
        ? Optional.empty()
        : Optional.of(turn.answer(why, "number", Notices.number(request)));
  }

  private List<CareRequest> kept(Circle circle) {
    return turn.tables().requests().endedOf(circle.id(), turn.person()).stream()
        .filter(request -> !helpers(turn.tables(), request).isEmpty())
        .toList();
  }

  private static Command same(Target target) {
    return target instanceof Target.Known(long id)
        ? new Command.SayThanks(id)
        : new Command.Thanks(target, null, null);
  }

  private record Spoken(@Nullable String words, @Nullable Way way) {}
}
