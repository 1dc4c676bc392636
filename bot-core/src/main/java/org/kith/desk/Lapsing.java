package org.kith.desk;

import java.time.Instant;
import java.util.function.Consumer;
import org.kith.post.Note;
import org.kith.store.Draft;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;

/** What was asked for somebody who did not say yes in time ends, and nothing of it is kept. */
record Lapsing(Tables tables, Instant now) {

  /** The hour has come. A no and silence are the same for whoever asked. */
  void due(long draftId) {
    ends(draftId, Note.NO_YES);
  }

  /** The person can't be written to: whoever asked can tell them, or ask without a name. */
  void unreached(long draftId) {
    tables
        .drafts()
        .asked(draftId)
        .map(Draft::circleId)
        .ifPresent(circle -> tables.circles().lock(circle));
    ends(draftId, Note.NOT_REACHED);
  }

  /** It waits for nobody any more. */
  void remove(long draftId) {
    tables.due().cancel(What.CONSENT, draftId);
    tables.outbox().removeAbout(Note.FOR_YOU, draftId);
    tables.drafts().remove(draftId);
  }

  private void ends(long draftId, Note note) {
    Consumer<Draft> end =
        draft -> {
          Long circle = draft.circleId();
          remove(draftId);
          if (circle != null) {
            tables
                .people()
                .account(draft.accountId())
                .ifPresent(maker -> tables.outbox().tell(note, circle, maker, circle, now));
          }
        };
    tables.drafts().asked(draftId).ifPresent(end);
  }
}
