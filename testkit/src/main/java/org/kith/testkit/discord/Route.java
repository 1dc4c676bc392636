package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the API's routes, written as in the specification.
 *
 * @param method such as {@code POST}
 * @param template such as {@code /channels/{channel_id}/messages}
 */
record Route(String method, String template) {
  private static final String ROOT = "/paths/";

  @Override
  public String toString() {
    return method + " " + template;
  }

  /** The named parts of the path, or null if the path is another route's. */
  @Nullable Map<String, String> match(String requestMethod, List<String> parts) {
    if (!method.equals(requestMethod)) {
      return null;
    }
    String[] mine = template.substring(1).split("/", -1);
    if (mine.length != parts.size()) {
      return null;
    }
    Map<String, String> params = new HashMap<>();
    for (int i = 0; i < mine.length; i++) {
      if (mine[i].startsWith("{")) {
        params.put(mine[i].substring(1, mine[i].length() - 1), parts.get(i));
      } else if (!mine[i].equals(parts.get(i))) {
        return null;
      }
    }
    return params;
  }

  /** Interactions have no global limit, and need no token but their own. */
  boolean isInteraction() {
    return template.startsWith("/interactions/") || template.startsWith("/webhooks/");
  }

  boolean hasRequestSchema() {
    return !Spec.at(requestPointer()).isMissingNode();
  }

  String requestPointer() {
    return operation() + "/requestBody/content/application~1json/schema";
  }

  boolean hasAnswerSchema() {
    return !answer().isMissingNode();
  }

  private JsonNode answer() {
    return Spec.at(answerPointer());
  }

  String answerPointer() {
    return operation() + "/responses/200/content/application~1json/schema";
  }

  private String operation() {
    return ROOT
        + template.replace("~", "~0").replace("/", "~1")
        + "/"
        + method.toLowerCase(Locale.ROOT);
  }
}
