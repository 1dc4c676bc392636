package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changes, pins or deletes a message that is there. */
final class EditMethods {
  /** By the published Bot API a message older than this can't be deleted. */
  private static final Duration DELETABLE = Duration.ofDays(2);

  private final World world;
  private final Chats chats;
  private final Pace pace;

  EditMethods(World world, Chats chats, Pace pace) {
    this.world = world;
    this.chats = chats;
    this.pace = pace;
  }

  JsonNode editText(Params params) {
    FormattedText text = FormattedText.sent(params, "text", FormattedText.LONGEST);
    if (text.text().isEmpty()) {
      throw Refusal.broken("message text is empty");
    }
    StoredMessage message = editable(params);
    if (!message.content.has("text")) {
      throw Refusal.bad("there is no text in the message to edit");
    }
    return changed(message, text.content(), text.source(), params);
  }

  JsonNode editCaption(Params params) {
    FormattedText caption = FormattedText.sent(params, "caption", FormattedText.LONGEST_CAPTION);
    StoredMessage message = editable(params);
    if (message.content.has("text")) {
      throw Refusal.bad("there is no caption in the message to edit");
    }
    ObjectNode content = message.content.deepCopy();
    content.remove(List.of("caption", "caption_entities"));
    content.setAll(caption.content("caption", "caption_entities"));
    return changed(message, content, caption.source(), params);
  }

  JsonNode editMarkup(Params params) {
    StoredMessage message = editable(params);
    return changed(message, message.content, message.source, params);
  }

  JsonNode delete(Params params) {
    Chat chat = chats.writable(params);
    StoredMessage message = chat.find(params.number("message_id", 0));
    if (message == null) {
      throw Refusal.bad("message to delete not found");
    }
    boolean mayDelete =
        switch (chat) {
          case PrivateChat _ -> true;
          case TelegramGroup group ->
              message.sender.isOurBot() || group.botStanding().administers();
        };
    boolean young = world.clock().instant().isBefore(message.at.plus(DELETABLE));
    if (!mayDelete || !young) {
      throw Refusal.bad("message can't be deleted");
    }
    message.deleted = true;
    return BooleanNode.TRUE;
  }

  JsonNode pin(Params params, boolean pinned) {
    Chat chat = chats.writable(params);
    if (chat instanceof TelegramGroup group && !group.botStanding().administers()) {
      throw Refusal.bad("not enough rights to manage pinned messages in the chat");
    }
    StoredMessage message = chat.find(params.number("message_id", 0));
    if (message == null) {
      throw Refusal.bad("message to " + (pinned ? "pin" : "unpin") + " not found");
    }
    message.pinned = pinned;
    return BooleanNode.TRUE;
  }

  /**
   * Changes a message, all at once.
   *
   * @throws Refusal where nothing would change
   */
  static void change(StoredMessage message, ObjectNode content, @Nullable ArrayNode keyboard) {
    ArrayNode before = message.keyboard == null ? Json.array() : message.keyboard;
    ArrayNode after = keyboard == null ? Json.array() : keyboard;
    if (message.content.equals(content) && Objects.equals(before, after)) {
      throw Refusal.bad(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    message.content = content;
    message.keyboard = keyboard;
    message.edits++;
  }

  private StoredMessage editable(Params params) {
    Chat chat = chats.writable(params);
    StoredMessage message = chat.find(params.number("message_id", 0));
    if (message == null) {
      throw Refusal.bad("message to edit not found");
    }
    if (!message.sender.isOurBot()) {
      throw Refusal.bad("message can't be edited");
    }
    return message;
  }

  private JsonNode changed(
      StoredMessage message, ObjectNode content, String source, Params params) {
    ArrayNode keyboard = Keyboard.of(params);
    pace.take(message.chat, world.clock().instant());
    change(message, content, keyboard);
    message.source = source;
    message.editedAt = world.clock().instant();
    return message.json();
  }
}
