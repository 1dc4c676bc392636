package org.kith.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Talk;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Blocks.Block;
import org.kith.words.Text;

/**
 * Somebody wants to hear nothing more from somebody: about one request, or ever again. Whoever is
 * blocked can't find out.
 */
record Parting(Turn turn) {

  /** Nothing more about this request. */
  Reply stop(Way way) {
    Talk talk = turn.tables().talks().begin(way.request().id(), way.other());
    turn.tables().talks().stop(talk.id(), way.fromAsker(), true);
    String answer = new Relay(turn).say("relay.stopped", way);
    return turn.said(
        Message.of(
            Text.of(answer),
            Button.plain(turn.say("button.block"), new Command.BlockOther(talk.id()))),
        answer);
  }

  /** Nothing more, ever, and no help with what the actor asks: what was promised is freed. */
  Reply block(Way way) {
    Long other = way.reader();
    if (other == null) {
      return turn.answer("target.gone");
    }
    String first = way.readerFirst(turn.words());
    return block(
        other, way.readerAlone(turn.words()), first, one -> isSameFace(way.request(), one));
  }

  /** The same for a member by their name. */
  Reply block(long other, String name) {
    return block(other, name, name, one -> !one.anonymous());
  }

  private Reply block(long other, String shown, String first, Predicate<CareRequest> frees) {
    turn.tables().blocks().add(turn.person(), other, shown, turn.now());
    for (long id : turn.tables().blocks().claims(turn.person(), other)) {
      Claim claim = turn.tables().claims().find(id).orElseThrow();
      CareRequest request = turn.locked(claim.requestId());
      if (request != null && frees.test(request)) {
        turn.ending().release(request, claim);
        if (claim.isInFlight()) {
          turn.saying().tell(Note.FREED, turn.circleBehind(request), other, id);
        }
      }
    }
    String answer = turn.say("relay.blocked", "first", first);
    Text text =
        new Text.Builder().line(answer).line(turn.say("block.limits", "first", first)).build();
    return turn.said(Message.of(text, unblockButtons(turn), 2), answer);
  }

  /** What is freed together tells its helper that it was asked by one person. */
  private static boolean isSameFace(CareRequest one, CareRequest other) {
    return one.id() == other.id() || (!one.anonymous() && !other.anonymous());
  }

  /** A block is taken back, by its button. */
  Reply unblock(long id) {
    return unblock(
        turn.tables().blocks().find(id).filter(block -> block.person() == turn.person()));
  }

  /** A block is taken back, by the name that the settings show. */
  Reply unblock(String typed) {
    return unblock(
        turn.tables().blocks().of(turn.person()).stream()
            .filter(block -> block.shown().equalsIgnoreCase(typed.strip()))
            .findFirst());
  }

  private Reply unblock(Optional<Block> block) {
    if (block.isEmpty()) {
      return turn.answer("relay.unblocked.nobody");
    }
    turn.tables().blocks().remove(block.get().id());
    return turn.answer("relay.unblocked", "name", block.get().shown());
  }

  /** The blocks that somebody can take back: the newest few. */
  static List<Button> unblockButtons(Turn turn) {
    return turn.tables().blocks().of(turn.person()).reversed().stream()
        .limit(Message.MOST_IN_A_ROW)
        .map(block ->
            Button.plain(
                Notices.clip(turn.say("button.unblock", "name", block.shown())),
                new Command.Unblock(block.id())))
        .toList();
  }

  /**
   * True for whom the asker has blocked or a steward barred, once they were asked or answered as if
   * they helped: what they press below that is answered so, too.
   */
  boolean isAsIfHelping(CareRequest request) {
    return turn.tables().askings().isAsked(request.id(), turn.person())
        && (turn.isBarred(request.circleId())
            || turn.tables().blocks().blocksFrom(request.id(), turn.person()));
  }

  /**
   * To whom the asker has blocked, for any press: what everybody is answered where details open
   * after a yes. It ends there.
   */
  Reply waits(Circle circle, CareRequest request, @Nullable String part, String payload) {
    turn.tables().askings().told(request.id(), turn.person());
    Told told = new Notices(turn.tables(), turn.now()).waiting(circle, request, part, turn.words());
    return turn.sure(told.message(), told.brief(), Note.WAITS, request.id(), payload);
  }
}
