package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message as the server has it; touched only under the world's lock. */
final class StoredMessage {
  final Chat chat;
  final int id;
  final Instant at;
  final Sender sender;
  final Map<Long, List<String>> reactions = new LinkedHashMap<>();

  /** What it says: text, caption, document, or a service message's field. */
  ObjectNode content = Json.object();

  /** The text as its sender wrote it, markup and all. */
  String source = "";

  @Nullable ArrayNode keyboard;
  @Nullable StoredMessage replyTo;
  byte @Nullable [] file;
  int thread;
  boolean inTopic;
  boolean silent;
  boolean protectedContent;
  boolean pinned;
  boolean deleted;
  int edits;
  @Nullable Instant editedAt;

  /** Of an ephemeral message, which only one user and the bot see: its own id, else 0. */
  int ephemeralId;

  /** Of an ephemeral message: who received it, a user or the bot. */
  @Nullable ObjectNode receiver;

  /** Of an ephemeral message: the user who sees it. */
  @Nullable TelegramUser seenBy;

  StoredMessage(Chat chat, int id, Instant at, Sender sender) {
    this.chat = chat;
    this.id = id;
    this.at = at;
    this.sender = sender;
  }

  String text() {
    return content.path("text").asText(content.path("caption").asText(""));
  }

  boolean isEphemeral() {
    return ephemeralId != 0;
  }

  boolean isService() {
    return Stream.of("text", "document", "photo", "voice").noneMatch(content::has);
  }

  /** The {@code Message}, with what it answers one level deep. */
  ObjectNode json() {
    ObjectNode json = flat();
    if (replyTo != null) {
      json.set("reply_to_message", replyTo.flat());
    }
    return json;
  }

  private ObjectNode flat() {
    ObjectNode json = Json.object();
    json.put("message_id", id).put("date", at.getEpochSecond());
    json.set("chat", chat.json());
    json.set("from", sender.from());
    if (sender.chat() != null) {
      json.set("sender_chat", sender.chat());
    }
    if (thread != 0) {
      json.put("message_thread_id", thread);
    }
    if (inTopic) {
      json.put("is_topic_message", true);
    }
    if (editedAt != null) {
      json.put("edit_date", editedAt.getEpochSecond());
    }
    if (protectedContent) {
      json.put("has_protected_content", true);
    }
    if (ephemeralId != 0) {
      json.put("ephemeral_message_id", ephemeralId);
    }
    if (receiver != null) {
      json.set("receiver_user", receiver);
    }
    if (keyboard != null && !keyboard.isEmpty()) {
      json.putObject("reply_markup").set("inline_keyboard", keyboard);
    }
    json.setAll(content);
    return json;
  }
}
