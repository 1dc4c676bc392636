package org.kith.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member lets the stewards of a circle know about somebody, or about a request.
 *
 * @param reporter who wrote it; null once it is handled
 * @param reported whom it is about; of a request whoever asked it. Null once they are forgotten
 * @param request the request that it is about; null if it is about a person, and once the request
 *     has been over for three days
 * @param unnamed true if it is about a request without a name: nobody may learn who asked
 * @param sealed what was written, sealed; null once it is handled
 */
public record Report(
    long id,
    long circleId,
    @Nullable Long reporter,
    @Nullable Long reported,
    @Nullable Long request,
    boolean unnamed,
    State state,
    @Nullable String sealed,
    Instant madeAt) {
  /** The most characters. */
  public static final int LONGEST = 1_500;

  /** Where it stands. */
  public enum State {
    /** Whoever wrote it has not said yet that it is to be sent. */
    DRAFT,
    /** The stewards have it. */
    SENT,
    /** It is handled, or its time is over. */
    HANDLED
  }
}
