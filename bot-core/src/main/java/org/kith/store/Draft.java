package org.kith.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.care.Kind;
import org.kith.care.Window;
import org.kith.command.DraftField;

/**
 * A request that is still being made or changed: a dialogue half way, or a preview that waits for
 * its yes.
 *
 * @param circleId null until the person said which of their circles it is for
 * @param requestId the posted request that it changes; null for a new one
 * @param unclearWhen what was typed for the time and not understood
 * @param asking the question that the dialogue waits for; null once the preview is shown
 * @param sealed private details, bound to this draft; null if there are none
 * @param manner how it goes out
 */
public record Draft(
    long id,
    long accountId,
    @Nullable Long circleId,
    @Nullable Long requestId,
    @Nullable Kind kind,
    @Nullable String what,
    @Nullable Window window,
    @Nullable String unclearWhen,
    @Nullable String near,
    @Nullable Integer helpers,
    @Nullable DraftField asking,
    @Nullable String sealed,
    Manner manner,
    Instant changedAt) {

  /**
   * How a request goes out.
   *
   * @param anonymous true if nobody is to be told who asks
   * @param seen true if others could read who began it: then it can't be anonymous
   * @param postsBy when it is posted by itself at the latest; null if it waits for its yes
   */
  public record Manner(boolean anonymous, boolean seen, @Nullable Instant postsBy) {
    /** With a name, and nobody saw it begin. */
    public static final Manner PLAIN = new Manner(false, false, null);

    public Manner {
      if (anonymous && seen) {
        throw new IllegalArgumentException("others saw who asks");
      }
    }

    /** The same, with a name or without. */
    public Manner named(boolean without) {
      return new Manner(without, seen, postsBy);
    }

    /** The same, posted by itself at the latest then; null to hold it back. */
    public Manner waiting(@Nullable Instant until) {
      return new Manner(anonymous, seen, until);
    }
  }

  /** What the details of a draft are bound to when they are sealed. */
  public static String sealedRow(long draft) {
    return "draft:" + draft;
  }

  /** True once nothing need be asked: what comes now is a correction. */
  public boolean isComplete() {
    return circleId != null && kind != null && what != null && window != null && helpers != null;
  }

  /** The same for this circle. */
  public Draft forCircle(long circleId) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same of this kind. */
  public Draft withKind(Kind kind) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same with this public line. */
  public Draft withWhat(String what) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same with this window, and nothing unclear any more. */
  public Draft withWindow(Window window) {
    return new Draft(
        id, accountId, circleId, requestId, kind, what, window, null, near, helpers, asking, sealed,
        manner, changedAt);
  }

  /** The same with this hint of where, or none. */
  public Draft withNear(@Nullable String near) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same looking for this many. */
  public Draft withHelpers(int helpers) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same waiting for this answer, or for none. */
  public Draft withAsking(@Nullable DraftField asking) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same with these sealed details, or none. */
  public Draft withSealed(@Nullable String sealed) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }

  /** The same going out like this. */
  public Draft with(Manner manner) {
    return new Draft(
        id,
        accountId,
        circleId,
        requestId,
        kind,
        what,
        window,
        unclearWhen,
        near,
        helpers,
        asking,
        sealed,
        manner,
        changedAt);
  }
}
