package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code sendMessage}, {@code sendDocument}, {@code sendPhoto}: what makes a new message. */
final class SendMethods {
  private final World world;
  private final Chats chats;
  private final Pace pace;
  private final EphemeralMethods ephemerals;

  SendMethods(World world, Chats chats, Pace pace, EphemeralMethods ephemerals) {
    this.world = world;
    this.chats = chats;
    this.pace = pace;
    this.ephemerals = ephemerals;
  }

  JsonNode sendMessage(Params params) {
    FormattedText text = FormattedText.sent(params, "text", FormattedText.LONGEST);
    if (text.text().isEmpty()) {
      throw Refusal.broken("message text is empty");
    }
    return send(params, text.content(), text.source(), null);
  }

  JsonNode sendFile(Params params, String field) {
    FormattedText caption = FormattedText.sent(params, "caption", FormattedText.LONGEST_CAPTION);
    ObjectNode content =
        caption.text().isEmpty() ? Json.object() : caption.content("caption", "caption_entities");
    Params.Upload upload = upload(params, field);
    String id = world.keep(upload.content());
    if (field.equals("document")) {
      ObjectNode document = content.putObject("document");
      document.put("file_id", id).put("file_unique_id", id);
      document.put("file_name", upload.fileName()).put("file_size", upload.content().length);
    } else {
      ObjectNode photo = content.putArray("photo").addObject();
      photo.put("file_id", id).put("file_unique_id", id).put("width", 640).put("height", 480);
      if (params.flag("has_spoiler")) {
        content.put("has_media_spoiler", true);
      }
    }
    return send(params, content, caption.source(), upload.content());
  }

  /** A field names its part as {@code attach://part}, or the part is the field itself. */
  private static Params.Upload upload(Params params, String field) {
    String value = params.text(field);
    String part = value.startsWith("attach://") ? value.substring("attach://".length()) : field;
    return Optional.ofNullable(params.files().get(part))
        .filter(upload -> upload.content().length > 0)
        .orElseThrow(() -> Refusal.broken("there is no " + field + " in the request"));
  }

  private JsonNode send(Params params, ObjectNode content, String source, byte @Nullable [] file) {
    var keyboard = Keyboard.of(params);
    Chat chat = chats.sendable(params);
    TelegramTopic topic = chats.topic(chat, params);
    Optional<JsonNode> ephemeral = params.json("ephemeral_message_parameters");
    StoredMessage message;
    if (ephemeral.isPresent()) {
      message = ephemerals.send(chat, ephemeral.get(), params);
    } else {
      StoredMessage replyTo = replyTo(chat, params);
      pace.take(chat, world.clock().instant());
      message = chat.add(world.bot());
      message.replyTo = replyTo;
      chat.place(message, topic != null ? topic : topicOf(replyTo));
    }
    message.content = content;
    message.source = source;
    message.file = file;
    message.keyboard = keyboard;
    message.silent = params.flag("disable_notification");
    message.protectedContent = params.flag("protect_content");
    return message.json();
  }

  /** An answer in a forum goes to the topic of what it answers. */
  private static @Nullable TelegramTopic topicOf(@Nullable StoredMessage answered) {
    return answered != null && answered.inTopic && answered.chat instanceof TelegramGroup group
        ? group.findTopic(answered.thread)
        : null;
  }

  private static @Nullable StoredMessage replyTo(Chat chat, Params params) {
    JsonNode reply = params.json("reply_parameters").orElse(null);
    if (reply == null || !reply.hasNonNull("message_id")) {
      return null;
    }
    StoredMessage found = chat.find(reply.get("message_id").asLong());
    if (found == null && !reply.path("allow_sending_without_reply").asBoolean()) {
      throw Refusal.bad("message to be replied not found");
    }
    return found;
  }
}
