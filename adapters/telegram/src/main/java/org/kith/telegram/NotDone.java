package org.kith.telegram;

/** Telegram did not do what it was asked. */
final class NotDone extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  NotDone(Trouble trouble) {
    super(trouble.toString(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
