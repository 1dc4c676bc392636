package org.kith.store;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.Kind;
import org.kith.command.DraftField;

/**
 * A request that is still being made or changed: a dialogue half way, or a preview that waits for
 * its yes.
 *
 * @param circleId null until the person said which of their circles it is for
 * @param requestId the posted request that it changes; null for a new one
 * @param unclearWhen what was typed for the time and not understood
 * @param asking the question that the dialogue waits for; null once the preview is shown
 * @param sealed private details, bound to this draft; {@link #CLEARED} to take those of the request
 *     that it changes away; null if there are none, or they stay as they are
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
  /** In place of sealed details: none any more. */
  public static final String CLEARED = "";

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

  /** True if it takes the details of the request that it changes away. */
  public boolean clears() {
    return CLEARED.equals(sealed);
  }

  /** True once nothing need be asked: what comes now is a correction. */
  public boolean isComplete() {
    return circleId != null && kind != null && what != null && window != null && helpers != null;
  }

  /** Nothing of it is known but who makes it. */
  public static Draft empty(long account, Instant now) {
    return new Draft(
        0, account, null, null, null, null, null, null, null, null, null, null, Manner.PLAIN, now);
  }

  /** The same as it was stored: under this id, at this time. */
  public Draft stored(long under, Instant now) {
    return changed(copy -> {
      copy.id = under;
      copy.changedAt = now;
    });
  }

  /** The same for this circle, or for one that is not known yet. */
  public Draft forCircle(@Nullable Long circle) {
    return changed(copy -> copy.circleId = circle);
  }

  /** The same of this kind. */
  public Draft withKind(Kind of) {
    return changed(copy -> copy.kind = of);
  }

  /** The same with this public line. */
  public Draft withWhat(String line) {
    return changed(copy -> copy.what = line);
  }

  /** The same with this window, and nothing unclear any more. */
  public Draft withWindow(Window when) {
    return changed(copy -> {
      copy.window = when;
      copy.unclearWhen = null;
    });
  }

  /** The same with this hint of where, or none. */
  public Draft withNear(@Nullable String where) {
    return changed(copy -> copy.near = where);
  }

  /** The same looking for this many. */
  public Draft withHelpers(int many) {
    return changed(copy -> copy.helpers = many);
  }

  /** The same waiting for this answer, or for none. */
  public Draft withAsking(@Nullable DraftField answer) {
    return changed(copy -> copy.asking = answer);
  }

  /** The same with these sealed details; null for none, or for those that the request has. */
  public Draft withSealed(@Nullable String details) {
    return changed(copy -> copy.sealed = details);
  }

  /** The same without details, whether or not the request that it changes has any. */
  public Draft withoutDetails() {
    return withSealed(requestId == null ? null : CLEARED);
  }

  /** The same going out like this. */
  public Draft with(Manner how) {
    return changed(copy -> copy.manner = how);
  }

  private Draft changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.draft();
  }

  /** A draft while one thing of it is changed. */
  private static final class Copy {
    private long id;
    private final long accountId;
    private @Nullable Long circleId;
    private final @Nullable Long requestId;
    private @Nullable Kind kind;
    private @Nullable String what;
    private @Nullable Window window;
    private @Nullable String unclearWhen;
    private @Nullable String near;
    private @Nullable Integer helpers;
    private @Nullable DraftField asking;
    private @Nullable String sealed;
    private Manner manner;
    private Instant changedAt;

    Copy(Draft of) {
      id = of.id;
      accountId = of.accountId;
      circleId = of.circleId;
      requestId = of.requestId;
      kind = of.kind;
      what = of.what;
      window = of.window;
      unclearWhen = of.unclearWhen;
      near = of.near;
      helpers = of.helpers;
      asking = of.asking;
      sealed = of.sealed;
      manner = of.manner;
      changedAt = of.changedAt;
    }

    Draft draft() {
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
}
