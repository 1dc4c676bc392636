package org.kith.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody needs something.
 *
 * @param number its number within its circle, from 1: {@code #12}
 * @param what one public line
 * @param near a public hint of where; null if none was given
 * @param helpers how many are looked for, 1 to 20
 * @param asker the person; null once forgotten, three days after its end
 * @param anonymous true if nobody is told who asked
 * @param hasDetails true while sealed private details are kept
 * @param revision rises with every change that a card shows
 */
public record CareRequest(
    long id,
    long circleId,
    int number,
    Kind kind,
    String what,
    Window window,
    @Nullable String near,
    int helpers,
    @Nullable Long asker,
    boolean anonymous,
    boolean hasDetails,
    RequestState state,
    int revision,
    Instant askedAt) {

  /** The same, needing something else. */
  public CareRequest reworded(
      Kind kind, String what, Window window, @Nullable String near, int helpers) {
    return new CareRequest(
        id,
        circleId,
        number,
        kind,
        what,
        window,
        near,
        helpers,
        asker,
        anonymous,
        hasDetails,
        state,
        revision,
        askedAt);
  }

  /** True while it is on the board. */
  public boolean isOpen() {
    return state instanceof RequestState.Open;
  }

  /** True once it was kept or withdrawn, or its time passed. */
  public boolean isEnded() {
    return switch (state) {
      case RequestState.Open _, RequestState.Paused _, RequestState.LookedAfter _ -> false;
      case RequestState.Kept _,
          RequestState.Unconfirmed _,
          RequestState.Unmet _,
          RequestState.Withdrawn _ ->
          true;
    };
  }

  /** True if this person asked it. */
  public boolean isAskedBy(long person) {
    return asker != null && asker == person;
  }
}
