package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param body a missing node for none
 */
record Reply(int status, JsonNode body) {
  static Reply ok(JsonNode body) {
    return new Reply(200, body);
  }

  static Reply nothing() {
    return new Reply(204, MissingNode.getInstance());
  }

  static Reply refused(Refusal no) {
    return new Reply(no.status(), Json.object().put("message", no.text()).put("code", no.code()));
  }
}
