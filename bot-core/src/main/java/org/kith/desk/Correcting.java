package org.kith.desk;

import java.util.function.Function;
import org.kith.circle.DetailsOpen;
import org.kith.command.DraftField;
import org.kith.command.Reply;
import org.kith.store.Draft;

/** Fields of a preview that are wrong are asked anew, before anything is posted or saved. */
final class Correcting {
  private final Turn turn;
  private final Filling filling;
  private final Dialogue dialogue;

  Correcting(Turn turn) {
    this.turn = turn;
    this.filling = new Filling(turn);
    this.dialogue = new Dialogue(turn);
  }

  /** The question of a field once more, with its choices. */
  Reply correct(long id, DraftField field) {
    return asked(id, field, dialogue::next);
  }

  /** The same, to be answered in words. */
  Reply write(long id, DraftField field) {
    return asked(id, field, dialogue::inWords);
  }

  /** What was written into the form of a field. */
  Reply type(long id, DraftField field, String text) {
    return asked(id, field, draft -> filling.type(draft, field, text));
  }

  /** Back to the preview, as it stands. */
  Reply show(long id) {
    Draft draft = filling.mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    return dialogue.next(draft.isComplete() ? dialogue.save(draft.withAsking(null)) : draft);
  }

  /** What was never asked, forged or of a draft half way, asks what is open. */
  private Reply asked(long id, DraftField field, Function<Draft, Reply> ask) {
    Draft draft = filling.mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    boolean whose = field == DraftField.FOR && draft.requestId() != null;
    boolean asked = field != DraftField.CIRCLE && field != DraftField.PART && !whose;
    boolean closed = field == DraftField.DETAILS && dialogue.isOthers(draft);
    if (!draft.isComplete() || !asked || closed) {
      return dialogue.next(draft);
    }
    if (field == DraftField.DETAILS && dialogue.circle(draft).detailsOpen() == DetailsOpen.OFF) {
      return turn.answer("ask.refused.details.off");
    }
    return ask.apply(dialogue.save(draft.withAsking(field)));
  }
}
