package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.store.Tables;

/**
 * Two requests alike from one asker within minutes: a slip, perhaps. Both stand unless they say so.
 */
record Twins(Tables tables) {
  /** How long after the first the second may be a slip. */
  static final Duration WITHIN = Duration.ofMinutes(10);

  /** The earlier request that this one repeats, if there is one that has not ended. */
  Optional<CareRequest> of(CareRequest request) {
    Long asker = request.asker();
    return asker == null
        ? Optional.empty()
        : tables.requests().askedBy(request.circleId(), asker).stream()
            .filter(earlier -> earlier.number() < request.number())
            .filter(earlier -> isAlike(earlier, request))
            .findFirst();
  }

  private static boolean isAlike(CareRequest earlier, CareRequest request) {
    return isNear(earlier.askedAt(), request.askedAt())
        && earlier.what().equalsIgnoreCase(request.what())
        && earlier.helpers() == request.helpers()
        && Objects.equals(earlier.near(), request.near())
        && isAlike(earlier.window(), request.window());
  }

  /** "In two hours" is a little later the second time. */
  private static boolean isAlike(Window earlier, Window window) {
    return earlier.shape() == window.shape()
        && isNear(earlier.starts(), window.starts())
        && isNear(earlier.ends(), window.ends());
  }

  private static boolean isNear(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return Duration.between(one, other).abs().compareTo(WITHIN) <= 0;
  }
}
