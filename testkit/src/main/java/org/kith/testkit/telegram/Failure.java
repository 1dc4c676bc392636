package org.kith.testkit.telegram;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call goes wrong that a test wants to go wrong. */
public final class Failure {
  private final @Nullable Refusal refusal;
  private final boolean losesAnswer;

  private Failure(@Nullable Refusal refusal, boolean losesAnswer) {
    this.refusal = refusal;
    this.losesAnswer = losesAnswer;
  }

  /** 429, come back in so many seconds. */
  public static Failure tooManyRequests(int seconds) {
    return new Failure(Refusal.tooMany(seconds), false);
  }

  /** Any answer in Telegram's words, such as 400 and {@code Bad Request: chat not found}. */
  public static Failure of(int code, String description) {
    return new Failure(Refusal.of(code, description), false);
  }

  /** The server stumbles: 500. */
  public static Failure internalError() {
    return of(500, "Internal Server Error");
  }

  /** The call is done, but the connection breaks before the answer arrives. */
  public static Failure lostAnswer() {
    return new Failure(null, true);
  }

  /** The connection breaks before the call is done. */
  public static Failure lostRequest() {
    return new Failure(null, false);
  }

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  boolean losesAnswer() {
    return losesAnswer;
  }
}
