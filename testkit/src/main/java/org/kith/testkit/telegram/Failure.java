package org.kith.testkit.telegram;

/** How a call goes wrong that a test wants to go wrong. */
public final class Failure {
  /** What breaks. */
  enum Kind {
    REFUSED,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private final Kind kind;
  private final Refusal refusal;

  private Failure(Kind kind, Refusal refusal) {
    this.kind = kind;
    this.refusal = refusal;
  }

  /** 429, come back in so many seconds. */
  public static Failure tooManyRequests(int seconds) {
    return new Failure(Kind.REFUSED, Refusal.tooMany(seconds));
  }

  /** Any answer in Telegram's words, such as 400 and {@code Bad Request: chat not found}. */
  public static Failure of(int code, String description) {
    return new Failure(Kind.REFUSED, Refusal.of(code, description));
  }

  /** The server stumbles: 500. */
  public static Failure internalError() {
    return of(500, "Internal Server Error");
  }

  /** The call is done, but the connection breaks before the answer arrives. */
  public static Failure lostAnswer() {
    return new Failure(Kind.ANSWER_LOST, Refusal.of(0, "no answer"));
  }

  /** The connection breaks before the call is done. */
  public static Failure lostRequest() {
    return new Failure(Kind.REQUEST_LOST, Refusal.of(0, "no answer"));
  }

  Kind kind() {
    return kind;
  }

  Refusal refusal() {
    return refusal;
  }
}
