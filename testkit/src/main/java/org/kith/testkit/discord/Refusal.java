package org.kith.testkit.discord;

/** How Discord says no to a request: a status and one of its own error codes. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  Refusal(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal unknownMessage() {
    return new Refusal(404, 10008, "Unknown Message");
  }

  static Refusal unknownChannel() {
    return new Refusal(404, 10003, "Unknown Channel");
  }

  static Refusal invalidForm(String why) {
    return new Refusal(400, 50035, "Invalid Form Body: " + why);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
