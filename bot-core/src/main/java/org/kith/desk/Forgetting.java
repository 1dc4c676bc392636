package org.kith.desk;

import java.util.List;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.RequestState;
import org.kith.circle.Account;
import org.kith.command.Actor;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * Somebody wants to be forgotten: in every circle, on every platform, and told what that leaves.
 */
record Forgetting(Turn turn) {

  /** What is still to be said to somebody who is forgotten is about no person that is known. */
  static final long NOBODY = 0;

  /** True if what this command deletes may still be found in the bytes of the file. */
  static boolean leavesTraces(Command command) {
    return command instanceof Command.ForgetMe(boolean sure) && sure;
  }

  /** The circles that a command to forget somebody changes: all in which anything leads to them. */
  static List<Long> circles(Tables tables, Delivery delivery) {
    Actor actor = delivery.actor();
    return leavesTraces(delivery.command())
        ? tables
            .people()
            .find(actor.platform(), actor.externalId())
            .map(account -> tables.erasing().circles(account.personId()))
            .orElse(List.of())
        : List.of();
  }

  /** What it would mean, and the button for it. */
  Reply ask() {
    String question = turn.say("forget.question");
    Text text = new Text.Builder().line(question).gap().line(turn.say("forget.sure")).build();
    return turn.said(
        Message.of(text, Button.plain(turn.say("button.forget"), new Command.ForgetMe(true))),
        turn.say("forget.brief"));
  }

  /** Forgets whoever acts. What can't be reached is said. */
  Reply forget() {
    Tables tables = turn.tables();
    long person = turn.person();
    List<Account> accounts = tables.people().accountsOf(person);
    List<Long> touched = tables.erasing().requests(person);
    boolean barred = tables.erasing().isBarred(person);
    release(person);
    touched.forEach(id -> tables.requests().find(id).ifPresent(this::takeBack));
    Lapsing lapsing = new Lapsing(tables, turn.now());
    tables.erasing().awaiting(person).forEach(lapsing::due);
    for (long draft : tables.erasing().drafts(person)) {
      tables.due().cancel(What.POST, draft);
      lapsing.remove(draft);
    }
    tables.erasing().erase(person, accounts);
    new LeftBehind(tables).write();
    accounts.forEach(one -> Clearing.empty(tables, one, Note.FORGOTTEN, NOBODY, turn.now()));
    touched.forEach(this::redraw);
    Text.Builder text =
        new Text.Builder().line(turn.say("forget.done")).line(turn.say("forget.coming"));
    if (!turn.isPrivate()) { // There it would be taken away with all else, and said anew.
      left(text, barred, turn.words());
    }
    return turn.said(Message.of(text.build()), turn.say("forget.done"));
  }

  /** The last word in a private chat that was emptied: that it is done, and what that leaves. */
  static Message lastWord(Tables tables, Row row, Words words) {
    boolean barred =
        tables
            .people()
            .find(row.platform(), String.valueOf(row.account()))
            .filter(account -> tables.erasing().isBarred(account.personId()))
            .isPresent();
    Text.Builder text =
        new Text.Builder()
            .line(words.say("forget.done"))
            .gap()
            .line(Clearing.left(row.platform(), words));
    left(text, barred, words);
    return Message.of(text.build());
  }

  private static void left(Text.Builder text, boolean barred, Words words) {
    text.gap().line(words.say("forget.left"));
    if (barred) {
      text.gap().line(words.say("forget.barred"));
    }
  }

  /** Open promises go back on the board; those who asked are told, without a why. */
  private void release(long person) {
    for (long id : turn.tables().erasing().requests(person)) {
      for (Claim claim : turn.tables().claims().on(id)) {
        CareRequest request = turn.tables().requests().find(id).orElseThrow();
        if (claim.isBy(person) && claim.isInFlight() && !request.isEnded()) {
          new Helping(turn).release(request, claim);
        } else if (claim.isBy(person) && claim.isStandby()) {
          turn.tables().claims().drop(claim.id());
        }
      }
    }
  }

  /** An open request ends; one that is somebody else's need is from now on theirs to answer for. */
  private void takeBack(CareRequest request) {
    long person = turn.person();
    Behalf behalf = request.behalf();
    Long other = behalf == null || request.isFor(person) ? null : behalf.person();
    boolean concerns = request.isAskedBy(person) || request.isFor(person);
    if (concerns && other != null) {
      turn.tables().requests().answerTo(request.id(), other);
    } else if (concerns && !request.isEnded()) {
      turn.ending().end(request, new RequestState.Withdrawn(turn.now()), person);
    }
  }

  /** A card that showed their name shows it no more. */
  private void redraw(long request) {
    if (turn.tables().requests().find(request).filter(one -> !one.isEnded()).isPresent()) {
      turn.saying().changed(request);
    }
  }
}
