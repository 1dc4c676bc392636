package org.kith.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.requests.RestAction;

/** Calls to Discord that wait for the answer; for virtual threads only. */
final class Calls {
  /** How long a call may wait in JDA's queue before it is dropped unsent. */
  private static final Duration IN_QUEUE = Duration.ofSeconds(18);

  /** The longest that a call takes in all; JDA tries again by itself within it. */
  private static final Duration IN_ALL = Duration.ofSeconds(28);

  private Calls() {}

  /**
   * Makes the call and waits for its answer.
   *
   * @throws CompletionException with the cause for which it failed, or with a {@link
   *     java.util.concurrent.TimeoutException} after 28 seconds: then it may have arrived
   */
  static <T> T await(RestAction<T> action) {
    CompletableFuture<T> answer = action.timeout(IN_QUEUE.toSeconds(), TimeUnit.SECONDS).submit();
    return await(answer);
  }

  /** Waits for what has been asked already. */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.copy().orTimeout(IN_ALL.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      answer.cancel(true);
      throw e;
    }
  }

  /** What really went wrong, without the wrappers of futures. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
