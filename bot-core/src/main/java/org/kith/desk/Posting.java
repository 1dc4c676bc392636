package org.kith.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Kind;
import org.kith.circle.UsualKind;
import org.kith.post.Note;
import org.kith.store.Draft;
import org.kith.store.Draft.Manner;
import org.kith.store.Requests;
import org.kith.store.Sealer;
import org.kith.store.Tables;

/** A draft becomes a request: at once, or when its while is over. */
record Posting(Tables tables, Sealer sealer, Instant now) {

  /**
   * Posts a request whose fields are complete; its circle is locked.
   *
   * @param asker whoever is answered to
   * @param behalf for whom it is; null if for the asker
   */
  CareRequest post(Circle circle, Draft draft, long asker, @Nullable Behalf behalf) {
    CareRequest request = tables.requests().add(request(circle, draft, asker, behalf));
    String sealed = draft.sealed();
    if (sealed != null) {
      String details = sealer.unseal(sealed, Draft.sealedRow(draft.id()));
      tables
          .requests()
          .keepDetails(request.id(), sealer.seal(details, Requests.sealedRow(request.id())));
    }
    Saying saying = new Saying(tables, now);
    saying.card(circle, request);
    new FollowUp(tables, saying, now).schedule(circle, request);
    new Rings(tables, saying, now).watch(circle, request);
    new Evening(tables, now).watch(circle);
    return tables.requests().find(request.id()).orElseThrow();
  }

  /**
   * The while of a draft is over: it is posted, and its asker told. What can't be posted as it is
   * any more, because its time is over or its circle takes no details now, waits for a new yes.
   */
  void due(Circle circle, long draftId) {
    Draft draft =
        tables
            .drafts()
            .find(draftId)
            .filter(waiting -> waiting.manner().postsBy() != null)
            .orElse(null);
    if (draft == null) {
      return;
    }
    Account account = tables.people().account(draft.accountId()).orElseThrow();
    if (isStale(circle, draft, account.personId())) {
      tables.drafts().save(draft.with(draft.manner().waiting(null)), now);
      tables.outbox().tell(Note.NOT_POSTED, circle.id(), account, draftId, now);
      return;
    }
    // Somebody inside the circle is asked first, and never waits here.
    boolean outside = tables.consents().of(draftId).isPresent();
    long asker = account.personId();
    CareRequest request = post(circle, draft, asker, outside ? Behalf.outside(asker) : null);
    tables.drafts().remove(draftId);
    tables.outbox().tell(Note.ASKED, circle.id(), account, request.id(), now);
  }

  private boolean isStale(Circle circle, Draft draft, long asker) {
    Window window = draft.window();
    boolean over = window != null && window.isOver(now);
    return over
        || (draft.sealed() != null && circle.detailsOpen() == DetailsOpen.OFF)
        || kind(circle, draft).isOff(circle)
        || tables.people().isBarred(circle.id(), asker);
  }

  /** What a steward has hidden or taken away since is asked as what has no kind of its own. */
  private static Kind kind(Circle circle, Draft draft) {
    Kind kind = draft.kind();
    return kind == null ? UsualKind.OTHER : circle.customs().kinds().asked(kind);
  }

  private CareRequest request(Circle circle, Draft draft, long asker, @Nullable Behalf behalf) {
    Manner manner = draft.manner();
    return new CareRequest(
        0,
        circle.id(),
        tables.circles().takeNumber(circle.id()),
        kind(circle, draft),
        String.valueOf(draft.what()),
        draft.window() == null ? Window.anyTime(circle.zone()) : draft.window(),
        draft.near(),
        draft.helpers() == null ? 1 : draft.helpers(),
        asker,
        manner.anonymous(),
        behalf,
        false,
        new RequestState.Open(),
        1,
        now);
  }
}
