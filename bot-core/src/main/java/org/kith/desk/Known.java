package org.kith.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.command.DraftField;
import org.kith.store.Draft;
import org.kith.store.Requests;
import org.kith.words.Reading;
import org.kith.words.WhenReader;
import org.kith.words.WhenText;

/** What a field of somebody's own preview says now, as they would type it: a form opens with it. */
record Known(Turn turn) {

  /** What stands there; empty if nothing does, and for whoever the preview is not of. */
  Optional<String> of(long draftId, DraftField field) {
    return turn.tables()
        .drafts()
        .find(draftId)
        .filter(draft -> draft.accountId() == turn.account().id())
        .flatMap(draft -> Optional.ofNullable(of(draft, field)))
        .filter(said -> !said.isBlank());
  }

  private @Nullable String of(Draft draft, DraftField field) {
    return switch (field) {
      case WHAT -> draft.what();
      case WHERE -> draft.near();
      case WHEN -> draft.unclearWhen() == null ? when(draft) : draft.unclearWhen();
      case HELPERS -> draft.helpers() == null ? null : String.valueOf(draft.helpers());
      case DETAILS -> details(draft);
      case CIRCLE, KIND, PART, FOR -> null;
    };
  }

  /** Only what is read again as the same time: everything else would change it unseen. */
  private @Nullable String when(Draft draft) {
    Window window = draft.window();
    Circle circle =
        turn.circles().stream()
            .filter(one -> Long.valueOf(one.id()).equals(draft.circleId()))
            .findFirst()
            .orElse(null);
    if (window == null || circle == null) {
      return null;
    }
    String text = WhenText.of(turn.words()).text(window, turn.now());
    Reading again = WhenReader.of(turn.words()).read(text, turn.now(), circle.zone());
    return again.equals(new Reading.Understood(window)) ? text : null;
  }

  /** What was typed into this preview, or else what the asker's own request has. */
  private @Nullable String details(Draft draft) {
    String sealed = draft.sealed();
    if (sealed != null) {
      return draft.clears() ? null : turn.sealer().unseal(sealed, Draft.sealedRow(draft.id()));
    }
    Long request = draft.requestId();
    return request == null
        ? null
        : turn.tables()
            .requests()
            .find(request)
            .filter(one -> one.isAskedBy(turn.person()))
            .map(CareRequest::id)
            .flatMap(turn.tables().requests()::details)
            .map(kept -> turn.sealer().unseal(kept, Requests.sealedRow(request)))
            .orElse(null);
  }
}
