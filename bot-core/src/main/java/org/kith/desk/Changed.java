package org.kith.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Requests;
import org.kith.words.Text;

/**
 * A request becomes another: its card shows it, those who promised are told or asked again, and
 * whoever asked is told of what was changed for them.
 */
record Changed(Turn turn, Circle circle, CareRequest before) {

  /**
   * Changes it.
   *
   * @param after what it is from now on
   * @param details new private details, empty to take them away; null to leave them as they are
   */
  Reply to(CareRequest after, @Nullable String details) {
    Difference difference = new Difference(before, after);
    List<String> fields = difference.fields(turn.words());
    if (details != null) {
      fields.add(turn.say("edit.field.details"));
    }
    if (fields.isEmpty()) {
      return turn.answer("edit.nothing", "number", Notices.number(before));
    }
    if (isAskers()) {
      turn.tables().rewordings().forget(before.id());
    } else {
      turn.tables().rewordings().keep(before);
    }
    turn.tables().requests().reword(after);
    boolean clears = details != null && details.isEmpty();
    if (clears) {
      turn.tables().requests().destroyDetails(before.id());
    } else if (details != null) {
      turn.tables()
          .requests()
          .keepDetails(before.id(), turn.sealer().seal(details, Requests.sealedRow(before.id())));
    }
    String delivery = turn.delivery().id();
    if (delivery != null) {
      turn.tables().deliveries().ledTo(turn.actor().platform(), delivery, before.id());
    }
    CareRequest fresh = turn.tables().requests().find(before.id()).orElseThrow();
    turn.saying().card(fresh.id());
    boolean moved = difference.moves();
    Rings rings = turn.rings();
    if (moved) {
      window(fresh);
      rings.restart(circle, fresh);
    } else {
      rings.watch(circle, fresh);
    }
    GoBetween.changed(turn, circle, fresh);
    tellAsker(fresh);
    int told = tell(fresh, moved, difference.shows(), details != null);
    Calendars calendars = turn.calendars();
    turn.tables().claims().on(fresh.id()).stream()
        .filter(Claim::isInFlight)
        .forEach(claim -> calendars.changed(claim.id()));
    return answer(fresh, fields, moved, told, clears);
  }

  /** Whatever hangs on its time is planned anew. */
  private void window(CareRequest fresh) {
    turn.tables().due().cancel(What.CLOSE, fresh.id());
    for (Note note : List.of(Note.NOBODY_CAME, Note.DID_YOU_GET_IT)) {
      turn.tables().outbox().removeAbout(note, fresh.id());
    }
    turn.followUp().schedule(circle, fresh);
    Reminders reminders = turn.reminders();
    turn.tables().claims().on(fresh.id()).stream()
        .filter(Claim::isInFlight)
        .forEach(claim -> reminders.schedule(circle, fresh, claim));
  }

  private boolean isAskers() {
    return before.isAskedBy(turn.person());
  }

  /** Whoever asked hears of what somebody else has put in other words. */
  private void tellAsker(CareRequest fresh) {
    if (!isAskers() && fresh.asker() != null) {
      turn.tables().outbox().removeAbout(Note.REWORDED, fresh.id());
      turn.saying().tell(Note.REWORDED, circle, fresh.asker(), fresh.id());
    }
  }

  /** One message to each helper, whatever has changed; how many were told. */
  private int tell(CareRequest fresh, boolean moved, boolean shows, boolean details) {
    int told = 0;
    for (Claim claim : turn.tables().claims().on(fresh.id())) {
      // Whoever is only held has not been reached, and will read the newest state.
      if (claim.helper() != null && claim.state() instanceof ClaimState.Promised) {
        boolean opens = Notices.opens(circle, claim);
        if (details && !before.hasDetails() && !opens && fresh.asker() != null) {
          turn.saying().tell(Note.CLAIMED, circle, fresh.asker(), claim.id());
        }
        boolean gone = before.hasDetails() && !fresh.hasDetails();
        if (moved || shows || opens || gone) {
          tell(claim, claim.helper(), moved, shows, gone);
          told++;
        }
      }
    }
    return told;
  }

  /**
   * What is not said yet is said with this; a question that is not asked yet stays one. That there
   * may be other details is said with it, that there are none any more by itself.
   */
  private void tell(Claim claim, long helper, boolean moved, boolean shows, boolean gone) {
    boolean asks = turn.tables().outbox().removeAbout(Note.MOVED, claim.id()) || moved;
    boolean says = turn.tables().outbox().removeAbout(Note.CHANGED, claim.id()) || shows;
    boolean waits = turn.tables().outbox().removeAbout(Note.DETAILS_CHANGED, claim.id());
    if (moved) {
      turn.tables().outbox().removeAbout(Note.DID_IT_HAPPEN, claim.id());
    }
    if (asks || says) {
      turn.saying().tell(asks ? Note.MOVED : Note.CHANGED, circle, helper, claim.id());
    }
    boolean alone = gone || (waits && !before.hasDetails());
    if (alone || !(asks || says)) {
      turn.saying().tell(Note.DETAILS_CHANGED, circle, helper, claim.id());
    }
  }

  private Reply answer(
      CareRequest fresh, List<String> fields, boolean moved, int told, boolean clears) {
    Notices notices = new Notices(turn.tables(), turn.now());
    String number = Notices.number(fresh);
    Text.Builder text =
        new Text.Builder()
            .line(turn.say("edit.saved", "number", number, "fields", turn.words().list(fields)))
            .gap()
            .text(notices.described(circle, fresh, turn.words()));
    if (clears) {
      text.gap().line(turn.say("edit.details.cleared"));
    }
    if (told > 0 && isAskers()) {
      text.gap().line(turn.say(moved ? "edit.asked" : "edit.told", "count", told));
    }
    if (!isAskers()) {
      text.gap().line(turn.say(told > 0 ? "edit.others.told" : "edit.others"));
    }
    return turn.said(
        Message.of(
            text.build(), isAskers() ? own(notices, fresh) : new Entrusted(turn).buttons(fresh), 2),
        turn.say("edit.brief", "number", number));
  }

  private List<Button> own(Notices notices, CareRequest fresh) {
    return List.of(notices.change(fresh, turn.words()), notices.takeBack(fresh, turn.words()));
  }
}
