package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the Bot API answers instead of a result. It ends the method at hand wherever it stands, so
 * it is thrown; the wire turns it into the answer.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final boolean violation;
  private final transient ObjectNode parameters = Json.object();

  private Refusal(int code, String description, boolean violation) {
    super(description, null, false, false);
    this.code = code;
    this.violation = violation;
  }

  /** What depends on the state of the world: 400. */
  static Refusal bad(String what) {
    return new Refusal(400, "Bad Request: " + what, false);
  }

  /** What no state of the world allows, such as a text too long: 400, and the test fails. */
  static Refusal broken(String what) {
    return new Refusal(400, "Bad Request: " + what, true);
  }

  static Refusal forbidden(String what) {
    return new Refusal(403, "Forbidden: " + what, false);
  }

  static Refusal tooMany(long seconds) {
    Refusal refusal = new Refusal(429, "Too Many Requests: retry after " + seconds, false);
    refusal.parameters.put("retry_after", seconds);
    return refusal;
  }

  static Refusal migrated(long newChat) {
    Refusal refusal = bad("group chat was upgraded to a supergroup chat");
    refusal.parameters.put("migrate_to_chat_id", newChat);
    return refusal;
  }

  static Refusal of(int code, String description) {
    return new Refusal(code, description, false);
  }

  String description() {
    return String.valueOf(getMessage());
  }

  int code() {
    return code;
  }

  boolean isViolation() {
    return violation;
  }

  ObjectNode body() {
    ObjectNode body = Json.object();
    body.put("ok", false).put("error_code", code).put("description", description());
    if (!parameters.isEmpty()) {
      body.set("parameters", parameters);
    }
    return body;
  }
}
