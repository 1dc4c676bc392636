package org.kith.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.care.Kind;
import org.kith.care.Window;
import org.kith.command.DraftField;

/**
 * A request that is still being made: a dialogue half way, or a preview that waits for its yes.
 *
 * @param circleId null until the person said which of their circles it is for
 * @param unclearWhen what was typed for the time and not understood
 * @param asking the question that the dialogue waits for; null once the preview is shown
 * @param sealed private details, bound to this draft; null if there are none
 */
public record Draft(
    long id,
    long accountId,
    @Nullable Long circleId,
    @Nullable Kind kind,
    @Nullable String what,
    @Nullable Window window,
    @Nullable String unclearWhen,
    @Nullable String near,
    @Nullable Integer helpers,
    @Nullable DraftField asking,
    @Nullable String sealed,
    Instant changedAt) {

  /** What the details of a draft are bound to when they are sealed. */
  public static String sealedRow(long draft) {
    return "draft:" + draft;
  }
}
