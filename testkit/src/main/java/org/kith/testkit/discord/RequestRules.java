package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What Discord refuses although the published description says nothing of it. */
final class RequestRules {
  private static final int CREATE_FLAGS =
      (1 << 2) | Message.SILENT | Message.COMPONENTS_V2 | (1 << 13);
  private static final int LONGEST_CHOICE = 100;
  private static final int OPENS_FORM = 9;
  private static final int OFFERS_CHOICES = 8;

  private RequestRules() {}

  static List<String> problems(Call call) {
    List<String> found = new ArrayList<>();
    String route = call.route().toString();
    JsonNode body = call.body();
    boolean withFiles = !call.files().isEmpty();
    switch (route) {
      case "PUT /applications/{application_id}/commands" -> CommandRules.check(body, found);
      case "POST /channels/{channel_id}/messages" -> {
        if ((body.path("flags").asInt(0) & ~CREATE_FLAGS) != 0) {
          found.add("flags that can't be set: " + body.path("flags"));
        }
        MessageRules.check(body, true, withFiles, found);
      }
      case "PATCH /channels/{channel_id}/messages/{message_id}",
          "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}" ->
          MessageRules.check(body, false, withFiles, found);
      case "POST /webhooks/{webhook_id}/{webhook_token}" ->
          MessageRules.check(body, true, withFiles, found);
      case "POST /interactions/{interaction_id}/{interaction_token}/callback" ->
          callback(body.path("type").asInt(), body.path("data"), withFiles, found);
      default -> {} // nothing beyond the description
    }
    return found;
  }

  private static void callback(int type, JsonNode data, boolean withFiles, List<String> found) {
    switch (type) {
      case 4 -> MessageRules.check(data, true, withFiles, found);
      case 7 -> MessageRules.check(data, false, withFiles, found);
      case OFFERS_CHOICES -> choices(data.path("choices"), found);
      case OPENS_FORM -> form(data, found);
      default -> {} // deferrals carry nothing but flags
    }
  }

  private static void choices(JsonNode choices, List<String> found) {
    for (JsonNode choice : choices) {
      if (length(Json.text(choice, "value")) > LONGEST_CHOICE) {
        found.add("a choice's value is longer than 100: " + choice);
      }
    }
  }

  private static void form(JsonNode data, List<String> found) {
    if (data.path("components").size() > 5) {
      found.add("a form has " + data.path("components").size() + " rows; 5 are allowed");
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode row : data.path("components")) {
      row.path("components").forEach(c -> ids.add(Json.text(c, "custom_id")));
      if (row.has("component")) {
        ids.add(Json.text(row.path("component"), "custom_id"));
        if (!Json.text(row.path("component"), "label").isEmpty()) {
          found.add("a field inside a label has a label of its own");
        }
      }
    }
    MessageRules.unique(ids, found);
  }

  /** Discord counts characters as people do, not halves of emoji. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
