package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What Discord would take and this bot must not do: nobody is ever pinged through it. */
final class HouseRules {
  private HouseRules() {}

  static List<String> problems(Call call) {
    String route = call.route().toString();
    JsonNode message = call.body();
    boolean sends = route.startsWith("POST ") && route.endsWith("/messages");
    sends |= route.startsWith("POST /webhooks/");
    if (route.endsWith("/callback")) {
      int type = call.body().path("type").asInt();
      message = call.body().path("data");
      sends = type == 4;
    }
    List<String> found = new ArrayList<>();
    JsonNode mentions = message.path("allowed_mentions");
    boolean unsaid = mentions.isMissingNode() || mentions.isNull();
    if (sends && unsaid) {
      found.add("allowed_mentions is missing, so that everybody may be pinged");
    }
    if (!unsaid && !mentions.has("parse")) {
      found.add("allowed_mentions says nothing of 'parse'");
    }
    mentions
        .path("parse")
        .forEach(p -> found.add("allowed_mentions lets typed text ping: " + p.asText()));
    return found;
  }
}
