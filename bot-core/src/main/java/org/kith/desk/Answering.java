package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.words.Text;

/** What people say when the bot asks them because nobody has come. */
record Answering(Turn turn) {
  private static final Pattern NUMBER_AND_WORDS = Pattern.compile("#?(\\p{Nd}{1,9})\\s+(.+)");

  /** I can't: nobody hears of it, and nobody asks again about this request. */
  Reply cantHelp(long requestId) {
    CareRequest request = turn.locked(requestId);
    if (request == null || turn.circleOf(request).isEmpty()) {
      return turn.answer("target.gone");
    }
    return cantHelp(request);
  }

  /** The same for a request that is known. */
  Reply cantHelp(CareRequest request) {
    // What has ended takes no new names: three days later nobody would forget this one.
    if (request.isEnded()) {
      return turn.answer("claim.ended", "number", Notices.number(request));
    }
    turn.tables().askings().decline(request.id(), turn.person());
    StandingBy.of(turn, request).ifPresent(claim -> turn.ending().release(request, claim));
    return turn.answer("cant.done", "number", Notices.number(request));
  }

  /** Somebody who looks after the circle takes care of it. */
  Reply lookAfter(Target target) {
    return new Picking(turn).one(target, Command.LookAfter::new, this::lookAfter);
  }

  private Reply lookAfter(CareRequest request) {
    Circle circle = turn.circleOf(request).orElseThrow();
    long requestId = request.id();
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    if (request.isOwnOf(turn.person())) {
      return GoBetween.own(turn, request);
    }
    if (request.isOpen()) {
      turn.tables()
          .requests()
          .enter(requestId, new RequestState.LookedAfter(turn.now()), turn.now());
      turn.saying().card(requestId);
      turn.rings().watch(circle, turn.tables().requests().find(requestId).orElseThrow());
      if (request.asker() != null) {
        turn.saying().tell(Note.LOOKED_AFTER, circle, request.asker(), requestId);
      }
    } else if (!(request.state() instanceof RequestState.LookedAfter)) {
      return new Helping(turn).notOpen(circle, request);
    }
    String answer = turn.say("lookafter.done", "number", Notices.number(request));
    return turn.said(Message.of(Text.of(answer), stewardButtons(turn, request), 2), answer);
  }

  /** What whoever looks after a request can do when it is settled, or can't be. */
  static List<Button> stewardButtons(Turn turn, CareRequest request) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.plain(turn.say("button.done"), new Command.Done(Notices.known(request))));
    buttons.add(Button.plain(turn.say("button.back"), new Command.PostAgain(request.id())));
    buttons.addAll(Entrusted.buttons(request, turn.words()));
    return buttons;
  }

  /** The asker says what becomes of a request when nobody comes. */
  Reply ifNobodyComes(long requestId, boolean quietly) {
    CareRequest request = turn.locked(requestId);
    if (request == null || !request.isAskedBy(turn.person())) {
      return turn.answer("target.gone");
    }
    if (request.isEnded()) {
      return turn.answer("claim.ended", "number", Notices.number(request));
    }
    Circle circle = turn.circleBehind(request);
    turn.tables().askings().quietly(requestId, quietly);
    turn.rings().restart(circle, request);
    String answer =
        turn.say(quietly ? "ring.quiet.done" : "ring.wider.done", "number", number(request));
    Command other = new Command.IfNobodyComes(requestId, !quietly);
    String label = turn.say(quietly ? "button.wider" : "button.quiet");
    return turn.said(Message.of(Text.of(answer), Button.plain(label, other)), answer);
  }

  /** Typed: {@code /cancel 12 if nobody comes}, and {@code /cancel 12 ask wider} against it. */
  Optional<Reply> typedIfNobodyComes(Target target) {
    if (!(target instanceof Target.Unsaid(String typed))) {
      return Optional.empty();
    }
    Matcher matcher = NUMBER_AND_WORDS.matcher(typed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String words = matcher.group(2).toLowerCase(Locale.ROOT);
    boolean quietly = turn.words().alternatives("ring.read.quiet").contains(words);
    if (!quietly && !turn.words().alternatives("ring.read.wider").contains(words)) {
      return Optional.empty();
    }
    Target meant = new Target.Numbered(Integer.parseInt(matcher.group(1)));
    return Optional.of(
        new Picking(turn)
            .one(meant, Command.Cancel::new, request -> ifNobodyComes(request.id(), quietly)));
  }

  private static String number(CareRequest request) {
    return Notices.number(request);
  }
}
