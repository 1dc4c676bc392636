package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Circle;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Requests;
import org.kith.words.Text;

/** A request becomes another: its card shows it, those who promised are told or asked again. */
record Changed(Turn turn, Circle circle, CareRequest before) {

  /**
   * Changes it.
   *
   * @param after what it is from now on
   * @param details new private details; null to leave them as they are
   */
  Reply to(CareRequest after, @Nullable String details) {
    List<String> fields = fields(after, details);
    if (fields.isEmpty()) {
      return turn.answer("edit.nothing", "number", Notices.number(before));
    }
    turn.tables().requests().reword(after);
    if (details != null) {
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
    boolean moved = !after.window().equals(before.window());
    Rings rings = turn.rings();
    if (moved) {
      window(fresh);
      rings.restart(circle, fresh);
    } else {
      rings.watch(circle, fresh);
    }
    GoBetween.changed(turn, circle, fresh);
    int told = tell(fresh, moved, shows(after), details != null);
    Calendars calendars = turn.calendars();
    turn.tables().claims().on(fresh.id()).stream()
        .filter(Claim::isInFlight)
        .forEach(claim -> calendars.changed(claim.id()));
    return answer(fresh, fields, moved, told);
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
        if (moved || shows || opens) {
          tell(claim, claim.helper(), moved, shows);
          told++;
        }
      }
    }
    return told;
  }

  /** What is not said yet is said with this; a question that is not asked yet stays one. */
  private void tell(Claim claim, long helper, boolean moved, boolean shows) {
    boolean asks = turn.tables().outbox().removeAbout(Note.MOVED, claim.id()) || moved;
    boolean says = turn.tables().outbox().removeAbout(Note.CHANGED, claim.id()) || shows;
    turn.tables().outbox().removeAbout(Note.DETAILS_CHANGED, claim.id());
    if (moved) {
      turn.tables().outbox().removeAbout(Note.DID_IT_HAPPEN, claim.id());
    }
    Note note = asks ? Note.MOVED : says ? Note.CHANGED : Note.DETAILS_CHANGED;
    turn.saying().tell(note, circle, helper, claim.id());
  }

  private Reply answer(CareRequest fresh, List<String> fields, boolean moved, int told) {
    Notices notices = new Notices(turn.tables(), turn.now());
    String number = Notices.number(fresh);
    Text.Builder text =
        new Text.Builder()
            .line(turn.say("edit.saved", "number", number, "fields", turn.words().list(fields)))
            .gap()
            .text(notices.described(circle, fresh, turn.words()));
    if (told > 0) {
      text.gap().line(turn.say(moved ? "edit.asked" : "edit.told", "count", told));
    }
    return turn.said(
        Message.of(
            text.build(),
            notices.change(fresh, turn.words()),
            notices.takeBack(fresh, turn.words())),
        turn.say("edit.brief", "number", number));
  }

  /** True if the public words are others. */
  private boolean shows(CareRequest after) {
    return after.kind() != before.kind()
        || !after.what().equals(before.what())
        || !Objects.equals(after.near(), before.near())
        || after.helpers() != before.helpers();
  }

  /** The names of what is changed. */
  private List<String> fields(CareRequest after, @Nullable String details) {
    List<String> fields = new ArrayList<>();
    add(fields, "kind", after.kind() != before.kind());
    add(fields, "what", !after.what().equals(before.what()));
    add(fields, "when", !after.window().equals(before.window()));
    add(fields, "where", !Objects.equals(after.near(), before.near()));
    add(fields, "helpers", after.helpers() != before.helpers());
    add(fields, "details", details != null);
    return fields;
  }

  private void add(List<String> fields, String name, boolean changed) {
    if (changed) {
      fields.add(turn.say("edit.field." + name));
    }
  }
}
