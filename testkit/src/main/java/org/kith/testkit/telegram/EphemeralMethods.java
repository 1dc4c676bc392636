package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a group that one member sees. An administrator bot may send one at any time, another
 * only within 15 seconds of a press, or of an ephemeral command that it answers. The words of the
 * refusals, other than those about old presses, are not published.
 */
final class EphemeralMethods {
  /** What the server takes for an edit, although 4096 are published. */
  private static final int LONGEST_EDIT = 1024;

  private final World world;
  private final Chats chats;
  private final Pace pace;

  EphemeralMethods(World world, Chats chats, Pace pace) {
    this.world = world;
    this.chats = chats;
    this.pace = pace;
  }

  StoredMessage send(Chat chat, JsonNode ephemeral, Params params) {
    if (!(chat instanceof TelegramGroup group)) {
      throw Refusal.broken("ephemeral messages can be sent only in groups and supergroups");
    }
    TelegramUser receiver = world.users().get(ephemeral.path("receiver_user_id").asLong());
    if (receiver == null || !group.members().of(receiver).isIn()) {
      throw Refusal.bad("USER_NOT_PARTICIPANT");
    }
    String query = ephemeral.path("callback_query_id").asText();
    StoredMessage replaced = null;
    if (!query.isEmpty()) {
      Press press = press(query, receiver, group);
      replaced = replaced(press, ephemeral);
    } else if (!answersCommand(group, receiver, params) && !group.botStanding().administers()) {
      throw Refusal.bad("not enough rights to send ephemeral messages to the chat");
    }
    pace.take(chat, world.clock().instant());
    StoredMessage message = chat.addEphemeral(world.bot(), receiver, receiver.json());
    if (replaced != null) {
      receiver.hides(replaced);
    }
    return message;
  }

  JsonNode editText(Params params) {
    FormattedText text = FormattedText.sent(params, "text", FormattedText.LONGEST);
    if (text.text().length() > LONGEST_EDIT) {
      throw Refusal.broken("MEDIA_CAPTION_TOO_LONG");
    }
    if (text.text().isEmpty()) {
      throw Refusal.broken("message text is empty");
    }
    ArrayNode keyboard = Keyboard.of(params);
    StoredMessage message = find(params, "message to edit not found");
    EditMethods.change(message, text.content(), keyboard);
    message.source = text.source();
    return BooleanNode.TRUE;
  }

  JsonNode editMarkup(Params params) {
    ArrayNode keyboard = Keyboard.of(params);
    StoredMessage message = find(params, "message to edit not found");
    EditMethods.change(message, message.content, keyboard);
    return BooleanNode.TRUE;
  }

  JsonNode delete(Params params) {
    find(params, "message to delete not found").deleted = true;
    return BooleanNode.TRUE;
  }

  private StoredMessage find(Params params, String otherwise) {
    Chat chat = chats.writable(params);
    StoredMessage message =
        chat.findEphemeral(
            params.number("ephemeral_message_id", 0), params.number("receiver_user_id", 0));
    if (message == null || !message.sender.isOurBot()) {
      throw Refusal.bad(otherwise);
    }
    return message;
  }

  private Press press(String query, TelegramUser receiver, TelegramGroup group) {
    Press press = world.presses().get(query);
    if (press == null
        || press.by() != receiver
        || press.message().chat != group
        || !press.isYoungerThan(Press.OPENS_EPHEMERAL)) {
      throw Press.tooOld();
    }
    return press;
  }

  private static @Nullable StoredMessage replaced(Press press, JsonNode ephemeral) {
    if (!ephemeral.path("replace_callback_query_message").asBoolean()) {
      return null;
    }
    if (press.message().isEphemeral()) {
      throw Refusal.broken("ephemeral messages must be edited, not replaced");
    }
    return press.message();
  }

  private boolean answersCommand(TelegramGroup group, TelegramUser receiver, Params params) {
    JsonNode reply = params.json("reply_parameters").orElse(null);
    if (reply == null || !reply.hasNonNull("ephemeral_message_id")) {
      return false;
    }
    StoredMessage command =
        group.findEphemeral(reply.get("ephemeral_message_id").asLong(), receiver.id());
    if (command == null
        || command.sender.isOurBot()
        || !world.clock().instant().isBefore(command.at.plus(Press.OPENS_EPHEMERAL))) {
      throw Refusal.bad("message to be replied not found");
    }
    return true;
  }
}
