package org.kith.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Kind;

/**
 * Somebody needs something.
 *
 * @param number its number within its circle, from 1: {@code #12}
 * @param what one public line
 * @param near a public hint of where; null if none was given
 * @param helpers how many are looked for, 1 to 20
 * @param asker whoever is answered to: told of each claim, asked what became of it, asked first
 *     about each next step. The go-between of a request on behalf of somebody, until that person
 *     wants to be asked themself. Null once forgotten, three days after its end
 * @param anonymous true if nobody is told who asked
 * @param behalf for whom it is; null if for the asker
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
    @Nullable Behalf behalf,
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
        behalf,
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

  /** True if this person is the one who is answered to. */
  public boolean isAskedBy(long person) {
    return asker != null && asker == person;
  }

  /** True if somebody else asked it for this person. */
  public boolean isFor(long person) {
    return behalf != null && behalf.person() != null && behalf.person() == person;
  }

  /** True if it is this person's own: they are answered to, or it is for them. */
  public boolean isOwnOf(long person) {
    return isAskedBy(person) || isFor(person);
  }

  /** True if the need is this person's, whoever asked. */
  public boolean isNeedOf(long who) {
    Long person = person();
    return person != null && person == who;
  }

  /** Whose need it is; null for somebody outside the circle, and once forgotten. */
  public @Nullable Long person() {
    return behalf == null ? asker : behalf.person();
  }
}
