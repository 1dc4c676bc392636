package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.CareCards;
import org.kith.store.Draft;
import org.kith.store.Tables;
import org.kith.words.Clean;
import org.kith.words.Text;

/** What somebody wants every helper of theirs to know: written once, shown to the one at hand. */
final class CareCard {
  /** The most characters that it can have. */
  static final int LONGEST = 1000;

  /** How long the question what it is to say waits for an answer. */
  static final Duration ASKED = Duration.ofDays(1);

  private final Turn turn;

  CareCard(Turn turn) {
    this.turn = turn;
  }

  /** Shows one's own, and what it is for. */
  Reply show() {
    String own = own().orElse(null);
    Text.Builder text = new Text.Builder().strong(turn.say("carecard.head"));
    if (own == null) {
      text.line(turn.say("carecard.none"));
    } else {
      own.lines().forEach(text::line);
    }
    text.gap().line(turn.say("carecard.what"));
    Button change =
        Button.plain(
            turn.say(own == null ? "button.carecard.write" : "button.carecard.change"),
            new Command.ChangeCareCard());
    Message message =
        own == null
            ? Message.of(text.build(), change)
            : Message.of(
                text.build(),
                change,
                Button.plain(turn.say("button.carecard.clear"), new Command.ClearCareCard()));
    return new Reply.Said(
        message,
        turn.say("carecard.brief"),
        Reply.Audience.ACTOR_PROTECTED,
        OptionalLong.empty(),
        Code.payload(new Command.ShowCareCard()),
        false);
  }

  /**
   * Writes it anew.
   *
   * @param wasSeen true if others could read what was typed
   */
  Reply write(String typed, boolean wasSeen) {
    String clean = Clean.lines(typed);
    if (clean.isEmpty()) {
      return show();
    }
    if (turn.words()
        .alternatives("carecard.read.clear")
        .contains(clean.toLowerCase(turn.words().locale()))) {
      return clear();
    }
    if (clean.length() > LONGEST) {
      return turn.answer(wasSeen ? "carecard.long.seen" : "carecard.long", "limit", LONGEST);
    }
    String row = CareCards.sealedRow(turn.person());
    turn.tables().cards().write(turn.person(), turn.sealer().seal(clean, row));
    return turn.answer(wasSeen ? "carecard.written.seen" : "carecard.written");
  }

  /** What is it to say? In the private chat the next words are the answer. */
  Reply change() {
    if (turn.isPrivate()) {
      turn.tables().cards().asked(turn.person(), turn.now());
    }
    return turn.answer(turn.isPrivate() ? "carecard.write" : "carecard.type", "limit", LONGEST);
  }

  /** Destroys it. */
  Reply clear() {
    turn.tables().cards().clear(turn.person());
    return turn.answer("carecard.cleared");
  }

  /** Plain words in the private chat, if it was this that they answer. */
  Optional<Reply> answered(String text) {
    Instant asked =
        turn.tables()
            .cards()
            .askedAt(turn.person())
            .filter(at -> at.plus(ASKED).isAfter(turn.now()))
            .orElse(null);
    boolean other =
        turn.tables()
            .drafts()
            .newest(turn.account().id())
            .filter(draft -> draft.asking() != null)
            .map(Draft::changedAt)
            .filter(at -> asked != null && at.isAfter(asked))
            .isPresent();
    return asked == null || other ? Optional.empty() : Optional.of(write(text, false));
  }

  /**
   * True if the card of whoever needs this is for the helpers of this request: where private parts
   * are taken.
   */
  static boolean goesWith(Tables tables, Circle circle, CareRequest request) {
    return circle.detailsOpen() != DetailsOpen.OFF
        && !request.anonymous() // Whoever helped before would know it again.
        && request.person() != null
        && tables.cards().has(request.person());
  }

  /** The card that goes with a request, opened: only for whoever may see it now. */
  static Optional<String> of(Turn turn, Circle circle, CareRequest request) {
    Long person = request.person();
    return person == null || !goesWith(turn.tables(), circle, request)
        ? Optional.empty()
        : turn.tables()
            .cards()
            .sealed(person)
            .map(sealed -> turn.sealer().unseal(sealed, CareCards.sealedRow(person)));
  }

  private Optional<String> own() {
    return turn.tables()
        .cards()
        .sealed(turn.person())
        .map(sealed -> turn.sealer().unseal(sealed, CareCards.sealedRow(turn.person())));
  }
}
