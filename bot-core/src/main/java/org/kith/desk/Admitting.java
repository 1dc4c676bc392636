package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.kith.circle.LinkCode;
import org.kith.circle.Place;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * Where the host lets in only whom they have invited: a group that nobody knows yet is answered one
 * sentence, and nothing of it is stored, until whoever manages it types a code of the host's.
 */
record Admitting(Tables tables, Instant now) {
  /** How long a code of the host's works. */
  static final Duration WORKS = Duration.ofDays(14);

  /** What a group that was not let in is to have for an answer. */
  enum Answer {
    /** What was typed is decided like anywhere else. */
    AS_EVER,
    /** It is let in by this, and told so. */
    WELCOME,
    /** How it can be let in, and nothing else. */
    HOW
  }

  /** How a command is answered; a code of the host's is used up. */
  Answer to(Delivery delivery) {
    if (!(delivery.actor().whence() instanceof Whence.InPlace in)
        || isKnown(in.place())
        || delivery.command() instanceof Command.Crisis) {
      return Answer.AS_EVER;
    }
    if (!(delivery.command() instanceof Command.CircleJoin(String code)) || !in.mayManage()) {
      return Answer.HOW;
    }
    if (tables.linkCodes().circle(LinkCode.fingerprint(code), now).isPresent()) {
      return Answer.AS_EVER; // It becomes part of a circle that was let in.
    }
    return tables.invitations().take(code, now.minus(WORKS)) ? Answer.WELCOME : Answer.HOW;
  }

  /** True for any place in a house that was let in, or was there before. */
  boolean isKnown(Place place) {
    return !tables.circles().spacesIn(place.platform(), place.house()).isEmpty();
  }

  /** How the group can be let in, to whoever typed something in it. */
  static Reply how(Delivery delivery) {
    if (!delivery.answerable()) {
      return new Reply.Silent();
    }
    String sentence = Words.in(delivery.actor().language()).say("admit.needed");
    return new Reply.Said(
        Message.of(Text.of(sentence)),
        Notices.clip(sentence, Reply.Said.LONGEST_BRIEF),
        Reply.Audience.ACTOR,
        OptionalLong.empty(),
        null,
        false);
  }

  /** To whoever typed the code. */
  static Reply welcome(Turn turn) {
    return turn.answer("admit.done");
  }
}
